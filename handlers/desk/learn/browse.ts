import type { Item, ItemId } from '../../../knowledge/entry.js';
import { describeSource } from '../../../knowledge/library.js';
import { isEmptyOverlay, phrasingsPath } from '../../../knowledge/overlay.js';
import { nextReview } from '../../../knowledge/write-entry.js';
import { MentorlijnError } from '../../errors.js';
import { pathOf } from '../../turn/item-part.js';
import { entryFigures, type FigureDeps } from './figures.js';
import { readInForce } from './in-force.js';
import type { LearnDeps } from './learn-deps.js';
import { readOwners } from './ownership.js';
import { previewOf } from './preview.js';
import { listProposals, proposalsAbout } from './proposal.js';
import { readHeads, readRevisions } from './published.js';
import { NO_FIGURES, type EntryFigures, type KnowledgeItem, type KnowledgeList, type KnowledgeRow } from './views.js';
import { belgianDay, dayFrom } from '../../belgian-day.js';

/** Due within so many days counts as soon. */
const SOON_DAYS = 60;

/** Every item with its figures, owner and dates: what the page filters and sorts by itself. */
export async function browse(deps: LearnDeps & FigureDeps): Promise<KnowledgeList> {
  const [all, owners, heads, waiting] = await Promise.all([
    entryFigures(deps),
    readOwners(deps.store),
    readHeads(deps.store),
    listProposals(deps.store, 'waiting'),
  ]);
  const { library } = deps.knowledge.current();
  const today = belgianDay(deps.clock.now());
  const soon = dayFrom(belgianDay(deps.clock.now()), SOON_DAYS);
  const revisions = new Map(heads.map(({ body }) => [body.overlay.item, body.revision]));
  const rows = [...library.items.values()].map((item) =>
    toRow(item, today, {
      figures: all.get(item.id) ?? NO_FIGURES,
      owner: owners.get(item.id) ?? null,
      revision: revisions.get(item.id) ?? 0,
      waiting: waiting.filter(({ item: about }) => about === item.id).length,
    }),
  );
  return {
    rows,
    counts: {
      all: rows.length,
      overdue: rows.filter(({ overdue }) => overdue).length,
      soon: rows.filter(({ reviewBy, overdue }) => !overdue && reviewBy < soon).length,
      proposals: waiting.length,
      published: heads.filter(({ body }) => !isEmptyOverlay(body.overlay)).length,
    },
    setAside: deps.learning.setAside(),
  };
}

interface RowFacts {
  readonly figures: EntryFigures;
  readonly owner: string | null;
  readonly revision: number;
  readonly waiting: number;
}

function toRow(item: Item, today: string, facts: RowFacts): KnowledgeRow {
  return {
    id: item.id,
    kind: item.kind,
    title: item.title,
    theme: item.kind === 'term' ? null : item.theme,
    certainty: item.certainty,
    checked: item.checked,
    reviewBy: item.reviewBy,
    overdue: item.reviewBy < today,
    phrasings: item.phrasings.length,
    ...facts,
  };
}

/** One item whole: its file, how it looks, its versions, and what waits about it. */
export async function readItem(deps: LearnDeps & FigureDeps, id: string): Promise<KnowledgeItem> {
  const { library } = deps.knowledge.current();
  const item = library.items.get(id as ItemId);
  if (!item) throw new MentorlijnError('not-found', 'Deze ingang bestaat niet (meer).');
  const today = belgianDay(deps.clock.now());
  const [figures, owners, revisions, waiting, inForce] = await Promise.all([
    entryFigures(deps),
    readOwners(deps.store),
    readRevisions(deps.store, id),
    proposalsAbout(deps.store, id),
    readInForce(deps),
  ]);
  const beside = inForce.texts.get(phrasingsPath(item.file)) ?? '';
  return {
    row: toRow(item, today, {
      figures: figures.get(id) ?? NO_FIGURES,
      owner: owners.get(id) ?? null,
      revision: revisions[0]?.revision ?? 0,
      waiting: waiting.length,
    }),
    path: item.file,
    publicPath: pathOf(item),
    text: inForce.texts.get(item.file) ?? '',
    phrasings: beside.split(/\r?\n/).filter((line) => line.trim() !== '' && !line.startsWith('#')),
    sources: item.sources.map((source) => describeSource(source, library.sources)),
    preview: previewOf(item, library, today, deps.preview),
    revisions,
    waiting,
    nextReview: nextReview(today, item),
  };
}
