import type { Commit, Store } from '../../handlers/ports.js';

/** The commits of a helpline that matter, by name. */
export type PointName =
  'receive' | 'turn' | 'deliver' | 'claim' | 'reply' | 'propose' | 'publish' | 'receipt' | 'other';

export function nameOf({ puts = [] }: Commit): PointName {
  const inbox = puts.find(({ kind }) => kind === 'inbox')?.body as { state?: string } | undefined;
  if (inbox?.state === 'pending') return 'receive';
  if (inbox?.state === 'done') return 'turn';
  if (puts.some(({ kind, id }) => kind === 'knowledge' && !id.startsWith('proposal'))) return 'publish';
  if (puts.some(({ kind }) => kind === 'knowledge')) return 'propose';
  if (puts.some(({ kind }) => kind === 'receipt')) return 'receipt';
  const ticket = puts.find(({ kind }) => kind === 'ticket');
  const outbox = puts.find(({ kind }) => kind === 'outbox')?.body as { state?: string } | undefined;
  if (ticket) return outbox?.state === 'waiting' ? 'reply' : 'claim';
  return outbox?.state === 'sent' ? 'deliver' : 'other';
}

/** `turn#2:before`: the process dies right before its second turn is committed; `:after` right after it is durable. */
export function deadlyStore(store: Store, point: string, die: () => void): Store {
  const [, name = '', nth = '1', moment = ''] = /^([a-z]+)(?:#(\d+))?:(before|after)$/.exec(point) ?? [];
  let seen = 0;
  return new Proxy(store, {
    get(target, member) {
      const found: unknown = Reflect.get(target, member);
      if (typeof found !== 'function') return found;
      if (member !== 'commit') return found.bind(target) as unknown;
      return async (commit: Commit) => {
        const here = nameOf(commit) === name && (seen += 1) === Number(nth);
        if (here && moment === 'before') die();
        const done = await target.commit(commit);
        if (here && moment === 'after') die();
        return done;
      };
    },
  });
}
