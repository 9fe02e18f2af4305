import { noteFrames } from './signal-frames.js';
import type { Passage } from './signal-passages.js';
import type { Token } from './signal-patterns.js';
import type { RuleReading } from './signal-rules.js';
import { withoutPersons } from './signal-persons.js';
import { toSign, type Note, type Sign, type WordSigns } from './signal-signs.js';

/** Two words within this distance say something together. */
const TOGETHER = 8;
/** Words between two lists that still belong together. */
const CLOSE = 6;

/** A word as the rules and the features see it. */
export interface ReadWord extends Token {
  readonly signs: WordSigns;
  /** Of the other forms: heads of compounds nobody wrote before count as words. */
  readonly heads: readonly Sign[];
}

const EDGE = { start: toSign('^'), end: toSign('$') } as const;
const FORM = { starts: toSign('starts'), asks: toSign('asks'), shouts: toSign('shouts') } as const;

/** A passage as it was read. */
export interface ReadPassage {
  readonly passage: Passage;
  readonly words: readonly ReadWord[];
  /** What the rules read in it. */
  readonly reading: RuleReading;
  /** Lists seen elsewhere in the message. */
  readonly around: ReadonlySet<string>;
}

/** All that is seen in a passage; `ofName` makes signs of names that the knowledge gives. */
export function noteFeatures(
  { passage, words, reading, around }: ReadPassage,
  ofName: (name: string) => Sign,
  note: Note,
): void {
  const stems = withoutPersons(words.map(({ signs }) => signs)).map(({ stem }) => stem);
  for (const stem of stems) note('w', stem);
  for (const { heads } of words) for (const head of heads) note('w', head);
  notePairs(stems, note);
  for (const { signs } of words) for (const four of signs.letters) note('c', four);
  for (const name of reading.lists.keys()) note('l', ofName(name));
  for (const { kind, number } of reading.held) {
    note('r', ofName(kind));
    note('r', ofName(`${kind}:${String(number)}`));
  }
  for (const kind of reading.heldBack) note('b', ofName(kind));
  noteNeighbours(reading, ofName, note);
  for (const name of around) note('a', ofName(name));
  if (passage.asks) note('f', FORM.asks);
  if (passage.shouts) note('f', FORM.shouts);
  note('f', ofName(`size${String(Math.min(5, Math.floor(Math.sqrt(passage.words.length))))}`));
  if (words[0]) note('f', FORM.starts, words[0].signs.word);
  noteFrames(passage, [...reading.lists.keys()], ofName, note);
}

/** Neighbours in order, the edges of the message, and any two words near each other: "hand … zaag", "hij … niet … meer". */
function notePairs(stems: readonly Sign[], note: Note): void {
  stems.forEach((word, at) => {
    note('p', stems[at - 1] ?? EDGE.start, word);
    const before = stems[at - 2];
    if (before !== undefined) note('s', before, word);
    if (at === stems.length - 1) note('p', word, EDGE.end);
    for (let next = at + 1; next <= at + TOGETHER; next++) {
      const other = stems[next];
      if (other === undefined) break;
      note('t', word, other);
    }
  });
}

/** Two word lists close together, in their order: "wond" near "lichaam" says more than either. */
function noteNeighbours({ lists }: RuleReading, ofName: (name: string) => Sign, note: Note): void {
  for (const [name, places] of lists) {
    for (const [other, there] of lists) {
      if (other === name) continue;
      if (places.some((place) => there.some((next) => next > place && next - place <= CLOSE)))
        note('n', ofName(name), ofName(other));
    }
  }
}
