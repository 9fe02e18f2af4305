import type { ItemId } from '../../../knowledge/entry.js';
import { MentorlijnError } from '../../errors.js';
import type { Put, Store } from '../../ports.js';
import type { LearnDeps } from './learn-deps.js';

/** Who looks after an item. Kept in the store: a person's name never reaches the files. */
interface Ownership {
  readonly item: string;
  readonly owner: string;
  readonly since: string;
}

export async function readOwners(store: Store): Promise<ReadonlyMap<string, string>> {
  const found = await store.query<Ownership>({ kind: 'knowledge', index: 'owned' });
  return new Map(found.map(({ body }) => [body.item, body.owner]));
}

/** Gives an item into a coach's care, or nobody's. */
export async function assignOwner(deps: LearnDeps, item: string, owner: string | null): Promise<void> {
  if (!deps.knowledge.current().library.items.has(item as ItemId))
    throw new MentorlijnError('not-found', 'Deze ingang bestaat niet (meer).');
  const id = `owner|${item}`;
  const body: Ownership = { item, owner: owner ?? '', since: deps.clock.now().toISOString() };
  const put: Put = { kind: 'knowledge', id, body, indexes: { owned: item }, expect: 'any' };
  await deps.store.commit(owner === null ? { deletes: [{ kind: 'knowledge', id, expect: 'any' }] } : { puts: [put] });
  deps.live.publish('knowledge', null);
}
