import type { Features } from './signal-classifier.js';
import { framesOf } from './signal-frames.js';
import type { Passage } from './signal-passages.js';
import type { Token } from './signal-patterns.js';
import type { RuleReading } from './signal-rules.js';
import { withoutPersons } from './signal-persons.js';
import { stem } from './text/stem.js';

const LETTERS = 4;
/** Two words within this distance say something together. */
const TOGETHER = 8;
/** Words between two lists that still belong together. */
const CLOSE = 6;

/** A passage and what the rules read in it -> features. `around` holds the lists seen elsewhere in the message. */
export function toFeatures(
  passage: Passage,
  tokens: readonly Token[],
  reading: RuleReading,
  around: ReadonlySet<string>,
): Features {
  const stems = withoutPersons(passage.words).map(stem);
  const features = new Set<string>();
  for (const names of [
    stems.map((word) => `w:${word}`),
    heads(tokens),
    pairs(stems),
    together(stems),
    letters(passage.words),
    [...reading.lists.keys()].map((name) => `l:${name}`),
    rules(reading),
    neighbours(reading),
    [...around].map((name) => `a:${name}`),
    form(passage),
    framesOf(passage, reading.lists.keys()),
  ]) {
    for (const name of names) features.add(name);
  }
  return [...features];
}

/** Heads of compounds nobody wrote before count as words. */
function heads(tokens: readonly Token[]): string[] {
  return tokens.flatMap(({ forms }) => forms.slice(1).map((form) => `w:${stem(form)}`));
}

/** Neighbours in order, and the edges of the message. */
function pairs(stems: readonly string[]): string[] {
  return stems.flatMap((word, at) => [
    `p:${stems[at - 1] ?? '^'} ${word}`,
    ...(at >= 2 ? [`s:${stems[at - 2] ?? ''} ${word}`] : []),
    ...(at === stems.length - 1 ? [`p:${word} $`] : []),
  ]);
}

/** Any two words near each other, in their order: "hand … zaag", "hij … niet … meer". */
function together(stems: readonly string[]): string[] {
  return stems.flatMap((word, at) => stems.slice(at + 1, at + 1 + TOGETHER).map((next) => `t:${word} ${next}`));
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

function rules({ held, heldBack }: RuleReading): string[] {
  return [
    ...held.flatMap(({ kind, number }) => [`r:${kind}`, `r:${kind}:${number}`]),
    ...heldBack.map((kind) => `b:${kind}`),
  ];
}

/** Two word lists close together, in their order: "wond" near "lichaam" says more than either. */
function neighbours({ lists }: RuleReading): string[] {
  const found = [...lists];
  return found.flatMap(([name, places]) =>
    found
      .filter(
        ([other, there]) =>
          other !== name && places.some((place) => there.some((next) => next > place && next - place <= CLOSE)),
      )
      .map(([other]) => `n:${name} ${other}`),
  );
}

function form({ words, asks, shouts }: Passage): string[] {
  return [
    ...(asks ? ['f:asks'] : []),
    ...(shouts ? ['f:shouts'] : []),
    `f:size${Math.min(5, Math.floor(Math.sqrt(words.length)))}`,
    `f:starts ${words[0] ?? ''}`,
  ];
}
