import type { Entry } from '../../../knowledge/entry.js';
import { readTalk } from '../../records.js';
import type { Coach } from '../coach.js';
import type { DeskTicket } from '../desk-ticket.js';
import { withoutMarks, type Change } from './change.js';
import { mayApprove } from './decide-proposal.js';
import { draftChange, draftFrom } from './draft.js';
import type { LearnDeps } from './learn-deps.js';
import type { DraftFields, LearnStart } from './views.js';
import { belgianDay } from '../../belgian-day.js';
import { knownTicket } from '../known-ticket.js';

const MAX_SUGGESTIONS = 5;

/** What the dialog "Leren" starts from: the masked question, entries ranked by the matcher, and a draft. */
export async function startLearning(deps: LearnDeps, coach: Coach, id: string): Promise<LearnStart> {
  const { ticket } = await knownTicket(deps.store, id);
  const { library, matcher } = deps.knowledge.current();
  const suggestions = matcher
    .match(ticket.question, { limit: MAX_SUGGESTIONS })
    .candidates.flatMap(({ id: found, score }) => {
      const item = library.items.get(found);
      return item ? [{ id: found, title: item.title, kind: item.kind, score, short: clip(item.short) }] : [];
    });
  const approval = await mayApprove(deps, coach, { by: coach.id });
  const source = { question: ticket.masked, answer: await answerIn(deps, ticket), tags: ticket.tags };
  return {
    masked: withoutMarks(ticket.masked),
    suggestions,
    draft: draftFrom(source, nearestEntry(deps, ticket.question)),
    state: ticket.learning?.state ?? null,
    mayTell: ticket.learning?.told !== true,
    mayPublish: approval === 'yes' || approval === 'alone',
    alone: approval === 'alone',
  };
}

/** The coach's last whole answer in this ticket; empty when nobody wrote yet. */
async function answerIn(deps: LearnDeps, ticket: DeskTicket): Promise<string> {
  const talk = await readTalk(deps.store, ticket.conversation);
  return talk.filter(({ from, at }) => from === 'coach' && at >= ticket.createdAt).at(-1)?.text ?? '';
}

function nearestEntry(deps: LearnDeps, question: string): Entry | null {
  const { library, matcher } = deps.knowledge.current();
  for (const { id } of matcher.match(question, { limit: MAX_SUGGESTIONS }).candidates) {
    const item = library.items.get(id);
    if (item?.kind === 'entry') return item;
  }
  return null;
}

/** The filled-in draft as a change: a whole file, in the theme's folder. */
export async function changeFromDraft(deps: LearnDeps, fields: DraftFields, ticketId: string | null): Promise<Change> {
  const ticket = ticketId === null ? null : (await knownTicket(deps.store, ticketId)).ticket;
  return draftChange(fields, {
    library: deps.knowledge.current().library,
    nearest: nearestEntry(deps, fields.question),
    tags: ticket?.tags ?? null,
    ticketNumber: ticket?.number ?? null,
    today: belgianDay(deps.clock.now()),
  });
}

function clip(text: string): string {
  return text.length <= 140 ? text : `${text.slice(0, 140).replace(/\s+\S*$/, '')} …`;
}
