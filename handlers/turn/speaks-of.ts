import type { Item } from '../../knowledge/entry.js';
import type { Profile } from '../conversation.js';

const LEVELS = { BUSO: /\bbuso\b/i, BSO7: /\b(?:zevende|7de|7e)\b/i } as const;
/** An age told matters to a text that draws its line at eighteen, whatever the age. */
const DRAWS_A_LINE = /\b(?:18|achttien|minderjarig\w*|meerderjarig\w*)\b/i;

/** Whether an item names what was told itself: to say that it makes no difference would then deny its own words. */
export function speaksOf({ short, details }: Item, { contract, age, years, level }: Profile): boolean {
  const said = `${short}\n${details}`;
  return (
    (contract !== undefined && new RegExp(`\\b${contract}\\b`, 'i').test(said)) ||
    (years !== undefined && new RegExp(`\\b${String(years)}\\b`).test(said)) ||
    ((age !== undefined || years !== undefined) && DRAWS_A_LINE.test(said)) ||
    (level !== undefined && LEVELS[level].test(said))
  );
}
