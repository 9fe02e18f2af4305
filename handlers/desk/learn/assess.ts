import type { Item } from '../../../knowledge/entry.js';
import type { Library } from '../../../knowledge/library.js';
import { duplicatesOf } from '../../../knowledge/near-duplicates.js';
import { samePhrasing } from '../../../knowledge/overlay.js';
import type { Problem } from '../../../knowledge/problem.js';
import { itemProblems } from '../../../knowledge/review.js';
import { mask } from '../../privacy/mask.js';
import { withoutMarks, type Change } from './change.js';
import { readInForce, withChange, type Changed } from './in-force.js';
import type { LearnDeps } from './learn-deps.js';
import { previewOf } from './preview.js';
import type { Assessment, Likeness } from './views.js';
import { belgianDay } from '../../belgian-day.js';

/** What a change would do: problems with their lines, near-duplicates, the same words elsewhere, and how it looks. */
export async function assess(deps: LearnDeps, change: Change): Promise<Assessment> {
  return assessChanged(deps, change, await withChange(deps, await readInForce(deps), change));
}

export function assessChanged(deps: LearnDeps, change: Change, changed: Changed): Assessment {
  const { result, overlay } = changed;
  const current = deps.knowledge.current().library;
  const today = belgianDay(deps.clock.now());
  const item = result.library?.items.get(changed.item) ?? null;
  const warnings = item && change.do === 'write' ? [...itemProblems(item, today), ...personal(item, change.text)] : [];
  return {
    item: changed.item,
    title: item?.title ?? current.items.get(changed.item)?.title ?? changed.item,
    path: overlay.path,
    problems: [...result.problems.filter(({ severity }) => severity === 'error'), ...warnings],
    duplicates: item ? alike(item, result.library, change) : [],
    alsoAt: newWords(change, item).flatMap((phrasing) => elsewhere(phrasing, changed.item, current)),
    preview: item && result.library ? previewOf(item, result.library, today, deps.preview) : null,
  };
}

function alike(item: Item, library: Library | null, change: Change): readonly Likeness[] {
  if (change.do !== 'write' || item.kind !== 'entry' || !library) return [];
  return duplicatesOf(item, library.entries).slice(0, 3);
}

/** The words that are new with this change. */
export function newWords(change: Change, item: Item | null): readonly string[] {
  switch (change.do) {
    case 'add-phrasing':
      return [change.phrasing];
    case 'phrasings':
      return change.added;
    case 'write':
      return change.before === null && item ? [item.title, ...item.phrasings] : [];
    case 'retire':
    case 'reviewed':
    case 'restore':
      return [];
  }
}

function elsewhere(phrasing: string, own: string, library: Library): Assessment['alsoAt'] {
  const wanted = samePhrasing(phrasing);
  return [...library.items.values()]
    .filter(({ id, phrasings }) => id !== own && phrasings.some((text) => samePhrasing(text) === wanted))
    .map(({ id, title }) => ({ id, title, phrasing }));
}

/** A name or number that slipped in is pointed at, line by line. */
function personal(item: Item, text: string): readonly Problem[] {
  return text.split('\n').flatMap((line, index): Problem[] => {
    const hidden = mask(line);
    if (withoutMarks(line) !== line.trim() && /\[(?:naam|adres|telefoon|e-mail)/.test(line)) {
      const message = `hier stond een persoonlijk gegeven: herschrijf "${line.trim().slice(0, 80)}"`;
      return [{ file: item.file, line: index + 1, message, severity: 'warning' }];
    }
    if (hidden === line || /^\s*(?:checked|review_by|sources|\s*- \{ doc)/.test(line)) return [];
    const message = `lijkt een persoonlijk gegeven te bevatten: "${hidden.trim().slice(0, 80)}"`;
    return [{ file: item.file, line: index + 1, message, severity: 'warning' }];
  });
}
