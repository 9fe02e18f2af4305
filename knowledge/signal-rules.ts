import { createPatternFinder, type Hits, type PatternFinder, type Token } from './signal-patterns.js';
import type { Signal, SignalKind, SignalRule } from './signals.js';

/** What the rules see in one passage. */
export interface RuleReading {
  /** Names of the word lists that have a pattern in the passage, with the place of their first words. */
  readonly lists: ReadonlyMap<string, readonly number[]>;
  /** Rules that hold, in the order of the files. */
  readonly held: readonly HeldRule[];
  /** Kinds with a rule whose groups are there, but that a `not` holds back. */
  readonly heldBack: readonly SignalKind[];
}

interface HeldRule {
  readonly kind: SignalKind;
  /** Which rule of the file, from 1. */
  readonly number: number;
}

export interface RuleReader {
  read(tokens: readonly Token[]): RuleReading;
  readonly vocabulary: readonly string[];
}

interface Compiled {
  readonly kind: SignalKind;
  readonly number: number;
  readonly groups: readonly number[];
  readonly not: number;
  readonly near: number;
}

/** The rules of all signals -> one reader. Word lists are shared by name over the files. */
export function createRuleReader(signals: readonly RuleSource[]): RuleReader {
  const { names, rules, finder } = compile(signals);
  const listsOf = (hits: Hits): RuleReading['lists'] => {
    const found = new Map<string, readonly number[]>();
    names.forEach((name, list) => {
      const places = hits.get(list);
      if (places !== undefined) found.set(name, places);
    });
    return found;
  };
  return {
    vocabulary: finder.vocabulary,
    read(tokens) {
      const hits = finder.find(tokens);
      const there = rules.filter((rule) => standsThere(rule, hits));
      const held = there.filter(({ not }) => !hits.has(not));
      return {
        lists: listsOf(hits),
        held: held.map(({ kind, number }) => ({ kind, number })),
        heldBack: [...new Set(there.filter(({ not }) => hits.has(not)).map(({ kind }) => kind))],
      };
    },
  };
}

type RuleSource = Pick<Signal, 'kind' | 'words' | 'rules'>;

/** Apart from the reader, which would keep the texts of all patterns. */
function compile(signals: readonly RuleSource[]): {
  /** Word lists, in the order of their numbers. */
  readonly names: readonly string[];
  readonly rules: readonly Compiled[];
  readonly finder: PatternFinder;
} {
  const named = new Map<string, string[]>();
  for (const { words } of signals) {
    for (const [name, patterns] of Object.entries(words)) named.set(name, [...(named.get(name) ?? []), ...patterns]);
  }
  const names = [...named.keys()];
  const lists: (readonly string[])[] = names.map((name) => named.get(name) ?? []);
  const addList = (patterns: readonly string[]): number =>
    lists.push(patterns.flatMap((pattern) => expand(pattern, named))) - 1;
  const rules = signals.flatMap(({ kind, rules }) =>
    rules.map((rule: SignalRule, index): Compiled => ({
      kind,
      number: index + 1,
      groups: rule.all.map(addList),
      not: addList(rule.not),
      near: rule.near,
    })),
  );
  return { names, rules, finder: createPatternFinder(lists) };
}

/** `<name>` -> the patterns of that list. A name nobody defined stays as it is and never fits. */
function expand(pattern: string, named: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const name = /^<(.+)>$/.exec(pattern)?.[1];
  return name === undefined ? [pattern] : (named.get(name) ?? []);
}

/** Whether each group has a place within one stretch of `near` words. */
function standsThere({ groups: lists, near }: Compiled, hits: Hits): boolean {
  // Nearly every rule has no word in nearly every message.
  for (const list of lists) if (!hits.has(list)) return false;
  const groups = lists.map((list) => hits.get(list) ?? []);
  return groups.some((places) =>
    places.some((start) => groups.every((others) => others.some((place) => place >= start && place - start <= near))),
  );
}
