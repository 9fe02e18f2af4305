import { createRequire } from 'node:module';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import type { Item } from '../knowledge/entry.js';
import { topicsOf } from '../knowledge/match/training-texts.js';

/** A search to compare with: item ids (or topics), best first. */
export interface Peer {
  readonly name: string;
  readonly buildMs: number;
  readonly search: (text: string) => readonly string[] | Promise<readonly string[]>;
}

interface Doc {
  readonly id: string;
  readonly topic: string;
  readonly title: string;
  readonly keywords: string;
  readonly phrasings: readonly string[];
  readonly text: string;
}

const WORDS = /[\p{L}\p{N}]+/gu;
const TOP = 5;
/** Plain Fuse compares every letter of a long question with every text: cut, as its own documentation advises. */
const FUSE_LONGEST = 120;

export function toDocs(items: readonly Item[]): Doc[] {
  return items.map((item) => ({
    id: item.id,
    topic: topicsOf(item)[0] ?? item.id,
    title: item.title,
    keywords: item.keywords.join(' '),
    phrasings: item.phrasings,
    text: `${item.short} ${item.details}`,
  }));
}

const FUSE_KEYS = [
  { name: 'title', weight: 3 },
  { name: 'keywords', weight: 2 },
  { name: 'phrasings', weight: 2 },
  { name: 'text', weight: 1 },
];

export function plainFuse(docs: readonly Doc[]): Peer {
  const begin = performance.now();
  const fuse = new Fuse(docs, { keys: FUSE_KEYS, includeScore: true });
  return {
    name: 'fuse.js default',
    buildMs: performance.now() - begin,
    search: (text) => fuse.search(text.slice(0, FUSE_LONGEST), { limit: TOP }).map(({ item }) => item.id),
  };
}

export function tokenFuse(docs: readonly Doc[]): Peer {
  const begin = performance.now();
  const fuse = new Fuse(docs, { keys: FUSE_KEYS, includeScore: true, useTokenSearch: true, ignoreLocation: true });
  return {
    name: 'fuse.js token search',
    buildMs: performance.now() - begin,
    search: (text) => fuse.search(text.slice(0, FUSE_LONGEST), { limit: TOP }).map(({ item }) => item.id),
  };
}

interface Stemmers {
  newStemmer(language: string): { stem(word: string): string };
}

export function miniSearch(docs: readonly Doc[]): Peer {
  const begin = performance.now();
  const stemmer = (createRequire(import.meta.url)('snowball-stemmers') as Stemmers).newStemmer('dutch');
  const index = new MiniSearch<Doc>({
    fields: ['title', 'keywords', 'phrasings', 'text'],
    tokenize: (text) => text.match(WORDS) ?? [],
    processTerm: (term) => stemmer.stem(term.toLowerCase()),
    extractField: (doc, field) => (field === 'phrasings' ? doc.phrasings.join(' ') : String(doc[field as keyof Doc])),
    searchOptions: { boost: { title: 3, keywords: 2, phrasings: 2 }, fuzzy: 0.2, prefix: false },
  });
  index.addAll(docs);
  return {
    name: 'MiniSearch, Dutch stems',
    buildMs: performance.now() - begin,
    search: (text) =>
      index
        .search(text)
        .slice(0, TOP)
        .map(({ id }) => String(id)),
  };
}

interface Nlp {
  addLanguage(language: string): void;
  addDocument(language: string, text: string, intent: string): void;
  train(): Promise<void>;
  process(
    language: string,
    text: string,
  ): Promise<{ readonly classifications?: readonly { readonly intent: string; readonly score: number }[] }>;
}

/** nlp.js' own classifier. Its training grows with intents × texts, so it learns topics, from the title and this many phrasings each. */
const NLP_PHRASINGS = 2;

export async function nlpjs(docs: readonly Doc[]): Promise<Peer> {
  const begin = performance.now();
  const basic = createRequire(import.meta.url)('@nlpjs/basic') as {
    dockStart(options: object): Promise<{ get(name: string): Nlp }>;
  };
  const dock = await basic.dockStart({
    settings: { nlp: { autoSave: false, autoLoad: false, log: false, nlu: { log: false } } },
    use: ['Basic'],
  });
  const nlp = dock.get('nlp');
  nlp.addLanguage('nl');
  for (const { topic, title, phrasings } of docs)
    for (const text of [title, ...phrasings.slice(0, NLP_PHRASINGS)]) nlp.addDocument('nl', text, topic);
  await nlp.train();
  return {
    name: `@nlpjs (topics, ${String(NLP_PHRASINGS)} phrasings each)`,
    buildMs: performance.now() - begin,
    search: async (text) =>
      ((await nlp.process('nl', text)).classifications ?? []).slice(0, TOP).map(({ intent }) => intent),
  };
}
