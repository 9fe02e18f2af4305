import type { Conversation } from '../conversation.js';
import type { WireButton } from '../talk/activity.js';
import type { DeviceState } from '../talk/device-state.js';
import { allLines } from '../talk/talk.js';
import { lineWithButtons, unseen, waitsForCoach } from '../talk/shown.js';
import { EXAMPLES, PAGE_TEXTS } from '../texts.js';
import { Attention } from './attention.js';
import { Composer } from './composer.js';
import { button, el } from './dom.js';
import { sayAway } from '../offline/banner.js';
import { readPocketAction } from '../offline/pocket-action.js';
import type { PocketLine } from '../offline/pocket-line.js';
import type { Bell } from '../push/bell.js';
import { Attach } from '../files/attach.js';
import { Basket } from '../files/basket.js';
import type { FileNote } from '../files/file-note.js';
import type { FileShelf } from '../files/file-shelf.js';
import { shrinkPhoto } from '../files/shrink.js';
import { LogView } from './log.js';
import { NewsScroll } from './scroll.js';

/** A question the server has not confirmed after this time is answered from what the phone carries. */
const SERVER_MS = 5_000;
/** How long the network may be away before the page speaks of it. */
const PATIENCE_MS = 1_500;

export function byId<T extends HTMLElement>(id: string, type: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof type)) throw new Error(`the page has no #${id}`);
  return found;
}

function cameBack(): boolean {
  const [arrival] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return arrival?.type === 'back_forward';
}

/** The whole page: conversation, buttons, form and what it says about the network. */
export class Page {
  readonly #logRoot = byId('log', HTMLElement);
  readonly #choices = byId('choices', HTMLElement);
  readonly #banner = byId('banner', HTMLElement);
  readonly #typing = byId('typing', HTMLElement);
  readonly #menu = byId('menu', HTMLDetailsElement);
  readonly #log: LogView;
  readonly #scroll = new NewsScroll();
  readonly #composer: Composer;
  readonly #basket: Basket;
  readonly #attach: Attach;
  readonly #attention: Attention;
  /** First line of the bot that came after the last visit. */
  #newFrom: string | null;
  /** Last line that was read in an earlier visit, until the first news of this one. */
  #seenAtOpening: string | null;
  #choicesOf = '';
  /** Key of the question whose offline answer has the buttons. */
  #questionOfChoices = '';
  #first = true;
  #awaySince: number | null = null;
  /** Whether this device answers itself; null while nobody asked. */
  #carries: boolean | null = null;

