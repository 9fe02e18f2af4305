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
  const lists = Array.from(reading.lists, ([name, places]): SeenList => ({ sign: ofName(name), places }));
  for (const { sign } of lists) note('l', sign);
  for (const { kind, number } of reading.held) {
    note('r', ofName(kind));
    note('r', ofName(`${kind}:${String(number)}`));
  }
  for (const kind of reading.heldBack) note('b', ofName(kind));
  noteNeighbours(lists, note);
  for (const name of around) note('a', ofName(name));
  if (passage.asks) note('f', FORM.asks);
  if (passage.shouts) note('f', FORM.shouts);
  note('f', ofName(`size${String(Math.min(5, Math.floor(Math.sqrt(passage.words.length))))}`));
  if (words[0]) note('f', FORM.starts, words[0].signs.word);
  noteFrames(
    passage,
    lists.map(({ sign }) => sign),
    ofName,
    note,
  );
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

/** A word list with the places of its patterns. */
interface SeenList {
  readonly sign: Sign;
  /** Ascending. */
  readonly places: readonly number[];
}

/** Two word lists close together, in their order: "wond" near "lichaam" says more than either. */
function noteNeighbours(lists: readonly SeenList[], note: Note): void {
  for (const one of lists) {
    for (const other of lists) if (other !== one && follows(one.places, other.places)) note('n', one.sign, other.sign);
  }
}

function follows(places: readonly number[], there: readonly number[]): boolean {
  for (const place of places) for (const next of there) if (next > place && next - place <= CLOSE) return true;
  return false;
}
