import { keepLast } from './keep-last.js';
import type { Features } from './signal-classifier.js';
import { noteFeatures, type ReadWord } from './signal-features.js';
import { createHeadFinder } from './signal-heads.js';
import { toPassages, toSignalWords } from './signal-passages.js';
import { toToken } from './signal-patterns.js';
import { createRuleReader, type RuleReading } from './signal-rules.js';
import { createSignalSpelling } from './signal-spelling.js';
import { keyOf, nameOf, toSign, toWordSigns, type Note } from './signal-signs.js';
import { stem } from './text/stem.js';
import { SIGNAL_KINDS, type Signal } from './signals.js';

/** What the detector reads of a signal. */
export type SignalSource = Pick<Signal, 'kind' | 'words' | 'rules' | 'examples' | 'lookAlikes'>;

/** One passage with all that is seen in it. */
export interface Seen {
  readonly features: Features;
  readonly reading: RuleReading;
  /** What the features are called, in their order; for people. */
  names(): readonly string[];
}

/** Message -> its passages. */
export type SignalReader = (text: string) => readonly Seen[];

/** One order, whatever the order of the files: training sees the examples one after another. */
export function inOrder<S extends SignalSource>(signals: readonly S[]): readonly S[] {
  return SIGNAL_KINDS.flatMap((of) => signals.filter(({ kind }) => kind === of));
}

/** Words that are known without being looked at again: people use the same few thousand. */
const WORDS_KEPT = 2_000;
const NAMES_KEPT = 2_000;

/**
 * Rules of all signals, and the words of their messages -> reader. What stands there is never taken for a typo.
 * `wordsKept`: more for who reads everything at once.
 */
export function createSignalReader(
  signals: readonly SignalSource[],
  words: readonly string[] = messageWords(signals),
  wordsKept = WORDS_KEPT,
): SignalReader {
  const rules = createRuleReader(signals);
  const vocabulary = new Set([...rules.vocabulary, ...words]);
  const headOf = createHeadFinder(vocabulary);
  const spell = createSignalSpelling(vocabulary);
  const ofWord = keepLast(wordsKept, (word): ReadWord => {
    const head = headOf(word);
    return {
      ...toToken(word, head),
      signs: toWordSigns(word),
      heads: head === undefined ? [] : [toSign(stem(head))],
    };
  });
  const read = keepLast(wordsKept, (written) => ofWord(spell(written)));
  const ofName = keepLast(NAMES_KEPT, toSign);
  return (text) => {
    const spans = toPassages(text);
    const passages = spans.map(({ words }) => words.map(read));
    const readings = passages.map((of) => rules.read(of));
    const times = timesSeen(readings);
    return spans.flatMap((span, at): Seen[] => {
      const [reading, words] = [readings[at], passages[at]];
      if (reading === undefined || words === undefined) return [];
      const passage = { ...span, words: words.map(({ word }) => word) };
      const around = new Set<string>();
      for (const [name, count] of times) if (count > (reading.lists.has(name) ? 1 : 0)) around.add(name);
      const seen = { passage, words, reading, around };
      const noteAll = (note: Note): void => {
        noteFeatures(seen, ofName, note);
      };
      return [{ features: featuresOf(noteAll), reading, names: () => namesOf(noteAll) }];
    });
  };
}

/** Where features are gathered before they are counted out; no message has more. */
const gathered = { keys: new Int32Array(16_384), sorts: new Uint8Array(16_384) };

function featuresOf(noteAll: (note: Note) => void): Features {
  const { keys, sorts } = gathered;
  let size = 0;
  noteAll((sort, of, next) => {
    keys[size] = keyOf(sort, of, next);
    sorts[size++] = sort.charCodeAt(0);
  });
  return { keys: keys.slice(0, size), sorts: sorts.slice(0, size) };
}

function namesOf(noteAll: (note: Note) => void): readonly string[] {
  const names: string[] = [];
  noteAll((sort, of, next) => {
    names.push(nameOf(sort, of, next));
  });
  return names;
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
