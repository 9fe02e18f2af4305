import { MentorlijnError } from '../handlers/errors.js';
import { conversationKey, type ChannelName, type ConversationKey } from '../handlers/message.js';
import type { Append, Clock, Commit, LiveUpdates, Log, Put, Store, StoredRecord } from '../handlers/ports.js';
import { channelRecordsOf } from '../handlers/privacy/erase.js';
import { putOutbox, type OutboxEntry } from '../handlers/records.js';
import { firstPerChannel, type Flush, type Sending } from './outbox-round.js';
import { newTrace, withTrace } from './trace.js';

/** How one channel speaks to a conversation. */
export type Deliverer =
  /** What the channel keeps itself is appended in the very commit that marks the message as sent: exactly once. */
  | {
      readonly by: 'commit';
      appends(entry: OutboxEntry, id: string): readonly Append[];
      /** Written in that commit too. */ alsoPuts?(entry: OutboxEntry, id: string): Promise<readonly Put[]>;
    }
  /** Goes out of the house: leased first, at least once. Throws DeliveryError to have it retried or given up. */
  | { readonly by: 'send'; send(entry: OutboxEntry, id: string): Promise<void> };

/** A send that failed. `permanent`: trying again cannot help. */
export class DeliveryError extends Error {
  override readonly name = 'DeliveryError';
  constructor(
    readonly code: string,
    readonly permanent: boolean,
    options?: ErrorOptions & { readonly retryAfterMs?: number; readonly held?: boolean },
  ) {
    super(code, options);
    this.retryAfterMs = options?.retryAfterMs ?? null;
    this.held = options?.held ?? false;
  }
  readonly retryAfterMs: number | null;
  /** The channel cannot now, whatever the message: this try does not count, only its age does. */
  readonly held: boolean;
}

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
const LEASE_MS = 20_000;
/** A channel that does not answer within this time has failed: well before the lease ends and another may send. */
const SEND_MS = 15_000;
/** No retry is planned further ahead than this; what is planned later was planned by a clock that has been set back. */
const FURTHEST_MS = 3_600_000;
const POLL_MS = 2_000;
const MAX_ATTEMPTS = 12;
/** What a channel holds back is given up after this long: a coach sees it, and the asker would no longer understand it. */
const MAX_HELD_MS = 30 * 86_400_000;
/** 2 s, 4 s, … at most half an hour between tries: twelve tries span some four hours. */
const backoffMs = (attempts: number): number => Math.min(2_000 * 2 ** (attempts - 1), 1_800_000);

/** So many waiting messages are looked at, to find the first of each channel a conversation uses. */
const MAX_AHEAD = 50;

/** So many messages on their way at others are watched; beyond that the watch begins anew. */
const MAX_WATCHED = 5_000;

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

/** Speaks outside a turn: sends what is waiting, in order per conversation, retries, and never twice at once. */
export class Outbox {
  readonly #deps: OutboxDeps;
  readonly #busy = new Map<ConversationKey, Flush>();
  /** What others are sending, and since when it looks so from here. */
  readonly #watched = new Map<string, { readonly version: number; readonly since: number }>();
  #timer: NodeJS.Timeout | null = null;
  #unsubscribe: (() => void) | null = null;

  constructor(deps: OutboxDeps) {
    this.#deps = deps;
  }

