import type { ItemId } from '../../../knowledge/entry.js';
import type { Overlay } from '../../../knowledge/overlay.js';
import type { Put, Store, StoredRecord } from '../../ports.js';
import type { Change } from './change.js';

/** How what coaches published lies in the store: a head per item, a line per version, and one counter over all. */

/** An item's newest version. */
export interface Head {
  readonly overlay: Overlay;
  readonly revision: number;
  readonly at: string;
}

/** One version of an item: who, when, what, and the whole of it. */
export interface Revision {
  readonly item: ItemId;
  readonly revision: number;
  readonly at: string;
  /** Who proposed it: a coach's id, or `import`. */
  readonly by: string;
  /** Who approved it; the same person where nobody else could. */
  readonly approvedBy: string;
  /** True when nobody else could give a second look. */
  readonly alone: boolean;
  readonly action: Change['do'] | 'at-home';
  /** What it is about, masked: the phrasing, the reason. */
  readonly remark: string;
  readonly overlay: Overlay;
  readonly proposal: string | null;
  readonly ticket: string | null;
}

/** Goes up with everything that is published: processes look at it to see whether they are behind. */
export interface Stamp {
  readonly number: number;
  readonly at: string;
}

const STAMP = 'stamp';
const headId = (item: string): string => `item|${item}`;
const revisionId = (item: string, revision: number): string => `revision|${item}|${String(revision).padStart(6, '0')}`;

export async function readStamp(store: Store): Promise<StoredRecord<Stamp> | null> {
  return store.get<Stamp>('knowledge', STAMP);
}

export function putStamp(before: StoredRecord<Stamp> | null, at: string): Put {
  const body: Stamp = { number: (before?.body.number ?? 0) + 1, at };
  return { kind: 'knowledge', id: STAMP, body, expect: before?.version ?? 'absent' };
}

export async function readHeads(store: Store): Promise<readonly StoredRecord<Head>[]> {
  return store.query<Head>({ kind: 'knowledge', index: 'head' });
}

export function putHead(head: Head, expect: Put['expect']): Put {
  const { item } = head.overlay;
  return { kind: 'knowledge', id: headId(item), body: head, indexes: { head: item }, expect };
}

export function putRevision(revision: Revision): Put {
  const { item, revision: number, at } = revision;
  return {
    kind: 'knowledge',
    id: revisionId(item, number),
    body: revision,
    indexes: { revision: `${item}|${String(number).padStart(6, '0')}`, published: `${at}|${item}` },
    expect: 'absent',
  };
}

/** Every version of an item, newest first. */
export async function readRevisions(store: Store, item: string): Promise<readonly Revision[]> {
  const found = await store.query<Revision>({
    kind: 'knowledge',
    index: 'revision',
    prefix: `${item}|`,
    order: 'desc',
  });
  return found.map(({ body }) => body);
}
