import type { Append, Put } from '../handlers/ports.js';
import type { OutboxEntry } from '../handlers/records.js';

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
