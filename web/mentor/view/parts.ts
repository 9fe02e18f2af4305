import type { ItemPart, TicketPart } from '../../../handlers/reply.js';
import type { WirePart } from '../talk/activity.js';
import { callNow, PAGE_TEXTS, sayDay, sayTime, TICKET_STATES, ticketTitle } from '../texts.js';
import { checklistCard, type TickShelf } from './checklist.js';
import { el, prose, type Words } from './dom.js';

export interface PartContext {
  readonly shelf: TickShelf;
  readonly ticketStates: ReadonlyMap<number, TicketPart['state']>;
  /** ISO time of the message. */
  readonly at: string;
}

/** One part of an answer as the mentor sees it. */
export function renderPart(part: WirePart, context: PartContext): HTMLElement {
  switch (part.kind) {
    case 'text':
      return prose(part);
    case 'urgent':
      return urgentCard(part);
    case 'item':
      return itemCard(part);
    case 'checklist':
      return checklistCard(part, context.shelf);
    case 'ticket':
      return ticketCard(part, context.ticketStates.get(part.number) ?? part.state);
    case 'coach':
      return el(
        'div',
        { class: 'card coach' },
        el(
          'p',
          { class: 'who' },
          el('strong', {}, part.coach),
          ` · ${PAGE_TEXTS.coach} · ${ticketTitle(part.number).toLowerCase()} · ${sayTime(context.at)}`,
        ),
        prose(part),
      );
  }
}

/** The first number named is the one to call now: large, for a thumb in a glove. */
function urgentCard(part: Words): HTMLElement {
  const words = prose(part, 'urgent');
  const first = words.querySelector('a.tel');
  return el(
    'div',
    { class: 'card urgent' },
    el('p', { class: 'flag' }, PAGE_TEXTS.urgent),
    first && el('a', { class: 'call', href: first.getAttribute('href') }, callNow(first.textContent)),
    words,
  );
}

function itemCard(part: ItemPart & Words): HTMLElement {
  return el(
    'div',
    { class: 'card item' },
    el('h2', {}, part.title),
    part.variant !== null && el('p', { class: 'variant' }, part.variant),
    prose(part),
    part.certainty === 'te-controleren' && el('p', { class: 'warning' }, PAGE_TEXTS.uncertain),
    part.helpers.length > 0 &&
      el('p', { class: 'helpers' }, el('strong', {}, PAGE_TEXTS.helpers), ` ${part.helpers.join(', ')}`),
    grounds(part),
    el(
      'p',
      { class: 'links' },
      el('a', { href: part.path }, part.itemKind === 'term' ? PAGE_TEXTS.wholeTerm : PAGE_TEXTS.whole),
    ),
  );
}

/** Date and sources in two lines; the sources whole at a touch. */
function grounds({ checked, sources }: ItemPart): HTMLElement {
  const date = el('span', {}, `${PAGE_TEXTS.checked} ${sayDay(checked)}`);
  if (sources.length === 0) return el('p', { class: 'foot' }, date);
  const title = sources.length === 1 ? PAGE_TEXTS.source : PAGE_TEXTS.sources;
  const summary = el('summary', {}, date, el('span', { class: 'brief' }, `${title}: ${sources.join('; ')}`));
  return el('details', { class: 'foot' }, summary, el('ul', {}, ...sources.map((source) => el('li', {}, source))));
}

function ticketCard(part: TicketPart & Words, state: TicketPart['state']): HTMLElement {
  return el(
    'div',
    { class: `card ticket ${state}` },
    el(
      'p',
      { class: 'ticket-head' },
      el('strong', {}, ticketTitle(part.number)),
      el('span', { class: 'state' }, TICKET_STATES[state]),
    ),
    prose(part),
  );
}
