import type { Item, ItemId } from '../../../knowledge/entry.js';
import type { Library } from '../../../knowledge/library.js';
import { belgianDay } from '../../belgian-day.js';
import type { Clock, Knowledge, KnowledgeNow } from '../../ports.js';
import { createCatalogue, type Catalogue } from './catalogue.js';
import { readHeadings, search, type Found, type Heading } from './search.js';

/** The version in force, as the pages need it. */
export interface Now {
  readonly library: Library;
  readonly catalogue: Catalogue;
  /** ISO date in Belgium. */
  readonly today: string;
  find(query: string): Found;
}

/** What is worked out once per version. */
interface Prepared {
  readonly version: string;
  readonly catalogue: Catalogue;
  readonly headings: readonly Heading[];
}

/** Gives what holds at the moment of asking; the rest is worked out again only when the knowledge was swapped. */
export function readNow({ knowledge, clock }: { readonly knowledge: Knowledge; readonly clock: Clock }): () => Now {
  let prepared: Prepared | null = null;
  return () => {
    const current = knowledge.current();
    if (prepared?.version !== current.library.version) prepared = prepare(current);
    const { catalogue, headings } = prepared;
    return {
      library: current.library,
      catalogue,
      today: belgianDay(clock.now()),
      find: (query) => search(current, headings, query),
    };
  };
}

function prepare({ library }: KnowledgeNow): Prepared {
  return { version: library.version, catalogue: createCatalogue(library), headings: readHeadings(library) };
}

export function findItem(library: Library, id: string): Item | null {
  return library.items.get(id as ItemId) ?? null;
}
