import { mask } from '../privacy/mask.js';
import { withoutCourtesies } from './courtesies.js';
import type { DeskDeps } from './desk-deps.js';
import type { DeskTicket } from './desk-ticket.js';
import { insertText, publicPath } from './insert-text.js';
import { folded, stemsOf, type IndexedTicket, type TicketIndex } from './ticket-index.js';
import { wordsOf } from './words-of.js';
import type { SearchHit, SimilarTicket, SuggestedEntry, Suggestions } from './views.js';
import { belgianDay } from '../belgian-day.js';
import { knownTicket } from './known-ticket.js';

/** What may help to answer: the closest entries and what colleagues answered to similar questions. */
export async function suggest(
  deps: Pick<DeskDeps, 'store' | 'knowledge' | 'clock'>,
  index: TicketIndex,
  id: string,
): Promise<Suggestions> {
  const found = await knownTicket(deps.store, id);
  const { ticket } = found;
  const tickets = await index.all();
  return {
    entries: suggestEntries(deps, ticket.question, ticket.profile),
    similar: similarTickets(tickets, id, ticket.masked),
  };
}

function suggestEntries(
  deps: Pick<DeskDeps, 'knowledge' | 'clock'>,
  question: string,
  profile: Parameters<typeof insertText>[2],
): readonly SuggestedEntry[] {
  const { library, matcher } = deps.knowledge.current();
  const today = belgianDay(deps.clock.now());
  return matcher.match(question, { limit: 5 }).candidates.flatMap(({ id, score, why }) => {
    const item = library.items.get(id);
    if (!item) return [];
    return [
      {
        id,
        title: item.title,
        score,
        why: { ...why, terms: wordsOf(why.terms, question, [item.title, ...item.phrasings].join(' ')) },
        markdown: insertText(item, library, profile, today),
        path: publicPath(item),
        certainty: item.certainty,
      },
    ];
  });
}

const MAX_SIMILAR = 3;
const MIN_LIKENESS = 0.2;

/** Answered tickets whose question shares the rarest words with this one. */
export function similarTickets(
  tickets: ReadonlyMap<string, IndexedTicket>,
  self: string,
  question: string,
): readonly SimilarTicket[] {
  const answered = [...tickets.values()].filter((ticket) => ticket.answer !== '' && ticket.id !== self);
  const wanted = stemsOf(question);
  const weight = rarity(answered);
  const whole = sum(wanted, weight);
  return answered
    .map((ticket) => {
      const shared = sum(
        [...wanted].filter((term) => ticket.stems.has(term)),
        weight,
      );
      // Over what both hold: a long story does not win by its length.
      const likeness = shared === 0 ? 0 : (2 * shared) / (whole + sum(ticket.stems, weight));
      return { ticket, likeness: Math.round(likeness * 100) / 100 };
    })
    .filter(({ likeness }) => likeness >= MIN_LIKENESS)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, MAX_SIMILAR)
    .map(({ ticket, likeness }) => ({
      id: ticket.id,
      number: ticket.number,
      question: clip(ticket.question, 200),
      // It was written to somebody else: his name and his greeting stay behind.
      answer: mask(withoutCourtesies(ticket.answer)),
      likeness,
    }));
}

/** A word in few questions says more than one in many. */
function rarity(tickets: readonly IndexedTicket[]): (term: string) => number {
  const seen = new Map<string, number>();
  for (const { stems } of tickets) for (const term of stems) seen.set(term, (seen.get(term) ?? 0) + 1);
  return (term) => Math.log(1 + (tickets.length + 1) / ((seen.get(term) ?? 0) + 1));
}

function sum(terms: Iterable<string>, weight: (term: string) => number): number {
  let total = 0;
  for (const term of terms) total += weight(term);
  return total;
}

const MAX_HITS = 20;

/** What is shown of what was found, and how many older questions were left out. */
export interface Found {
  readonly hits: readonly SearchHit[];
  readonly left: number;
}

/** Tickets and transcripts that hold every word, newest first, and the entries closest to them. */
export async function find(
  deps: Pick<DeskDeps, 'knowledge' | 'store'>,
  index: TicketIndex,
  query: string,
): Promise<Found> {
  const words = folded(query)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return { hits: [], left: 0 };
  const found = [...(await index.all()).values()]
    .filter(({ text }) => words.every((word) => text.includes(word)))
    .sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
  const named = await byNumber(deps.store, query);
  // Who types a number wants that very question, however old it is.
  const first = named === null ? [] : [named];
  const all = [...first, ...found.filter(({ id }) => id !== named?.id)];
  const tickets = all.slice(0, MAX_HITS).map((ticket): SearchHit => ({
    kind: 'ticket',
    id: ticket.id,
    title: `Vraag ${String(ticket.number)}${ticket.askerName === null ? '' : ` van ${ticket.askerName}`}`,
    excerpt: around(ticket.question, words[0] ?? ''),
    status: ticket.status,
  }));
  const { library, matcher } = deps.knowledge.current();
  const entries = matcher.match(query, { limit: 5 }).candidates.flatMap(({ id }): SearchHit[] => {
    const item = library.items.get(id);
    return item ? [{ kind: 'entry', id, title: item.title, excerpt: clip(item.short, 160), status: null }] : [];
  });
  return { hits: [...tickets, ...entries], left: Math.max(0, all.length - MAX_HITS) };
}

async function byNumber(store: DeskDeps['store'], query: string): Promise<DeskTicket | null> {
  if (!/^\s*\d{1,9}\s*$/.test(query)) return null;
  const [found] = await store.query<DeskTicket>({
    kind: 'ticket',
    index: 'number',
    prefix: query.trim().padStart(9, '0'),
    limit: 1,
  });
  return found?.body ?? null;
}

function clip(text: string, length: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > length ? `${line.slice(0, length - 1)}…` : line;
}

function around(text: string, word: string): string {
  const at = folded(text).indexOf(word);
  return at > 80 ? `…${clip(text.slice(at - 40), 160)}` : clip(text, 160);
}
