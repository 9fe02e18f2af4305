import { MentorlijnError } from '../errors.js';
import type { Store } from '../ports.js';
import { getTicket } from '../records.js';
import type { DeskTicket } from './desk-ticket.js';

/** A ticket and the version it was read at. */
export interface KnownTicket {
  readonly ticket: DeskTicket;
  readonly version: number;
}

/** The ticket a coach names; refused when it never was, or went with the data of its asker. */
export async function knownTicket(store: Store, id: string): Promise<KnownTicket> {
  const found = await getTicket(store, id);
  if (!found) throw new MentorlijnError('not-found', 'Deze vraag bestaat niet (meer).');
  return found;
}
