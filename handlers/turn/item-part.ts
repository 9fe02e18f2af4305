import type { Entry, Item, Slot, SlotValues, Variant } from '../../knowledge/entry.js';
import { SLOTS } from '../../knowledge/entry.js';
import { describeSources, type Library } from '../../knowledge/library.js';
import type { ChecklistPart, ItemPart } from '../reply.js';
import { SLOT_TEXTS } from '../texts.js';

/** The variant that fits the profile best: every condition holds, most conditions wins. */
function pickVariant(entry: Entry, profile: SlotValues): Variant | null {
  const fitting = entry.variants.filter((variant) =>
    conditions(variant).every(([slot, value]) => profile[slot] === value),
  );
  return fitting.reduce<Variant | null>(
    (best, next) => (best && conditions(best).length >= conditions(next).length ? best : next),
    null,
  );
}

/** The first slot worth asking: it is unknown and would still change the answer. */
export function slotToAsk(entry: Entry, profile: SlotValues): Slot | null {
  const possible = entry.variants.filter((variant) =>
    conditions(variant).every(([slot, value]) => profile[slot] === undefined || profile[slot] === value),
  );
  return (
    SLOTS.find(
      (slot) =>
        entry.dependsOn.includes(slot) &&
        profile[slot] === undefined &&
        possible.some((variant) => variant.when[slot] !== undefined),
    ) ?? null
  );
}

function conditions(variant: Variant): readonly [Slot, string][] {
  return Object.entries(variant.when) as [Slot, string][];
}

/** "bij een OAO, voor een minderjarige" for a variant. */
export function sayVariant(variant: Variant): string {
  return conditions(variant)
    .map(
      ([slot, value]) =>
        (SLOT_TEXTS[slot].values as Readonly<Record<string, readonly [string, string]>>)[value]?.[1] ?? value,
    )
    .join(', ');
}

/** What the bot shows of an item: its short answer for this profile, who helps, the source and the date of the last check. */
export function itemPart(item: Item, library: Library, profile: SlotValues, today: string): ItemPart | ChecklistPart {
  if (item.kind === 'checklist') {
    return {
      kind: 'checklist',
      id: item.id,
      title: item.title,
      markdown: item.short,
      sections: item.sections,
      checked: item.checked,
      path: pathOf(item),
    };
  }
  const variant = item.kind === 'entry' ? pickVariant(item, profile) : null;
  return {
    kind: 'item',
    id: item.id,
    itemKind: item.kind,
    title: item.title,
    markdown: variant?.short ?? item.short,
    variant: variant ? sayVariant(variant) : null,
    helpers:
      item.kind === 'entry'
        ? item.helpers.slice(0, MAX_HELPERS).map((id) => library.organisations.get(id)?.name ?? id)
        : [],
    sources: describeSources(item.sources, library.sources).slice(0, MAX_SOURCES),
    checked: item.checked,
    certainty: item.certainty,
    expired: item.reviewBy < today,
    path: pathOf(item),
  };
}

/** A phone has room for so many; the public page names them all. */
const MAX_HELPERS = 3;
const MAX_SOURCES = 2;

/** Address of an item's public page. */
export function pathOf(item: Pick<Item, 'kind' | 'id'>): string {
  const folder = { entry: 'faq', term: 'begrippen', checklist: 'checklists' }[item.kind];
  return `/${folder}/${item.id}`;
}

/** The longer text behind "Meer uitleg"; null when there is nothing more to say. */
export function detailsOf(item: Item, profile: SlotValues): string | null {
  const variant = item.kind === 'entry' ? pickVariant(item, profile) : null;
  const text = [variant?.details, item.details].filter((part) => part !== undefined && part !== '').join('\n\n');
  return text === '' ? null : text;
}
