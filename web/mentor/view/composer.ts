import { PAGE_TEXTS } from '../texts.js';

export interface ComposerDeps {
  readonly form: HTMLFormElement;
  readonly field: HTMLTextAreaElement;
  readonly hint: HTMLElement;
  readonly onSay: (text: string) => void;
  readonly onDraft: (text: string) => void;
}

const LONG = 4_000;
const TOO_LONG = 20_000;

/** The form at the bottom. Enter sends, Shift+Enter starts a new line; what is typed survives a reload. */
export class Composer {
  constructor(private readonly deps: ComposerDeps) {
    const { form, field } = deps;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#say();
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

  #say(): void {
    const { field, onSay } = this.deps;
    const text = field.value.trim();
    if (text === '') {
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
