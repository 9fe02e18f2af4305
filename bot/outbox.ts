import type { ConversationKey } from '../handlers/message.js';
import type { StoredRecord } from '../handlers/ports.js';
import type { OutboxEntry } from '../handlers/records.js';
import type { Answer, AtOnce, Begun } from '../handlers/turn/at-once.js';
import { firstPerChannel, type Flush } from './outbox-round.js';
import { LEASE_MS, Sender, type OutboxDeps } from './sender.js';
import { newTrace, withTrace } from './trace.js';

/** No retry is planned further ahead than this; what is planned later was planned by a clock that has been set back. */
const FURTHEST_MS = 3_600_000;
const POLL_MS = 2_000;
/** So many waiting messages are looked at, to find the first of each channel a conversation uses. */
const MAX_AHEAD = 50;

/** So many messages on their way at others are watched; beyond that the watch begins anew. */
const MAX_WATCHED = 5_000;

/** Speaks outside a turn: sends what is waiting, in order per conversation, retries, and never twice at once. */
export class Outbox implements AtOnce {
  readonly #deps: OutboxDeps;
  readonly #sender: Sender;
  readonly #busy = new Map<ConversationKey, Flush>();
  /** What others are sending, and since when it looks so from here. */
  readonly #watched = new Map<string, { readonly version: number; readonly since: number }>();
  #timer: NodeJS.Timeout | null = null;
  #unsubscribe: (() => void) | null = null;

  constructor(deps: OutboxDeps) {
    this.#deps = deps;
    this.#sender = new Sender(deps);
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

  /**
   * An answer goes out with its own turn when nothing waits before it. Somebody may still put a message there before
   * that turn is committed: the two were said at the same moment, and either may come first.
   */
  async begin(entry: OutboxEntry, id: string): Promise<Begun | null> {
    const { conversation } = entry;
    if (this.#busy.has(conversation)) return null;
    const waiting = await this.#deps.store.count({ kind: 'outbox', index: 'queue', prefix: `${conversation}|` });
    return waiting === 0 ? this.#sender.begin(entry, id) : null;
  }

  /** Sends the answer of a turn that was committed. */
  async answer(answer: Answer): Promise<void> {
    const { id, begun } = answer;
    const key = answer.entry.conversation;
    if (begun === null) return this.flush(key, id);
    const running = this.#busy.get(key);
    if (running) {
      await this.#sender.finish(answer, begun);
      return this.flush(key);
    }
    const flush: Flush = { seen: new Set([id]), again: false, done: Promise.resolve() };
    this.#busy.set(key, flush);
    flush.done = this.#run(key, flush, () => this.#sender.finish(answer, begun));
    return flush.done;
  }

  async #run(key: ConversationKey, flush: Flush, first?: () => Promise<void>): Promise<void> {
    try {
      await first?.();
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
      const went = await Promise.all(ready.map((record) => this.#sender.send(record)));
      if (went.every((how) => how === 'stays')) return;
      if (ready.length === waiting.length && went.every((how) => how === 'sent')) return;
    }
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

  #now(plusMs: number): string {
    return new Date(this.#deps.clock.now().getTime() + plusMs).toISOString();
  }
}
