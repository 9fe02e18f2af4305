import type { BotLine, Line, OwnLine } from '../talk/talk.js';
import type { Queue, Refusal } from '../talk/queue.js';
import { deliveryOf, lineWithButtons, ticketStates, type Delivery } from '../talk/shown.js';
import { DELIVERY_TEXTS, offlineMark, PAGE_TEXTS, sayWeekday } from '../texts.js';
import { goOnCard } from '../go-on/card.js';
import { goOnIn, lastGoOn, type GoOn } from '../go-on/invitation.js';
import { fileFigure } from '../files/file-view.js';
import type { FileShelf } from '../files/file-shelf.js';
import { FILE_TEXTS, REFUSAL_TEXTS } from '../files/texts.js';
import type { TickShelf } from './checklist.js';
import { button, el } from './dom.js';
import { renderPart } from './parts.js';

export interface LogDeps {
  readonly root: HTMLElement;
  readonly shelf: TickShelf;
  readonly files: FileShelf;
  readonly onRetry: (key: string) => void;
  readonly onEdit: (key: string) => void;
}

/** Shows the lines; a line that did not change keeps its element, so that nothing is read aloud twice. */
export class LogView {
  readonly #shown = new Map<string, { readonly mark: string; readonly element: HTMLElement }>();

  constructor(private readonly deps: LogDeps) {}

  /** `newFrom`: key of the first line that is new since the last visit. Returns the elements that were added. */
  render(lines: readonly Line[], queue: Queue, newFrom: string | null): readonly HTMLElement[] {
    const states = ticketStates(lines);
    const active = lineWithButtons(lines)?.key;
    const goOn = lastGoOn(lines);
    const added: HTMLElement[] = [];
    let after: Element | null = null;
    let day = '';
    const keep = new Set<string>();
    const place = (key: string, mark: string, make: () => HTMLElement): void => {
      const known = this.#shown.get(key);
      const element = known?.mark === mark ? known.element : make();
      if (known && known.element !== element) known.element.replaceWith(element);
      if (!known) added.push(element);
      this.#shown.set(key, { mark, element });
      keep.add(key);
      const next: Element | null = after ? after.nextElementSibling : this.deps.root.firstElementChild;
      if (next !== element) this.deps.root.insertBefore(element, next);
      after = element;
    };
    for (const line of lines) {
      const lineDay = dayOf(line.at);
      if (lineDay !== day && lineDay !== '') {
        day = lineDay;
        if (day !== dayOf(new Date().toISOString()) || keep.size > 0)
          place(`day:${day}`, day, () => el('p', { class: 'divider' }, day));
      }
      if (line.key === newFrom) place('new', 'new', () => el('p', { class: 'divider new' }, PAGE_TEXTS.newSinceLast));
      const delivery = line.kind === 'own' ? deliveryOf(line.key, queue) : 'sent';
      const tickets =
        line.kind === 'bot'
          ? line.parts.map((part) => (part.kind === 'ticket' ? states.get(part.number) : '')).join()
          : '';
      const past = line.kind === 'bot' && line.key !== active;
      const code = goOnIn(line);
      const replaced = line.key !== goOn;
      const mark = `${delivery}|${tickets}|${past && offers(line) ? 'past' : ''}|${code && replaced ? 'replaced' : ''}`;
      place(line.key, mark, () =>
        code ? goOnLine(code, line.at, replaced) : this.#line(line, { delivery, queue, states, past }),
      );
    }
    for (const [key, { element }] of this.#shown) {
      if (keep.has(key)) continue;
      element.remove();
      this.#shown.delete(key);
    }
    return added;
  }

  element(key: string): HTMLElement | null {
    return this.#shown.get(key)?.element ?? null;
  }

  /** Shown in place: a line made anew would be read aloud again. */
  progress(key: string, part: number): void {
    const bar = this.element(key)?.querySelector('progress');
    if (bar) bar.value = part;
  }

  #line(line: Line, { delivery, queue, states, past }: LineState): HTMLElement {
    if (line.kind === 'note') return el('p', { class: 'divider note' }, line.text);
    if (line.kind === 'own') return this.#own(line, delivery, reasonOf(line.key, queue));
    const parts = line.parts.map((part) =>
      renderPart(part, { shelf: this.deps.shelf, ticketStates: states, at: line.at }),
    );
    const offline = line.offlineFor === undefined ? '' : ' offline';
    return el(
      'div',
      { class: `line bot${offline}`, tabindex: -1 },
      el('span', { class: 'sr' }, PAGE_TEXTS.bot),
      line.knowledgeOf !== undefined && el('p', { class: 'offline-mark' }, offlineMark(line.knowledgeOf)),
      ...parts,
      past && offers(line) && pastChoices(line),
    );
  }

  #own({ key, text, files = [] }: OwnLine, delivery: Delivery, reason: Refusal | undefined): HTMLElement {
    return el(
      'div',
      { class: `line own ${delivery}`, tabindex: -1 },
      el('span', { class: 'sr' }, PAGE_TEXTS.you),
      files.length > 0 && el('p', { class: 'bubble files' }, ...files.map((note) => fileFigure(note, this.deps.files))),
      text !== '' && el('p', { class: 'bubble' }, text),
      delivery === 'sending' &&
        files.length > 0 &&
        el('progress', { max: 1, value: 0, 'aria-label': FILE_TEXTS.progress }),
      delivery !== 'sent' && this.#delivery(key, delivery, reason),
    );
  }

  #delivery(key: string, delivery: Delivery, reason: Refusal | undefined): HTMLElement {
    const actions = {
      sent: [],
      sending: [],
      queued: [],
      failed: [
        button(PAGE_TEXTS.retry, 'quiet', () => {
          this.deps.onRetry(key);
        }),
      ],
      unsure: [
        button(PAGE_TEXTS.retry, 'quiet', () => {
          this.deps.onRetry(key);
        }),
      ],
      refused: [
        button(PAGE_TEXTS.edit, 'quiet', () => {
          this.deps.onEdit(key);
        }),
      ],
    }[delivery];
    const words = delivery === 'refused' && reason ? REFUSAL_TEXTS[reason] : DELIVERY_TEXTS[delivery];
    return el('div', { class: 'delivery' }, el('span', {}, words), ...actions);
  }
}

interface LineState {
  readonly delivery: Delivery;
  readonly queue: Queue;
  readonly states: ReturnType<typeof ticketStates>;
  readonly past: boolean;
}

function reasonOf(key: string, queue: Queue): Refusal | undefined {
  return queue.find(({ clientId }) => clientId === key)?.reason;
}

function goOnLine(code: GoOn, at: string, replaced: boolean): HTMLElement {
  const who = el('span', { class: 'sr' }, PAGE_TEXTS.bot);
  return el('div', { class: 'line bot', tabindex: -1 }, who, goOnCard(code, { at, replaced }));
}

/** A choice among questions: which they were belongs to the conversation, also when one was picked. */
function offers({ buttons }: BotLine): boolean {
  return buttons.some(({ title }) => title !== null);
}

function pastChoices({ buttons }: BotLine): HTMLElement {
  const titles = buttons.flatMap(({ title }) => title ?? []);
  return el('ol', { class: 'past-choices' }, ...titles.map((title) => el('li', {}, title)));
}

function dayOf(iso: string): string {
  const at = new Date(iso);
  return iso === '' || Number.isNaN(at.getTime()) ? '' : sayWeekday(at);
}