  constructor(
    private readonly conversation: Conversation,
    private readonly device: DeviceState,
    private readonly offline: { readonly pocket: PocketLine; readonly bell: Bell; readonly files: FileShelf },
  ) {
    const { seen, lines } = conversation.talk;
    this.#newFrom = seen === null ? null : (unseen(lines, seen)[0]?.key ?? null);
    this.#seenAtOpening = seen;
    this.#log = new LogView({
      root: this.#logRoot,
      shelf: device,
      files: offline.files,
      onRetry: (key) => {
        conversation.retry(key);
      },
      onEdit: (key) => {
        const { text, files } = conversation.takeBack(key);
        this.#composer.put(text);
        this.#composer.focus();
        void this.#basket.putBack(files);
      },
    });
    this.#composer = new Composer({
      form: byId('composer', HTMLFormElement),
      field: byId('vraag', HTMLTextAreaElement),
      hint: byId('hint', HTMLElement),
      onSay: (text) => {
        this.#say(text, null, this.#basket.take());
      },
      onDraft: (text) => {
        device.saveDraft(text);
      },
      hasFiles: () => device.draftFiles().length > 0,
      settled: () => this.#attach.settled(),
    });
    this.#basket = new Basket({
      device,
      shelf: offline.files,
      shrink: shrinkPhoto,
      newId: () => crypto.randomUUID(),
      now: () => Date.now(),
      onChange: () => {
        this.#attach.render();
      },
      onProblem: (text) => {
        this.#composer.tell(text);
      },
    });
    this.#attach = new Attach({
      opener: byId('attach', HTMLButtonElement),
      panel: byId('ways', HTMLElement),
      chips: byId('chips', HTMLElement),
      field: byId('vraag', HTMLTextAreaElement),
      basket: this.#basket,
      shelf: offline.files,
      tell: (text) => {
        this.#composer.tell(text);
      },
    });
    this.#composer.put(device.draft());
    void this.#basket.check();
    this.#attention = new Attention(() => {
      this.#markSeen();
    });
    for (const item of this.#menu.querySelectorAll<HTMLButtonElement>('button[data-action]')) {
      item.addEventListener('click', () => {
        this.#menu.open = false;
        this.#say(item.textContent.trim(), { label: '', title: null, action: item.dataset.action ?? '' });
      });
    }
    document.addEventListener('click', ({ target }) => {
      if (target instanceof Node && !this.#menu.contains(target)) this.#menu.open = false;
    });
    this.#menu.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      this.#menu.open = false;
      this.#menu.querySelector('summary')?.focus();
    });
  }

  /** In a line of his own words, as if he typed them. */
  speak(text: string): void {
    this.#say(text, null);
  }

  /** How far the files of a message are. */
  progress(key: string, part: number): void {
    this.#log.progress(key, part);
  }

  render(): void {
    const { talk } = this.conversation;
    const added = this.#log.render(allLines(talk), this.device.queue(), this.#newFrom);
    // What was there already is not read aloud; from now on, what comes is.
    if (this.#first) this.#logRoot.setAttribute('aria-live', 'polite');
    this.#showChoices();
    // On a slow network the first word of the bot takes seconds: an empty page would seem broken.
    const opening = talk.lines.length === 0 && this.conversation.status !== 'away';
    this.#typing.textContent = opening ? PAGE_TEXTS.opening : PAGE_TEXTS.typing;
    this.#typing.hidden = !talk.typing && !opening;
    this.#showStatus();
    if (added.length > 0) this.#arrive(added);
    else this.#scroll.settle();
    this.#first = false;
  }

  #arrive(added: readonly HTMLElement[]): void {
    const firstNew = this.#first && this.#newFrom !== null ? this.#log.element(this.#newFrom) : null;
    if (firstNew) this.#scroll.show([firstNew], 'news');
    else this.#scroll.show(added, this.#first ? (cameBack() ? 'back' : 'opening') : 'news');
  }

  news(): void {
    const { lines, seen } = this.conversation.talk;
    // The first news after opening is what came while the page was closed; later, only what came while nobody looked.
    const since = this.#seenAtOpening ?? (document.hidden && this.#newFrom === null ? seen : null);
    this.#seenAtOpening = null;
    const first = since === null ? null : unseen(lines, since)[0];
    if (first) {
      this.#newFrom = first.key;
      this.render();
    }
    this.#attention.came();
  }

  /** An item this device carries, asked for by its address while the network is away. */
  async showHere(id: string, how: 'short' | 'more' = 'short', question = ''): Promise<void> {
    const answer = await this.offline.pocket.ask({ do: 'show', item: id, how });
    if (answer) this.conversation.answerHere(question, answer);
    else this.#tell(PAGE_TEXTS.notCarried);
  }

  #say(text: string, pressed: WireButton | null, files: readonly FileNote[] = []): void {
    const here = pressed && readPocketAction(pressed.action);
    if (here) {
      void this.showHere(here.id, here.how, this.#questionOfChoices);
      return;
    }
    this.#newFrom = null;
    this.#seenAtOpening = null;
    const key = this.conversation.say(text, pressed, files);
    // The pressed button is gone: the focus goes with the words it said.
    if (pressed) this.#log.element(key)?.focus({ preventScroll: true });
    if (text !== '' && (pressed === null || pressed.action === '')) void this.#answerHere(key, text);
  }

  /** When the server does not have the question in time, this device answers as well as it can. */
  async #answerHere(key: string, text: string): Promise<void> {
    if (this.conversation.status !== 'away') await new Promise((done) => setTimeout(done, SERVER_MS));
    if (!this.conversation.waits(key)) return;
    const answer = await this.offline.pocket.ask({ do: 'ask', text });
    if (answer && this.conversation.waits(key)) this.conversation.answerHere(key, answer);
  }

  #showChoices(): void {
    const { lines } = this.conversation.talk;
    const withButtons = lineWithButtons(lines);
    const started = lines.some(({ kind }) => kind === 'own');
    const bell = this.#bell();
    const mark =
      (withButtons?.key ?? (started || lines.length === 0 ? '' : 'examples')) + (bell ? bell.textContent : '');
    if (mark === this.#choicesOf) return;
    this.#choicesOf = mark;
    this.#questionOfChoices = withButtons?.offlineFor ?? '';
    const choices = withButtons
      ? withButtons.buttons.map((choice) =>
          button(
            choice.title ?? choice.label,
            choice.title !== null && choice.title.length > 24 ? 'choice wide' : 'choice',
            () => {
              this.#say(choice.title ?? choice.label, choice);
            },
          ),
        )
      : mark === 'examples'
        ? [
            el('p', {}, PAGE_TEXTS.startTitle),
            ...EXAMPLES.map((example) =>
              button(example, 'choice wide', () => {
                this.#say(example, { label: example, title: null, action: '' });
              }),
            ),
          ]
        : [];
    this.#choices.replaceChildren(...choices, ...(bell ? [bell] : []));
  }

  /** After a promise, and not before: who waits for a coach may be woken. */
  #bell(): HTMLElement | null {
    const { bell } = this.offline;
    if (!waitsForCoach(this.conversation.talk.lines)) return null;
    switch (bell.state) {
      case 'off':
        return button(PAGE_TEXTS.bell, 'choice bell', () => void bell.ask());
      case 'on':
        return el('p', { class: 'bell' }, PAGE_TEXTS.bellOn);
      case 'refused':
        return el('p', { class: 'bell' }, PAGE_TEXTS.bellRefused);
      default:
        return null;
    }
  }

  #showStatus(): void {
    const away = this.conversation.status === 'away';
    if (!away) this.#awaySince = null;
    else if (this.#awaySince === null) {
      this.#awaySince = Date.now();
      // The knowledge is read before the first word is typed.
      void this.offline.pocket.wake().then((carries) => {
        this.#carries = carries;
        this.#showStatus();
      });
      setTimeout(() => {
        this.#showStatus();
      }, PATIENCE_MS);
    }
    const tell = this.#awaySince !== null && (Date.now() - this.#awaySince >= PATIENCE_MS || !navigator.onLine);
    const keeps = this.device.keepsAll();
    const text = tell ? sayAway({ onLine: navigator.onLine, carries: this.#carries, keeps }) : '';
    if (this.#banner.textContent !== text) this.#banner.textContent = text;
    this.#banner.hidden = text === '';
  }

  #tell(text: string): void {
    this.#banner.textContent = text;
    this.#banner.hidden = false;
  }

  #markSeen(): void {
    const last = this.conversation.talk.lines.at(-1)?.key ?? null;
    if (last !== this.conversation.talk.seen) this.conversation.update({ ...this.conversation.talk, seen: last });
  }
}
