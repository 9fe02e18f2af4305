import { MentorlijnError } from '../errors.js';
import type { ChannelName } from '../message.js';
import type { StoredRecord } from '../ports.js';
import { putInbox, type InboxEntry } from '../records.js';
import { forgetWords, processMessage } from '../turn/process-message.js';
import { MAX_ATTEMPTS } from '../turn/set-aside.js';
import type { Coach } from './coach.js';
import type { DeskDeps } from './desk-deps.js';

/** A message that could not be handled, as a coach sees it. */
export interface ParkedMessage {
  readonly id: string;
  readonly channel: ChannelName;
  readonly askerName: string | null;
  readonly text: string;
  readonly receivedAt: string;
  readonly attempts: number;
  /** Error code of the last attempt. */
  readonly failure: string | null;
}

const MAX_SHOWN = 100;

/** What was set aside, oldest first. */
export async function readParked(deps: DeskDeps): Promise<readonly ParkedMessage[]> {
  const found = await deps.store.query<InboxEntry>({
    kind: 'inbox',
    index: 'state',
    prefix: 'parked|',
    limit: MAX_SHOWN,
  });
  return found.map(({ id, body: { message, attempts, failure } }) => ({
    id,
    channel: message.address.channel,
    askerName: message.asker.name,
    text: message.text,
    receivedAt: message.receivedAt,
    attempts,
    failure,
  }));
}

/** Once more, after a new release or a mended entry. True when it went well now. */
export async function retryParked(deps: DeskDeps, id: string): Promise<boolean> {
  const { body, version } = await parked(deps, id);
  // One try: when it fails it stands here again at once.
  await must(deps, { ...body, state: 'pending', attempts: MAX_ATTEMPTS }, version);
  const done = await processMessage(deps, body.message);
  deps.live.publish('tickets', null);
  return done.kind !== 'parked';
}

/** A coach read it and dealt with it elsewhere: only its id stays, so that a repetition is recognised. */
export async function closeParked(deps: DeskDeps, coach: Coach, id: string): Promise<void> {
  const { body, version } = await parked(deps, id);
  await must(deps, { ...body, message: forgetWords(body.message), state: 'done' }, version);
  deps.log.info('parked-message-closed', { coach: coach.id });
  deps.live.publish('tickets', null);
}

async function parked(deps: DeskDeps, id: string): Promise<StoredRecord<InboxEntry>> {
  const found = await deps.store.get<InboxEntry>('inbox', id);
  if (found?.body.state !== 'parked') throw new MentorlijnError('gone', 'Dit bericht staat hier niet meer.');
  return found;
}

async function must(deps: DeskDeps, entry: InboxEntry, version: number): Promise<void> {
  const done = await deps.store.commit({ puts: [putInbox(entry, version)] });
  if (!done.ok) throw new MentorlijnError('conflict', 'Een collega was je net voor.');
}
