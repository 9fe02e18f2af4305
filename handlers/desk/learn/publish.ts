import { formatProblem } from '../../../knowledge/problem.js';
import { MentorlijnError } from '../../errors.js';
import type { Append, Put } from '../../ports.js';
import { getTicket, putTicket } from '../../records.js';
import { isOpen } from '../../ticket.js';
import { withHistory } from '../change-ticket.js';
import type { DeskTicket } from '../desk-ticket.js';
import { itemOf, type Change } from './change.js';
import { readInForce, withChange, type Changed, type InForce } from './in-force.js';
import type { LearnDeps } from './learn-deps.js';
import { putHead, putRevision, putStamp, type Revision } from './published.js';
import { mayBeThanked, thankAsker } from './tell-asker.js';
import { LEARN_HISTORY, LEARN_REFUSALS } from './texts.js';

export interface Publication {
  readonly change: Change;
  readonly by: string;
  readonly approvedBy: string;
  readonly alone: boolean;
  readonly remark: string;
  readonly proposal: string | null;
  readonly ticket: string | null;
  readonly tellAsker: boolean;
  /** Written in the same commit: the proposal that is decided by it. Read anew on every try. */
  readonly also?: () => Promise<readonly Put[]>;
}

/** Coaches may publish at the same moment; each then looks again at what the other left. */
const MAX_CONFLICTS = 30;

/** One commit: the new version, its line in the history, the proposal, the ticket, the thank-you. All of it or nothing. */
export async function publish(deps: LearnDeps, publication: Publication): Promise<Revision> {
  for (let round = 0; round < MAX_CONFLICTS; round += 1) {
    const now = deps.clock.now();
    const inForce = await readInForce(deps);
    const changed = await withChange(deps, inForce, publication.change);
    mustBeGood(changed);
    const revision = newRevision(inForce, changed, publication, now);
    const ticket = await ticketChange(deps, publication, changed, now);
    const done = await deps.store.commit({
      puts: [...knowledgePuts(inForce, revision), ...ticket.puts, ...((await publication.also?.()) ?? [])],
      appends: ticket.appends,
    });
    if (!done.ok) continue;
    // Whoever published sees it work at once, and desks hear of it when it does.
    await deps.learning.takeOver();
    deps.live.publish('knowledge', (inForce.stamp?.body.number ?? 0) + 1);
    if (ticket.of !== null) {
      deps.live.publish('tickets', ticket.of.id);
      deps.live.publish('outbox', ticket.of.conversation);
    }
    return revision;
  }
  throw new MentorlijnError('conflict', 'De kennis verandert te snel. Probeer het opnieuw.');
}

/** The check refuses what would break the library, whoever approves it. */
function mustBeGood({ result }: Changed): void {
  if (result.library) return;
  const errors = result.problems.filter(({ severity }) => severity === 'error').map(formatProblem);
  throw new MentorlijnError('bad-request', `${LEARN_REFUSALS.hasProblems} ${errors.slice(0, 3).join(' · ')}`);
}

function newRevision(inForce: InForce, changed: Changed, publication: Publication, now: Date): Revision {
  const { by, approvedBy, alone, remark, proposal, ticket, change } = publication;
  const number = (inForce.heads.get(changed.item)?.body.revision ?? 0) + 1;
  return {
    item: changed.item,
    revision: number,
    at: now.toISOString(),
    by,
    approvedBy,
    alone,
    action: change.do,
    remark,
    overlay: changed.overlay,
    proposal,
    ticket,
  };
}

function knowledgePuts(inForce: InForce, revision: Revision): readonly Put[] {
  const before = inForce.heads.get(revision.item);
  const head = { overlay: revision.overlay, revision: revision.revision, at: revision.at };
  return [putStamp(inForce.stamp, revision.at), putHead(head, before?.version ?? 'absent'), putRevision(revision)];
}

interface TicketWrites {
  readonly of: DeskTicket | null;
  readonly puts: readonly Put[];
  readonly appends: readonly Append[];
}

const NO_TICKET: TicketWrites = { of: null, puts: [], appends: [] };

/** The ticket remembers what came of it; an erased one is passed over. */
async function ticketChange(
  deps: LearnDeps,
  publication: Publication,
  changed: Changed,
  now: Date,
): Promise<TicketWrites> {
  const found = publication.ticket === null ? null : await getTicket(deps.store, publication.ticket);
  if (!found) return NO_TICKET;
  const ticket: DeskTicket = found.ticket;
  const item = changed.result.library?.items.get(itemOf(publication.change));
  const wrote = publication.change.do === 'write';
  const due = publication.tellAsker && item !== undefined && ticket.learning?.told !== true;
  const thanks = due && mayBeThanked(ticket) ? await thankAsker(deps, { ticket, item, wrote }, now) : null;
  const learned = [...new Set([...ticket.learned, changed.item])];
  const next = withHistory(ticket, now, publication.approvedBy, LEARN_HISTORY.published, changed.item);
  const told = ticket.learning?.told === true || thanks !== null;
  // Not answered yet: he hears of it after his own answer.
  const owed = due && isOpen(ticket) ? { item: item.id, wrote } : (ticket.learning?.owed ?? null);
  return {
    of: ticket,
    puts: [
      putTicket({
        ticket: {
          ...next,
          learned,
          updatedAt: now.toISOString(),
          learning: { state: 'published', proposal: publication.proposal, told, owed },
        } as DeskTicket,
        version: found.version,
      }),
      ...(thanks?.puts ?? []),
    ],
    appends: thanks?.appends ?? [],
  };
}
