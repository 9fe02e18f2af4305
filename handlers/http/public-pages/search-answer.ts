import type { ItemKind } from '../../../knowledge/entry.js';
import { toPlainText } from '../../../knowledge/render.js';
import { pathOf } from '../../turn/item-part.js';
import { summary } from './markdown.js';
import type { Now } from './now.js';
import { readQuery } from './search.js';

/** What GET /faq/zoek.json gives; the script on the pages reads it. */
export interface SearchAnswer {
  readonly query: string;
  /** Lines of first aid, when the query sounds urgent. */
  readonly urgent: readonly string[] | null;
  readonly results: readonly SearchLine[];
}

interface SearchLine {
  readonly title: string;
  readonly kind: ItemKind;
  readonly path: string;
  readonly summary: string;
}

/** Fewer than on the page: it stands below the thumbs. */
const MOST_LINES = 6;

export function searchAnswer(now: Now, value: unknown): SearchAnswer {
  const query = readQuery(value);
  const { urgent, items } = now.find(query);
  return {
    query,
    urgent:
      urgent &&
      toPlainText(urgent.text)
        .split('\n')
        .filter((line) => line !== ''),
    results: items.slice(0, MOST_LINES).map((item) => ({
      title: item.title,
      kind: item.kind,
      path: pathOf(item),
      summary: summary(item.short, 100),
    })),
  };
}
