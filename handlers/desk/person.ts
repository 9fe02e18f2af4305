import { MentorlijnError } from '../errors.js';
import type { Append } from '../ports.js';
import { erasureOf } from '../privacy/erase.js';
import { exportPerson, type PersonExport } from '../privacy/export-person.js';
import { PRIVACY_TEXTS } from '../privacy/texts.js';
import { putOutbox, waitingSince } from '../records.js';
import { reply, text } from '../reply.js';
import type { Coach } from './coach.js';
import type { DeskDeps } from './desk-deps.js';
import { knownTicket } from './known-ticket.js';

type PersonDeps = Pick<DeskDeps, 'store' | 'clock' | 'ids' | 'live' | 'log'>;

/** Who looked into or erased whose data, and when. Holds no word of the person himself. */
export interface PrivacyLine {
  readonly at: string;
  readonly by: string;
  readonly action: 'export' | 'erase';
  readonly ticket: number;
}

export const PRIVACY_LOG = 'privacy';

/** Everything that is kept of the asker of a ticket, to give to him. Noted. */
export async function exportAsker(deps: PersonDeps, coach: Coach, id: string): Promise<PersonExport> {
  const found = await knownTicket(deps.store, id);
  const person = await exportPerson(deps.store, found.ticket.conversation, deps.clock.now());
  await deps.store.commit({ appends: [privacyLine(deps, coach, 'export', found.ticket.number)] });
  return person;
}

const MAX_CONFLICTS = 20;

/** Erases the asker of a ticket, on his request. He gets one last word about it. Noted. */
export async function eraseAsker(deps: PersonDeps, coach: Coach, id: string): Promise<void> {
  for (let round = 0; round < MAX_CONFLICTS; round += 1) {
    const found = await knownTicket(deps.store, id);
    const { conversation, address, number } = found.ticket;
    const now = deps.clock.now();
    const at = now.toISOString();
    const erasure = await erasureOf(deps.store, conversation, { now, until: at });
    const lastWord = {
      conversation,
      address,
      reply: reply([text(PRIVACY_TEXTS.erasedByCoach)]),
      ...waitingSince(at),
      ticket: null,
      lastWord: true,
    } as const;
    const done = await deps.store.commit({
      puts: [...erasure.puts, putOutbox(deps.ids.next(), lastWord, 'absent')],
      deletes: erasure.deletes,
      dropLogs: erasure.dropLogs,
      appends: [privacyLine(deps, coach, 'erase', number)],
    });
    if (!done.ok) continue;
    deps.live.publish('outbox', conversation);
    for (const ticket of erasure.tickets) deps.live.publish('tickets', ticket);
    return;
  }
  throw new MentorlijnError('conflict', 'Deze vraag verandert te snel. Probeer het opnieuw.');
}

function privacyLine({ clock, log }: PersonDeps, coach: Coach, action: PrivacyLine['action'], ticket: number): Append {
  log.info('privacy', { action, ticket, by: coach.id });
  const body: PrivacyLine = { at: clock.now().toISOString(), by: coach.id, action, ticket };
  return { log: PRIVACY_LOG, body };
}
