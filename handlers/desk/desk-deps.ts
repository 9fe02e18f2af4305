import type { Clock, Ids, Knowledge, LiveUpdates, Log, Store } from '../ports.js';
import type { PasswordHasher } from './password.js';
import type { PromiseRules } from './promise.js';

/** What the coaches' stories need from outside. */
export interface DeskDeps {
  readonly store: Store;
  readonly knowledge: Knowledge;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly live: LiveUpdates;
  readonly rules: PromiseRules;
  readonly passwords: PasswordHasher;
}
