import type { Checklist, Entry, Item, ItemId, Organisation, SourceRef, Term } from './entry.js';
import type { SourceList } from './fields.js';
import type { Signal } from './signals.js';

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

/** `q36` -> ", vraag 36"; `s2.3.2` -> ", deel 2.3.2"; the other reports are named as a whole. */
function sayTopic(ref: string): string {
  const number = ref.slice(1);
  return ref.startsWith('q') ? `, vraag ${number}` : ref.startsWith('s') ? `, deel ${number}` : '';
}
