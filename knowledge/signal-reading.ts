import type { Features } from './signal-classifier.js';
import { toFeatures } from './signal-features.js';
import { createHeadFinder } from './signal-heads.js';
import { toPassages, toSignalWords, type Passage } from './signal-passages.js';
import { toToken } from './signal-patterns.js';
import { createRuleReader, type RuleReading } from './signal-rules.js';
import { createSignalSpelling } from './signal-spelling.js';
import { SIGNAL_KINDS, type Signal } from './signals.js';

/** What the detector reads of a signal. */
export type SignalSource = Pick<Signal, 'kind' | 'words' | 'rules' | 'examples' | 'lookAlikes'>;

/** One passage with all that is seen in it. */
export interface Seen {
  readonly features: Features;
  readonly reading: RuleReading;
}

/** Message -> its passages. */
export type SignalReader = (text: string) => readonly Seen[];

/** One order, whatever the order of the files: training sees the examples one after another. */
export function inOrder<S extends SignalSource>(signals: readonly S[]): readonly S[] {
  return SIGNAL_KINDS.flatMap((of) => signals.filter(({ kind }) => kind === of));
}

/** Rules of all signals, and the words of their messages -> reader. What stands there is never taken for a typo. */
export function createSignalReader(
  signals: readonly SignalSource[],
  words: readonly string[] = messageWords(signals),
): SignalReader {
  const rules = createRuleReader(signals);
  const vocabulary = new Set([...rules.vocabulary, ...words]);
  const spell = createSignalSpelling(vocabulary);
  const headOf = createHeadFinder(vocabulary);
  return (text) => {
    // The passages of a story overlap: each word of it is looked at once.
    const spellOnce = once(spell);
    const tokenOf = once((word) => toToken(word, headOf(word)));
    const passages = toPassages(text).map((passage): Passage => ({ ...passage, words: passage.words.map(spellOnce) }));
    const tokens = passages.map(({ words }) => words.map(tokenOf));
    const readings = tokens.map((of) => rules.read(of));
    const times = timesSeen(readings);
    return passages.flatMap((passage, at) => {
      const reading = readings[at];
      if (reading === undefined) return [];
      const around = new Set<string>();
      for (const [name, count] of times) if (count > (reading.lists.has(name) ? 1 : 0)) around.add(name);
      return [{ features: toFeatures(passage, tokens[at] ?? [], reading, around), reading }];
    });
  };
}

function once<T>(of: (word: string) => T): (word: string) => T {
  const found = new Map<string, T>();
  return (word) => {
    const kept = found.get(word);
    if (kept !== undefined) return kept;
    const made = of(word);
    found.set(word, made);
    return made;
  };
}

/** In how many passages each word list stands. */
function timesSeen(readings: readonly RuleReading[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const { lists } of readings) for (const name of lists.keys()) times.set(name, (times.get(name) ?? 0) + 1);
  return times;
}

/** Every word of the examples and look-alikes, each once. */
export function messageWords(signals: readonly SignalSource[]): readonly string[] {
  const messages = signals.flatMap(({ examples, lookAlikes }) => [...examples, ...lookAlikes]);
  return [...new Set(messages.flatMap(toSignalWords))];
}
