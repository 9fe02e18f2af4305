import type { Library } from './library.js';

/** What mentors ask on any day, by entry: what an alarm must not sound like. */
export function ordinaryMessages({ items }: Pick<Library, 'items'>): readonly (readonly string[])[] {
  return [...items.values()]
    .filter(({ phrasings }) => phrasings.length > 0)
    .sort((a, b) => a.id.localeCompare(b.id))
    .map(({ phrasings }) => [...new Set(phrasings)]);
}