  start(): void {
    this.#unsubscribe = this.#deps.live.subscribe('outbox', (key) => {
      if (typeof key === 'string') void this.flush(key as ConversationKey);
    });
    this.#timer = setInterval(() => void withTrace(`outbox-${newTrace()}`, () => this.sendDue()), POLL_MS);
    this.#timer.unref();
    void this.sendDue();
  }

  /** Stops taking new work and waits for what is being sent. */
  async stop(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer);
    this.#unsubscribe?.();
    await this.idle();
  }

  /** Waits for what is being sent now. */
  async idle(): Promise<void> {
    await Promise.allSettled([...this.#busy.values()].map(({ done }) => done));
  }

  /**
   * Sends what waits for one conversation, oldest first. One flush per conversation at a time in this process; who comes
   * meanwhile has it look again, unless it has seen the `entry` he comes for.
   */
  async flush(key: ConversationKey, entry?: string): Promise<void> {
    const running = this.#busy.get(key);
    if (running) {
      if (entry === undefined || !running.seen.has(entry)) running.again = true;
      return running.done;
    }
    const flush: Flush = { seen: new Set(), again: true, done: Promise.resolve() };
    this.#busy.set(key, flush);
    flush.done = this.#run(key, flush);
    return flush.done;
  }

  async #run(key: ConversationKey, flush: Flush): Promise<void> {
    try {
      while (flush.again) {
        flush.again = false;
        await this.#sendAll(key, flush.seen);
      }
    } catch (error) {
      this.#deps.log.error('outbox-flush-failed', error);
    } finally {
      // In the same breath as the last look at `again`: nobody is sent away who was not served.
      this.#busy.delete(key);
    }
  }

  /** Every conversation with something due now. */
  async sendDue(): Promise<void> {
    try {
      const due = await this.#deps.store.query<OutboxEntry>({
        kind: 'outbox',
        index: 'due',
        limit: 200,
      });
      const ready = due.filter((record) => this.#mayGo(record));
      await Promise.all([...new Set(ready.map(({ body }) => body.conversation))].map((key) => this.flush(key)));
    } catch (error) {
      this.#deps.log.error('outbox-poll-failed', error);
    }
  }

  async #sendAll(key: ConversationKey, seen: Set<string>): Promise<void> {
    for (;;) {
      const waiting = await this.#deps.store.query<OutboxEntry>({
        kind: 'outbox',
        index: 'queue',
        prefix: `${key}|`,
        limit: MAX_AHEAD,
      });
      for (const { id } of waiting) seen.add(id);
      // An older message that has to wait holds back the younger ones of its channel: order is part of the answer.
      const ready = firstPerChannel(waiting).filter((record) => this.#mayGo(record));
      const went = await Promise.all(ready.map((record) => this.#sendOne(record)));
      if (went.every((how) => how === 'stays')) return;
      if (ready.length === waiting.length && went.every((how) => how === 'sent')) return;
    }
  }

  async #sendOne(record: StoredRecord<OutboxEntry>): Promise<Sending> {
    const { body: entry, id, version } = record;
    // Sent by another process a moment ago.
    if (entry.state !== 'waiting') return 'look-again';
    const deliverer = this.#deps.deliverers(entry);
    if (deliverer?.by === 'commit') {
      // A conflict means that another process was first: look again.
      const sent = await this.#sent(id, entry, version);
      const also = (await deliverer.alsoPuts?.(entry, id)) ?? [];
      const done = await this.#deps.store.commit({
        ...sent,
        puts: [...(sent.puts ?? []), ...also],
        appends: deliverer.appends(entry, id),
      });
      if (!done.ok) return 'look-again';
      this.#deps.onDelivery?.(entry.address.channel, 'sent');
      this.#tell(entry);
      return also.length > 0 ? 'look-again' : 'sent';
    }
    const leased: OutboxEntry = { ...entry, dueAt: this.#now(LEASE_MS), attempts: entry.attempts + 1, sending: true };
    const lease = await this.#deps.store.commit({ puts: [putOutbox(id, leased, version)] });
    if (!lease.ok) return 'stays';
    try {
      if (!deliverer) throw new DeliveryError('no-channel', false);
      await inTime(deliverer.send(entry, id), this.#deps.sendMs ?? SEND_MS);
      await this.#deps.store.commit(await this.#sent(id, leased, version + 1));
      this.#deps.onDelivery?.(entry.address.channel, 'sent');
      this.#tell(entry);
      return 'sent';
    } catch (error) {
      await this.#failed(id, leased, version + 1, error);
      return 'stays';
    }
  }

  async #sent(id: string, entry: OutboxEntry, version: number): Promise<Commit> {
    if (entry.lastWord === true) return this.#forget(id, entry, version);
    return { puts: [putOutbox(id, { ...arrived(entry), state: 'sent', failure: null, dueAt: this.#now(0) }, version)] };
  }

  /** Our last word to somebody who had everything erased takes its own traces with it. */
  async #forget(id: string, entry: OutboxEntry, version: number): Promise<Commit> {
    const known = await channelRecordsOf(this.#deps.store, entry.conversation);
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
    this.#deps.log.error('delivery-failed', error, {
      channel: entry.address.channel,
      code: cause.code,
      attempts: entry.attempts,
      final,
    });
    await this.#deps.store.commit(
      final && entry.lastWord === true
        ? await this.#forget(id, entry, version)
        : { puts: [putOutbox(id, next, version)] },
    );
    this.#deps.onDelivery?.(entry.address.channel, 'failed', cause.code);
    this.#tell(entry);
  }

  /** Its time has come; or another process was sending it, and does so no more. */
  #mayGo(record: StoredRecord<OutboxEntry>): boolean {
    return record.body.sending === true ? this.#isLeft(record) : this.#isDue(record.body);
  }

  /** A clock that is set back must not hold up what was due by the clock of before. */
  #isDue({ dueAt, createdAt, attempts }: OutboxEntry): boolean {
    if (dueAt <= this.#now(0)) return true;
    return attempts === 0 ? dueAt === createdAt : dueAt > this.#now(FURTHEST_MS) && createdAt > this.#now(0);
  }

  /**
   * What another process is sending is left to it until we saw nothing happen for a whole lease, by our own clock: the
   * clocks of two processes may be minutes apart, and what is sent twice is read twice.
   */
  #isLeft({ id, version }: StoredRecord<OutboxEntry>): boolean {
    const now = this.#deps.clock.now().getTime();
    const seen = this.#watched.get(id);
    if (seen?.version === version && seen.since <= now) return now - seen.since >= LEASE_MS;
    if (this.#watched.size >= MAX_WATCHED) this.#watched.clear();
    this.#watched.set(id, { version, since: now });
    return false;
  }

  #tell(entry: OutboxEntry): void {
    // By the address: after two conversations were joined it is the channel's own id that listens.
    this.#deps.live.publish(`talk:${conversationKey(entry.address.channel, entry.address.conversationId)}`, null);
    if (entry.ticket !== null) this.#deps.live.publish('tickets', entry.ticket);
  }

  #age(entry: OutboxEntry): number {
    return this.#deps.clock.now().getTime() - Date.parse(entry.createdAt);
  }

  #now(plusMs: number): string {
    return new Date(this.#deps.clock.now().getTime() + plusMs).toISOString();
  }
}
