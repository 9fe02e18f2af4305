import { MemoryStore, type ClientRateLimitInfo, type Options, type Store as LimitStore } from 'express-rate-limit';
import type { Redis } from 'ioredis';
import { RedisStore as RedisLimits, type RedisReply } from 'rate-limit-redis';
import type { LimitStores } from '../rate-limits.js';

/** Counting must not hold up a turn: without an answer in this time we count ourselves. */
const PATIENCE_MS = 250;
/** After a failure Redis is left in peace this long. */
const REST_MS = 2_000;

/** One count per address over every process, so that more processes do not mean more guesses. */
export function redisLimits(redis: Redis, installation: string): LimitStores {
  return (name) =>
    new SparingLimits(
      new RedisLimits({
        prefix: `{${installation}}:limit:${name}:`,
        sendCommand: (command: string, ...args: string[]) => redis.call(command, ...args) as Promise<RedisReply>,
      }),
      name,
    );
}

/** While the shared count is away every process counts for itself: a limit never falls away, and never blocks. */
class SparingLimits implements LimitStore {
  readonly #own = new MemoryStore();
  #restUntil = 0;

  constructor(
    private readonly shared: LimitStore,
    /** Tells limiters apart: one request may be counted by several. */
    readonly prefix: string,
  ) {}

  init(options: Options): void {
    this.#own.init(options);
    void this.shared.init?.(options);
  }

  async increment(key: string): Promise<ClientRateLimitInfo> {
    return (await this.#try(async () => this.shared.increment(key))) ?? this.#own.increment(key);
  }

  async decrement(key: string): Promise<void> {
    await this.#try(async () => this.shared.decrement(key));
    await this.#own.decrement(key);
  }

  async resetKey(key: string): Promise<void> {
    await this.#try(async () => this.shared.resetKey(key));
    await this.#own.resetKey(key);
  }

  shutdown(): void {
    this.#own.shutdown();
  }

  async #try<T>(work: () => Promise<T>): Promise<T | null> {
    if (performance.now() < this.#restUntil) return null;
    let late: NodeJS.Timeout | undefined;
    const patience = new Promise<never>((_, fail) => {
      late = setTimeout(() => {
        fail(new Error('the shared count is slow'));
      }, PATIENCE_MS);
    });
    try {
      return await Promise.race([work(), patience]);
    } catch {
      this.#restUntil = performance.now() + REST_MS;
      return null;
    } finally {
      clearTimeout(late);
    }
  }
}
