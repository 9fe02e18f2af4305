import { setImmediate as breathe } from 'node:timers/promises';
import type { Item } from '../../../knowledge/entry.js';
import { describeSource, type Library } from '../../../knowledge/library.js';
import type { PocketModels } from '../../../knowledge/model-cache.js';
import { toHtml } from '../../../knowledge/render.js';
import type { Kennis, KennisItem } from '../../kennis.js';
import { detailsOf, itemPart, pathOf, sayVariant } from '../../turn/item-part.js';
import { THRESHOLDS } from '../../turn/thresholds.js';

/** Library and its models for phones -> what a phone carries. `today` is an ISO date. */
export async function kennisBundle(library: Library, models: PocketModels, today: string): Promise<Kennis> {
  const { answer, answerMargin, kinLead, choose, knownShare, notOursAnswer } = THRESHOLDS;
  const items: KennisItem[] = [];
  for (const item of library.items.values()) {
    items.push(toKennisItem(item, library, today));
    // Rendering everything takes half a second: mentors who wait for an answer come in between.
    if (items.length % 10 === 0) await breathe();
  }
  return {
    v: 1,
    version: library.version,
    date: today,
    items,
    signals: library.signals.map(({ kind, words, rules, examples, lookAlikes, text }) => ({
      kind,
      words,
      rules,
      examples,
      lookAlikes,
      html: toHtml(text),
    })),
    concepts: Object.fromEntries(library.concepts),
    thresholds: { answer, answerMargin, kinLead, choose, knownShare, notOursAnswer },
    model: models.matcher,
    signalModel: models.signals,
  };
}

function toKennisItem(item: Item, library: Library, today: string): KennisItem {
  const part = itemPart(item, library, {}, today);
  const more = item.kind === 'checklist' ? null : detailsOf(item, {});
  return {
    id: item.id,
    kind: item.kind,
    title: item.title,
    html: toHtml(item.short),
    path: pathOf(item),
    checked: item.checked,
    reviewBy: item.reviewBy,
    certainty: item.certainty,
    helpers: part.kind === 'item' ? part.helpers : [],
    sources:
      part.kind === 'item'
        ? part.sources
        : item.sources.slice(0, 3).map((source) => describeSource(source, library.sources)),
    variants:
      item.kind === 'entry'
        ? item.variants.map((variant) => ({ label: sayVariant(variant), html: toHtml(variant.short) }))
        : [],
    more: more === null ? null : toHtml(more),
    aka: item.kind === 'term' ? item.aka : [],
    phrasings: item.kind === 'entry' ? [] : item.phrasings,
    sections: item.kind === 'checklist' ? item.sections : [],
  };
}
