import { findFile, readFile, type KeptFile } from '../attachments.js';
import { MentorlijnError } from '../errors.js';
import type { DeskDeps } from './desk-deps.js';
import type { DeskTicket } from './desk-ticket.js';
import { getTicket } from '../records.js';
import type { TicketFile } from './views.js';

const GONE = 'Deze bijlage bestaat niet (meer).';

/** A file of a ticket's own asker; nobody reaches another's through it. */
export async function openFile(
  deps: Pick<DeskDeps, 'store'>,
  ticket: string,
  file: string,
): Promise<{ readonly file: KeptFile; readonly bytes: Buffer }> {
  const found = await getTicket(deps.store, ticket);
  const known = found?.ticket.attachments.some((attachment) => attachment.file === file) === true;
  const head = known ? await findFile(deps.store, file) : null;
  if (!found || head?.conversation !== found.ticket.conversation) throw new MentorlijnError('not-found', GONE);
  const bytes = await readFile(deps.store, head);
  if (!bytes) throw new MentorlijnError('gone', GONE);
  return { file: head, bytes };
}

/** What the desk says of the attachments of a ticket. */
export async function listFiles(deps: Pick<DeskDeps, 'store'>, ticket: DeskTicket): Promise<readonly TicketFile[]> {
  return Promise.all(
    ticket.attachments.map(async ({ kind, name, file, detail }) => {
      const head = file === undefined ? null : await findFile(deps.store, file);
      const mine = head?.conversation === ticket.conversation ? head : null;
      return {
        kind: mine?.kind ?? kind,
        name,
        detail: detail ?? null,
        file: mine?.id ?? null,
        shown: mine?.shown ?? false,
        size: mine?.size ?? null,
      };
    }),
  );
}
