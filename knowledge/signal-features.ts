import type { Features } from './signal-classifier.js';
import type { Passage } from './signal-passages.js';
import type { Token } from './signal-patterns.js';
import type { RuleReading } from './signal-rules.js';
import { stem } from './text/stem.js';

/** How much each group of features weighs in a passage; chosen by cross-validation (tests/signals). */
const WEIGHT = {
  words: 1,
  pairs: 0.8,
  letters: 0.6,
  lists: 1.2,
  together: 0,
  rules: 1.2,
  around: 0.5,
  form: 0.3,
} as const;

/** Two lists this many words apart say something together. */
const NEAR = 10;
const LETTERS = 4;

/** A passage and what the rules read in it -> features. `around` holds the lists seen elsewhere in the message. */
export function toFeatures(
  passage: Passage,
  tokens: readonly Token[],
  reading: RuleReading,
  around: ReadonlySet<string>,
): Features {
  const { words } = passage;
  const stems = words.map(stem);
  const features = new Map<string, number>();
  const add = (names: ReadonlySet<string> | readonly string[], weight: number): void => {
    const all = new Set(names);
    const value = weight / Math.sqrt(Math.max(4, all.size));
    for (const name of all) features.set(name, value);
  };
  add([...stems.map((word) => `w:${word}`), ...heads(tokens)], WEIGHT.words);
  add(pairs(stems), WEIGHT.pairs);
  add(letters(words), WEIGHT.letters);
  add(
    [...reading.lists.keys()].map((name) => `l:${name}`),
    WEIGHT.lists,
  );
  add(together(reading), WEIGHT.together);
  add(rules(reading), WEIGHT.rules);
  add(
    [...around].map((name) => `a:${name}`),
    WEIGHT.around,
  );
  add(form(passage), WEIGHT.form);
  return features;
}

/** Heads of compounds nobody wrote before count as words. */
function heads(tokens: readonly Token[]): string[] {
  return tokens.flatMap(({ forms }) => forms.slice(1).map((form) => `w:${stem(form)}`));
}

function pairs(stems: readonly string[]): string[] {
  return stems.flatMap((word, at) => [
    `p:${stems[at - 1] ?? '^'} ${word}`,
    ...(at >= 2 ? [`s:${stems[at - 2] ?? ''} ${word}`] : []),
    ...(at === stems.length - 1 ? [`p:${word} $`] : []),
  ]);
}

function letters(words: readonly string[]): string[] {
  const out: string[] = [];
  for (const word of words) {
    if (word.length < LETTERS) continue;
    const edged = `_${word}_`;
    for (let at = 0; at + LETTERS <= edged.length; at++) out.push(`c:${edged.slice(at, at + LETTERS)}`);
  }
  return out;
}

function together(reading: RuleReading): string[] {
  const lists = [...reading.lists];
  const out: string[] = [];
  lists.forEach(([name, places], at) => {
    for (const [other, others] of lists.slice(at + 1)) {
      if (places.some((place) => others.some((there) => Math.abs(there - place) <= NEAR)))
        out.push(`t:${name}+${other}`);
    }
  });
  return out;
}

function rules({ held, heldBack }: RuleReading): string[] {
  return [
    ...held.flatMap(({ kind, number }) => [`r:${kind}`, `r:${kind}:${number}`]),
    ...heldBack.map((kind) => `b:${kind}`),
  ];
}

function form({ words, asks, shouts }: Passage): string[] {
  return [
    ...(asks ? ['f:asks'] : []),
    ...(shouts ? ['f:shouts'] : []),
    `f:size${Math.min(5, Math.floor(Math.sqrt(words.length)))}`,
    `f:starts ${words[0] ?? ''}`,
  ];
}
