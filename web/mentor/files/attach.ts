import { button, el } from '../view/dom.js';
import type { Basket } from './basket.js';
import { PICKED } from './file-note.js';
import type { FileShelf } from './file-shelf.js';
import { chip } from './file-view.js';
import { canRecord, record, type Recording } from './recorder.js';
import { FILE_TEXTS, soundName } from './texts.js';

export interface AttachDeps {
  readonly opener: HTMLButtonElement;
  /** Where the ways to add a file are shown. */
  readonly panel: HTMLElement;
  /** Where what goes along is shown. */
  readonly chips: HTMLElement;
  readonly field: HTMLTextAreaElement;
  readonly basket: Basket;
  readonly shelf: FileShelf;
  readonly tell: (text: string) => void;
}

/** The button beside the text: a photo from the camera, a voice note, or something that is on the device. */
export class Attach {
  #shown = '';
  #recording: Recording | null = null;
  /** What is being made ready to go along; null when nothing is. */
  #pending: Promise<void> | null = null;

  constructor(private readonly deps: AttachDeps) {
    const { opener, panel, field } = deps;
    opener.addEventListener('click', () => {
      this.#open(panel.hidden !== false);
    });
    panel.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || this.#recording) return;
      event.preventDefault();
      this.#open(false);
      opener.focus();
    });
    field.addEventListener('paste', (event) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      this.#add(files);
    });
    this.render();
  }

  /** Ends a recording, and waits until everything chosen is ready to go along; null when it is. */
  settled(): Promise<void> | null {
    this.#recording?.stop();
    return this.#pending;
  }

  render(): void {
    const { basket, chips, shelf } = this.deps;
    const notes = basket.notes();
    const mark = notes.map(({ id }) => id).join();
    if (mark === this.#shown) return;
    this.#shown = mark;
    chips.hidden = notes.length === 0;
    chips.replaceChildren(
      ...notes.map((note) =>
        chip(note, shelf, () => {
          void basket.drop(note.id);
          this.deps.field.focus();
        }),
      ),
    );
  }

  #open(open: boolean): void {
    const { opener, panel } = this.deps;
    if (this.#recording) return;
    panel.hidden = !open;
    opener.setAttribute('aria-expanded', String(open));
    if (!open) return;
    const camera = matchMedia('(pointer: coarse)').matches;
    const ways = [
      camera && this.#way(FILE_TEXTS.photo, { accept: 'image/*', capture: 'environment' }),
      canRecord()
        ? button(FILE_TEXTS.speak, 'way', () => void this.#record())
        : camera && this.#way(FILE_TEXTS.speak, { accept: 'audio/*', capture: true }),
      this.#way(FILE_TEXTS.pick, { accept: PICKED, multiple: true }),
    ].filter((way) => way !== false);
    panel.replaceChildren(...ways, el('p', {}, FILE_TEXTS.who));
    ways[0]?.focus();
    // With very large letters the form lets go of the bottom of the screen now: it stays before his eyes.
    requestAnimationFrame(() => {
      requestAnimationFrame(() => {
        panel.scrollIntoView({ block: 'nearest' });
      });
    });
  }

  /** A fresh field each time: choosing the same file twice must be heard twice. */
  #way(label: string, attributes: Readonly<Record<string, string | boolean>>): HTMLButtonElement {
    return button(label, 'way', () => {
      const input = el('input', { type: 'file', hidden: true, ...attributes });
      input.addEventListener('change', () => {
        this.#add([...(input.files ?? [])]);
        input.remove();
      });
      // Some browsers forget a field that stands nowhere.
      this.deps.panel.append(input);
      input.click();
    });
  }

  #add(files: readonly File[]): void {
    const { basket, field, tell } = this.deps;
    this.#open(false);
    tell(FILE_TEXTS.busy);
    this.#wait(
      basket.add(files).then((well) => {
        if (well) tell('');
      }),
    );
    field.focus({ preventScroll: true });
  }

  #wait(work: Promise<void>): void {
    const both = Promise.all([this.#pending, work]).then(
      () => undefined,
      () => undefined,
    );
    this.#pending = both;
    void both.then(() => {
      if (this.#pending === both) this.#pending = null;
    });
  }

  async #record(): Promise<void> {
    const { panel, tell } = this.deps;
    const time = el('p', { class: 'recording', role: 'timer' }, FILE_TEXTS.recording(0));
    let length = 0;
    let over: () => void = () => undefined;
    const spoken = new Promise<void>((done) => {
      over = done;
    });
    try {
      this.#recording = await record({
        onSecond: (seconds) => {
          length = seconds;
          time.textContent = FILE_TEXTS.recording(seconds);
        },
        onDone: (sound) => {
          this.#recording = null;
          this.#add([new File([sound], soundName(length, sound.type), { type: sound.type })]);
          over();
        },
      });
      this.#wait(spoken);
    } catch {
      this.#open(false);
      tell(FILE_TEXTS.noMicrophone);
      return;
    }
    const { stop, drop } = this.#recording;
    const ready = button(FILE_TEXTS.stop, 'way', stop);
    panel.replaceChildren(
      time,
      ready,
      button(FILE_TEXTS.drop, 'way quiet-way', () => {
        this.#recording = null;
        drop();
        over();
        this.#open(false);
      }),
    );
    ready.focus();
  }
}
