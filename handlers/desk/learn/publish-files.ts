import type { ItemId } from '../../../knowledge/entry.js';
import {
  emptyOverlay,
  isAtHome,
  isEmptyOverlay,
  layOver,
  phrasingsPath,
  samePhrasing,
  type Overlay,
} from '../../../knowledge/overlay.js';
import { idOf } from '../../../knowledge/parse-item.js';
import { formatProblem } from '../../../knowledge/problem.js';
import { MentorlijnError } from '../../errors.js';
import type { Put } from '../../ports.js';
import { readInForce, type InForce } from './in-force.js';
import type { LearnDeps } from './learn-deps.js';
import { putHead, putRevision, putStamp, type Revision } from './published.js';

type FileDeps = Pick<LearnDeps, 'store' | 'clock' | 'learning' | 'live'>;

const MAX_CONFLICTS = 10;

/** What came of reading files. */
export interface FilesRead {
  readonly items: readonly ItemId[];
  /** Files that differ but are no item's: they belong in the folder itself. */
  readonly left: readonly string[];
}

/** What was published and now stands in the folder too needs no version of its own any more: git is its home. */
export function bringHome(deps: FileDeps): Promise<FilesRead> {
  return writeVersions(deps, (inForce) => {
    const home = [...inForce.heads.values()]
      .map(({ body }) => body.overlay)
      .filter((overlay) => !isEmptyOverlay(overlay) && isAtHome(deps.learning.files(), overlay));
    const overlays = home.map(({ item, path }) => emptyOverlay(item, path));
    return { action: 'at-home', overlays, left: [] };
  });
}

/** Publishes the items of these files that differ from what is in force: all of them, or none when one is wrong. */
export function publishFiles(deps: FileDeps, texts: ReadonlyMap<string, string>): Promise<FilesRead> {
  return writeVersions(deps, (inForce) => {
    const differ = [...texts].filter(([path, text]) => inForce.texts.get(path) !== text).map(([path]) => path);
    const pages = new Set(differ.filter(isItemFile).map((path) => path.replace(/\.vragen\.txt$/, '.md')));
    return {
      action: 'write',
      overlays: [...pages].map((path) => overlayFor(inForce, path, texts)),
      left: differ.filter((path) => !isItemFile(path)),
    };
  });
}

function isItemFile(path: string): boolean {
  return /^(entries\/[^/]+|terms|checklists)\/[^/]+\.(md|vragen\.txt)$/.test(path);
}

function overlayFor(inForce: InForce, path: string, texts: ReadonlyMap<string, string>): Overlay {
  const before = inForce.heads.get(idOf(path))?.body.overlay ?? emptyOverlay(idOf(path), path);
  const text = texts.get(path);
  const page: Overlay['page'] =
    text === undefined || text === inForce.texts.get(path) ? before.page : { as: 'written', text };
  const lines = (from: ReadonlyMap<string, string>): readonly string[] =>
    (from.get(phrasingsPath(path)) ?? '').split(/\r?\n/).filter((line) => line.trim() !== '');
  if (!texts.has(phrasingsPath(path))) return { ...before, path, page };
  const [now, wanted] = [lines(inForce.texts), lines(texts)];
  const fresh = wanted.filter((line) => !now.some((one) => samePhrasing(one) === samePhrasing(line)));
  const gone = now.filter((line) => !wanted.some((one) => samePhrasing(one) === samePhrasing(line)));
  const stays = (line: string): boolean => !gone.some((one) => samePhrasing(one) === samePhrasing(line));
  return {
    ...before,
    path,
    page,
    added: [...before.added.filter(stays), ...fresh],
    removed: [
      ...before.removed.filter((line) => !fresh.some((one) => samePhrasing(one) === samePhrasing(line))),
      ...gone,
    ],
  };
}

interface Versions {
  readonly action: Revision['action'];
  readonly overlays: readonly Overlay[];
  readonly left: readonly string[];
}

/** One commit for all of them, checked as a whole. */
async function writeVersions(deps: FileDeps, choose: (inForce: InForce) => Versions): Promise<FilesRead> {
  for (let round = 0; round < MAX_CONFLICTS; round += 1) {
    const inForce = await readInForce(deps);
    const { action, overlays, left } = choose(inForce);
    const items = overlays.map(({ item }) => item);
    if (overlays.length === 0) return { items, left };
    mustFit(deps, inForce, overlays);
    const at = deps.clock.now().toISOString();
    const puts = overlays.flatMap((overlay) => versionPuts(inForce, overlay, action, at));
    const done = await deps.store.commit({ puts: [putStamp(inForce.stamp, at), ...puts] });
    if (!done.ok) continue;
    deps.live.publish('knowledge', (inForce.stamp?.body.number ?? 0) + 1);
    return { items, left };
  }
  throw new MentorlijnError('conflict', 'De kennis verandert te snel. Probeer het opnieuw.');
}

function mustFit(deps: FileDeps, inForce: InForce, overlays: readonly Overlay[]): void {
  const changed = new Set(overlays.map(({ item }) => item));
  const others = [...inForce.heads.values()].map(({ body }) => body.overlay).filter(({ item }) => !changed.has(item));
  const { library, problems } = deps.learning.build(layOver(deps.learning.files(), [...others, ...overlays]));
  if (library) return;
  const errors = problems.filter(({ severity }) => severity === 'error');
  throw new MentorlijnError('bad-request', errors.map(formatProblem).join('\n'));
}

function versionPuts(inForce: InForce, overlay: Overlay, action: Revision['action'], at: string): readonly Put[] {
  const before = inForce.heads.get(overlay.item);
  const revision = (before?.body.revision ?? 0) + 1;
  return [
    putHead({ overlay, revision, at }, before?.version ?? 'absent'),
    putRevision({
      item: overlay.item,
      revision,
      at,
      by: 'import',
      approvedBy: 'import',
      alone: false,
      action,
      remark: '',
      overlay,
      proposal: null,
      ticket: null,
    }),
  ];
}
