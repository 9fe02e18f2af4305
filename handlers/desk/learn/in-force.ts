import type { ItemId } from '../../../knowledge/entry.js';
import type { LoadResult } from '../../../knowledge/load-library.js';
import { layOver, type Overlay } from '../../../knowledge/overlay.js';
import { idOf } from '../../../knowledge/parse-item.js';
import type { StoredRecord } from '../../ports.js';
import { applyChange, itemOf, type Change, type Standing } from './change.js';
import type { LearnDeps } from './learn-deps.js';
import { readHeads, readRevisions, readStamp, type Head, type Stamp } from './published.js';

/** The knowledge as files and store hold it at this moment, and the versions to write against. */
export interface InForce {
  readonly stamp: StoredRecord<Stamp> | null;
  readonly heads: ReadonlyMap<string, StoredRecord<Head>>;
  /** Files with everything published laid over them. */
  readonly texts: ReadonlyMap<string, string>;
}

/** The stamp first: what is published meanwhile then shows as a conflict. */
export async function readInForce(deps: Pick<LearnDeps, 'store' | 'learning'>): Promise<InForce> {
  const stamp = await readStamp(deps.store);
  const heads = new Map((await readHeads(deps.store)).map((head) => [head.body.overlay.item as string, head]));
  const texts = layOver(deps.learning.files(), overlays(heads));
  return { stamp, heads, texts };
}

function overlays(heads: ReadonlyMap<string, StoredRecord<Head>>): readonly Overlay[] {
  return [...heads.values()].map(({ body }) => body.overlay);
}

/** What the knowledge would be with a change. */
export interface Changed {
  readonly item: ItemId;
  readonly overlay: Overlay;
  readonly texts: ReadonlyMap<string, string>;
  readonly result: LoadResult;
}

/** Lays a change over what is in force and checks the whole. Throws when the change does not fit what is there. */
export async function withChange(
  deps: Pick<LearnDeps, 'store' | 'learning'>,
  now: InForce,
  change: Change,
): Promise<Changed> {
  const item = itemOf(change);
  const overlay = applyChange(change, await standingOf(deps, now, change));
  const others = overlays(now.heads).filter((one) => one.item !== item);
  const texts = layOver(deps.learning.files(), [...others, overlay]);
  return { item, overlay, texts, result: deps.learning.build(texts) };
}

async function standingOf(
  deps: Pick<LearnDeps, 'store' | 'learning'>,
  now: InForce,
  change: Change,
): Promise<Standing> {
  const item = itemOf(change);
  const overlay = now.heads.get(item)?.body.overlay ?? null;
  const path = pathOfItem(now.texts, item);
  const revisions = change.do === 'restore' ? await readRevisions(deps.store, item) : [];
  const base = overlay?.path ?? path;
  return {
    overlay,
    path,
    text: path === null ? null : (now.texts.get(path) ?? null),
    revision: (number) => {
      if (number === 0 && base !== null && deps.learning.files().has(base))
        return { item, path: base, page: { as: 'in-files' }, added: [], removed: [] };
      return revisions.find(({ revision }) => revision === number)?.overlay ?? null;
    },
  };
}

/** The Markdown file of an item: `entries/ziekte/x.md` for `x`. */
export function pathOfItem(texts: ReadonlyMap<string, string>, item: string): string | null {
  for (const path of texts.keys())
    if (/^(entries|terms|checklists)\//.test(path) && path.endsWith('.md') && idOf(path) === item) return path;
  return null;
}
