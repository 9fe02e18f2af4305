import { MentorlijnError } from '../handlers/errors.js';
import { conversationKey, type ChannelName } from '../handlers/message.js';
import type { Clock, Commit, LiveUpdates, Log, Store, StoredRecord } from '../handlers/ports.js';
import { channelRecordsOf } from '../handlers/privacy/erase.js';
import { putOutbox, type OutboxEntry } from '../handlers/records.js';
import type { Answer, Begun } from '../handlers/turn/at-once.js';
import { DeliveryError, type Deliverer } from './deliverer.js';
import type { Sending } from './outbox-round.js';

export interface OutboxDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly live: LiveUpdates;
  readonly deliverers: (entry: OutboxEntry) => Deliverer | null;
  /** Told of every send that went or failed, for the figures. */
  readonly onDelivery?: (channel: ChannelName, result: 'sent' | 'failed', code?: string) => void;
  /** So long may a channel take to answer; left out: SEND_MS. */
  readonly sendMs?: number;
}

/** A message being sent is nobody else's for this long. */
export const LEASE_MS = 20_000;
/** A channel that does not answer within this time has failed: well before the lease ends and another may send. */
const SEND_MS = 15_000;
const MAX_ATTEMPTS = 12;
/** What a channel holds back is given up after this long: a coach sees it, and the asker would no longer understand it. */
const MAX_HELD_MS = 30 * 86_400_000;
/** 2 s, 4 s, … at most half an hour between tries: twelve tries span some four hours. */
const backoffMs = (attempts: number): number => Math.min(2_000 * 2 ** (attempts - 1), 1_800_000);

/** Nobody is sending it any more. */
function arrived({ sending: _, ...entry }: OutboxEntry): OutboxEntry {
  return entry;
}

async function inTime(sending: Promise<void>, sendMs: number): Promise<void> {
  let late: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, fail) => {
    late = setTimeout(() => {
      fail(new DeliveryError('timeout', false));
    }, sendMs);
  });
  try {
    await Promise.race([sending, timeout]);
  } finally {
    clearTimeout(late);
  }
}

type Kept = Pick<StoredRecord<OutboxEntry>, 'id' | 'body' | 'version'>;

/** Sends one message of the outbox by the rules of its channel, and keeps how it fared. */
export class Sender {
  constructor(private readonly deps: OutboxDeps) {}

  /**
   * A message as its first commit may hold it: what a channel of ours keeps itself goes along in that very commit. What
   * leaves the house still waits there: only once its sending is noted may a second try say that it may be one.
   */
  async begin(entry: OutboxEntry, id: string): Promise<Begun | null> {
    const deliverer = this.deps.deliverers(entry);
    if (deliverer === null || entry.lastWord === true) return null;
    if (deliverer.by === 'send') return { entry, appends: [] };
    const also = (await deliverer.alsoPuts?.(entry, id)) ?? [];
    return also.length > 0 ? null : { entry: this.#done(entry), appends: deliverer.appends(entry, id) };
  }

  /** Goes on with what `begin` began, once that commit is on disk. */
  async finish({ id, entry }: Answer, begun: Begun): Promise<void> {
    if (begun.entry.state === 'waiting') await this.send({ id, body: entry, version: 1 });
    else this.#went(entry);
  }

  async send(record: Kept): Promise<Sending> {
    const { body: entry } = record;
    // Sent by another process a moment ago.
    if (entry.state !== 'waiting') return 'look-again';
    const deliverer = this.deps.deliverers(entry);
    if (deliverer?.by === 'commit') return this.#commit(record, deliverer);
    return this.#deliver(record);
  }

  async #commit(
    { body: entry, id, version }: Kept,
    deliverer: Deliverer & { readonly by: 'commit' },
  ): Promise<Sending> {
    const sent = await this.#sent(id, entry, version);
    const also = (await deliverer.alsoPuts?.(entry, id)) ?? [];
    const done = await this.deps.store.commit({
      ...sent,
      puts: [...(sent.puts ?? []), ...also],
      appends: deliverer.appends(entry, id),
    });
    // A conflict means that another process was first: look again.
    if (!done.ok) return 'look-again';
    this.#went(entry);
    return also.length > 0 ? 'look-again' : 'sent';
  }

