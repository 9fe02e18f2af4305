import { PAGE_TEXTS } from '../texts.js';

export interface ComposerDeps {
  readonly form: HTMLFormElement;
  readonly field: HTMLTextAreaElement;
  readonly hint: HTMLElement;
  readonly onSay: (text: string) => void;
  readonly onDraft: (text: string) => void;
  /** Whether something goes along: then no words are needed. */
  readonly hasFiles: () => boolean;
  /** Waits for what is still being made ready to go along; null when nothing is. */
  readonly settled: () => Promise<void> | null;
}

const LONG = 4_000;
const TOO_LONG = 20_000;

/** The form at the bottom. Enter sends, Shift+Enter starts a new line; what is typed survives a reload. */
export class Composer {
  #saying = false;

  constructor(private readonly deps: ComposerDeps) {
    const { form, field } = deps;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#say();
    });
    field.addEventListener('keydown', (event) => {
      // An Enter that confirms a suggestion of the keyboard is no wish to send.
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      form.requestSubmit();
    });
    field.addEventListener('input', () => {
      this.#changed();
    });
  }

  put(text: string): void {
    this.deps.field.value = text;
    this.#changed();
  }

  focus(): void {
    this.deps.field.focus();
  }

  tell(text: string): void {
    this.deps.hint.textContent = text;
  }

  async #say(): Promise<void> {
    // A second tap while a photo is being made ready is the same wish.
    if (this.#saying) return;
    const { settled } = this.deps;
    const unready = settled();
    if (unready) {
      this.#saying = true;
      await unready;
      this.#saying = false;
    }
    this.#sayNow();
  }

  #sayNow(): void {
    const { field, onSay, hasFiles } = this.deps;
    const text = field.value.trim();
    if (text === '' && !hasFiles()) {
      field.focus();
      return;
    }
    if (text.length > TOO_LONG) return;
    this.put('');
    onSay(text);
    // On a phone the keyboard would hide the answer.
    if (matchMedia('(pointer: coarse)').matches) field.blur();
  }

  #changed(): void {
    const { field, hint, onDraft } = this.deps;
    onDraft(field.value);
    const { length } = field.value.trim();
    hint.textContent = length > TOO_LONG ? PAGE_TEXTS.tooLong : length > LONG ? PAGE_TEXTS.long : '';
    field.setAttribute('aria-invalid', String(length > TOO_LONG));
    // Browsers without `field-sizing` grow the field by hand.
    if (CSS.supports('field-sizing', 'content')) return;
    field.style.height = 'auto';
    field.style.height = `${String(field.scrollHeight + 4)}px`;
  }
}
