import type { Item, ItemId } from '../../../knowledge/entry.js';
import type { Library } from '../../../knowledge/library.js';
import type { Clock, Knowledge } from '../../ports.js';
import { createCatalogue, type Catalogue } from './catalogue.js';

/** The version in force, as the pages need it. */
export interface Now {
  readonly library: Library;
  readonly catalogue: Catalogue;
  /** ISO date in Belgium. */
  readonly today: string;
}

const BELGIAN_DATE = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Brussels' });

/** Gives what holds at the moment of asking; the catalogue is made again only when the knowledge was swapped. */
export function readNow({ knowledge, clock }: { readonly knowledge: Knowledge; readonly clock: Clock }): () => Now {
  let catalogue: Catalogue | null = null;
  return () => {
    const { library } = knowledge.current();
    if (catalogue?.version !== library.version) catalogue = createCatalogue(library);
    return { library, catalogue, today: BELGIAN_DATE.format(clock.now()) };
  };
}

export function findItem(library: Library, id: string): Item | null {
  return library.items.get(id as ItemId) ?? null;
}