  async #deliver({ id, body: entry, version }: Kept): Promise<Sending> {
    const leased: OutboxEntry = { ...entry, dueAt: this.#now(LEASE_MS), attempts: entry.attempts + 1, sending: true };
    const lease = await this.deps.store.commit({ puts: [putOutbox(id, leased, version)] });
    if (!lease.ok) return 'stays';
    try {
      const deliverer = this.deps.deliverers(entry);
      if (deliverer?.by !== 'send') throw new DeliveryError('no-channel', false);
      await inTime(deliverer.send(entry, id), this.deps.sendMs ?? SEND_MS);
      await this.deps.store.commit(await this.#sent(id, leased, version + 1));
      this.#went(entry);
      return 'sent';
    } catch (error) {
      await this.#failed(id, leased, version + 1, error);
      return 'stays';
    }
  }

  #done(entry: OutboxEntry): OutboxEntry {
    return { ...arrived(entry), state: 'sent', failure: null, dueAt: this.#now(0) };
  }

  #went(entry: OutboxEntry): void {
    this.deps.onDelivery?.(entry.address.channel, 'sent');
    this.#tell(entry);
  }

  async #sent(id: string, entry: OutboxEntry, version: number): Promise<Commit> {
    if (entry.lastWord === true) return this.#forget(id, entry, version);
    return { puts: [putOutbox(id, this.#done(entry), version)] };
  }

  /** Our last word to somebody who had everything erased takes its own traces with it. */
  async #forget(id: string, entry: OutboxEntry, version: number): Promise<Commit> {
    const known = await channelRecordsOf(this.deps.store, entry.conversation);
    return { deletes: [{ kind: 'outbox', id, expect: version }, ...known] };
  }

  async #failed(id: string, entry: OutboxEntry, version: number, error: unknown): Promise<void> {
    if (error instanceof MentorlijnError && error.code === 'store-unavailable') throw error;
    const cause = error instanceof DeliveryError ? error : new DeliveryError('unexpected', false, { cause: error });
    const worn = cause.held ? this.#age(entry) > MAX_HELD_MS : entry.attempts >= MAX_ATTEMPTS;
    const final = cause.permanent || worn;
    const dueAt = this.#now(cause.retryAfterMs ?? backoffMs(entry.attempts));
    const attempts = cause.held ? entry.attempts - 1 : entry.attempts;
    const next: OutboxEntry = {
      ...arrived(entry),
      attempts,
      state: final ? 'failed' : 'waiting',
      failure: cause.code,
      dueAt,
    };
    this.deps.log.error('delivery-failed', error, {
      channel: entry.address.channel,
      code: cause.code,
      attempts: entry.attempts,
      final,
    });
    await this.deps.store.commit(
      final && entry.lastWord === true
        ? await this.#forget(id, entry, version)
        : { puts: [putOutbox(id, next, version)] },
    );
    this.deps.onDelivery?.(entry.address.channel, 'failed', cause.code);
    this.#tell(entry);
  }

  #tell(entry: OutboxEntry): void {
    // By the address: after two conversations were joined it is the channel's own id that listens.
    this.deps.live.publish(`talk:${conversationKey(entry.address.channel, entry.address.conversationId)}`, null);
    if (entry.ticket !== null) this.deps.live.publish('tickets', entry.ticket);
  }

  #age(entry: OutboxEntry): number {
    return this.deps.clock.now().getTime() - Date.parse(entry.createdAt);
  }

  #now(plusMs: number): string {
    return new Date(this.deps.clock.now().getTime() + plusMs).toISOString();
  }
}
