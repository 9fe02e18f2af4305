import type { Append } from '../ports.js';
import type { OutboxEntry } from '../records.js';

/** How an answer stands in the very commit of its turn when it goes out right after it. */
export interface Begun {
  /** Sent already, with a channel that is ours; or to be sent by whoever began it. */
  readonly entry: OutboxEntry;
  /** What that channel keeps of it. */
  readonly appends: readonly Append[];
}

/** What sends answers: asked before the commit, so that what was just written need not be looked for, or written again. */
export interface AtOnce {
  /** Null: others wait before it, or its channel has more to write; then it goes through the outbox like any message. */
  begin(entry: OutboxEntry, id: string): Promise<Begun | null>;
}

/** For who only takes messages in: everything waits in the outbox. */
export const LATER: AtOnce = { begin: () => Promise.resolve(null) };

/** The answer of a turn that was committed. */
export interface Answer {
  readonly id: string;
  readonly entry: OutboxEntry;
  /** Null: it waits in the outbox. */
  readonly begun: Begun | null;
}
