import type { Checklist, Entry, Item, ItemId, Organisation, SourceRef, Term } from './entry.js';
import type { SourceList } from './fields.js';
import type { Signal } from './signals.js';
import type { Tip } from './tips.js';

/** Everything the helpline knows, checked and frozen: one value is one version of the knowledge. */
export interface Library {
  readonly items: ReadonlyMap<ItemId, Item>;
  readonly entries: readonly Entry[];
  readonly terms: readonly Term[];
  readonly checklists: readonly Checklist[];
  readonly signals: readonly Signal[];
  readonly organisations: ReadonlyMap<string, Organisation>;
  readonly sources: SourceList;
  /** concept -> words and phrases, from concepts.yaml. */
  readonly concepts: ReadonlyMap<string, readonly string[]>;
  /** Short words at the right moment, from tips.yaml. */
  readonly tips: readonly Tip[];
  /** Hash over all content: equal content, equal version. */
  readonly version: string;
}

/** The topic ids (`q36`, `s2.3.2`, `b001`) of an item's sources, in order, each once. */
export function topicRefs(item: { readonly sources: readonly SourceRef[] }): readonly string[] {
  return [...new Set(item.sources.map((source) => source.ref).filter((ref) => /^[qsb]\d/.test(ref)))];
}

/** How a person reads a source: the public place for a rule, the report and topic otherwise. */
export function describeSource(source: SourceRef, sources: SourceList): string {
  if (source.url !== undefined) return `${sources.docs[source.doc] ?? source.doc}: ${source.url}`;
  const fact = sources.facts[source.ref];
  if (fact) return fact.where.slice(0, 2).join(', ') || (sources.docs.regelgeving ?? source.doc);
  return `${sources.docs[source.doc] ?? source.doc}${sayTopic(source.ref)}`;
}

/** All sources of an item in a few words: the public places of the rules first, then each report with its topics. */
export function describeSources(refs: readonly SourceRef[], sources: SourceList): readonly string[] {
  const facts = refs.flatMap(({ ref, url }) =>
    url === undefined ? (sources.facts[ref]?.where.slice(0, 2) ?? []) : [],
  );
  const others = refs.filter(({ ref, url }) => url !== undefined || !(ref in sources.facts));
  const reports = new Map<string, SourceRef[]>();
  for (const source of others) {
    const name = source.url === undefined ? (sources.docs[source.doc] ?? source.doc) : describeSource(source, sources);
    reports.set(name, [...(reports.get(name) ?? []), source]);
  }
  const places = [...new Set(facts)].slice(0, MOST_PLACES);
  return [
    ...(places.length > 0 ? [places.join(', ')] : []),
    ...[...reports].map(([name, found]) => (found[0]?.url === undefined ? `${name}${sayTopics(found)}` : name)),
  ];
}

/** More places than this help nobody on a phone. */
const MOST_PLACES = 4;

/** `q5`, `q34` -> ", vragen 5 en 34". */
function sayTopics(found: readonly SourceRef[]): string {
  const numbers = (letter: string): readonly string[] =>
    [...new Set(found.map(({ ref }) => ref))].filter((ref) => ref.startsWith(letter)).map((ref) => ref.slice(1));
  return say(numbers('q'), 'vraag', 'vragen') || say(numbers('s'), 'deel', 'delen');
}

function say(numbers: readonly string[], one: string, more: string): string {
  if (numbers.length === 0) return '';
  const last = numbers.at(-1) ?? '';
  return numbers.length === 1 ? `, ${one} ${last}` : `, ${more} ${numbers.slice(0, -1).join(', ')} en ${last}`;
}

/** `q36` -> ", vraag 36"; `s2.3.2` -> ", deel 2.3.2"; the other reports are named as a whole. */
function sayTopic(ref: string): string {
  const number = ref.slice(1);
  return ref.startsWith('q') ? `, vraag ${number}` : ref.startsWith('s') ? `, deel ${number}` : '';
}
