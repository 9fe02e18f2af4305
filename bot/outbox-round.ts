import type { ChannelName } from '../handlers/message.js';
import type { StoredRecord } from '../handlers/ports.js';
import type { OutboxEntry } from '../handlers/records.js';

/** `look-again`: somebody else was at it, or it left something behind it to send; `stays`: not now. */
export type Sending = 'sent' | 'look-again' | 'stays';

/** One round of sending for a conversation. */
export interface Flush {
  /** Entries it has seen waiting: whoever asks for one of these is served by it. */
  readonly seen: Set<string>;
  /** Somebody came who may mean something it has not seen. */
  again: boolean;
  done: Promise<void>;
}

/** The oldest waiting message of each channel a conversation uses. */
export function firstPerChannel(waiting: readonly StoredRecord<OutboxEntry>[]): readonly StoredRecord<OutboxEntry>[] {
  const first = new Map<ChannelName, StoredRecord<OutboxEntry>>();
  for (const record of waiting)
    if (!first.has(record.body.address.channel)) first.set(record.body.address.channel, record);
  return [...first.values()];
}
