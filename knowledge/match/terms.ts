import type { Checklist, Entry, Item, ItemId, Term } from '../entry.js';
import { keepLast, REMEMBERED } from '../keep-last.js';
import { countBits } from '../text/bits.js';
import { standardise } from '../text/flemish.js';
import { normalize, splitWords } from '../text/normalize.js';
import { soundKey } from '../text/sounds.js';
import { editDistance } from '../text/spelling.js';
import { stem } from '../text/stem.js';

/** A term or checklist asked for by its name. */
export interface NamedMatch {
  readonly id: ItemId;
  /** 1 exact, less when misspelt. */
  readonly score: number;
}

export interface NamedItems {
  readonly terms: readonly Term[];
  readonly checklists: readonly Checklist[];
  /** Their questions and short answers are spelled well: a word of theirs is no slip for a name. */
  readonly entries?: readonly Entry[] | undefined;
}

/** Filler between the question word and the term. */
const FILL = '(?:dat |nu |weer |eigenlijk |precies |juist |feitelijk |ook |een |de |het |die |zo |daar )*';
/** What may follow the term without making it another question. */
const TAIL =
  '(?: (?:eigenlijk|precies|juist|nu|weer|ook|feitelijk|allemaal|voor iets|voor iemand|voor een woord|zeggen|willen zeggen|daarmee|(?:op|bij|in|volgens|van) (?:die|de|een|mijn|het|dat|onze|ons)? ?\\w+(?: \\w+)?))*';
/** "wat is …", "… betekenis", "…, wat is dat": the captured part is the term. */
const ASKS_MEANING: readonly RegExp[] = [
  // The whole of what follows first: "attest van verworven competenties" is one name.
  new RegExp(`^(?:wat|wie) (?:is|zijn|betekent) ${FILL}(.+)$`),
  new RegExp(
    `^(?:en |maar |zeg )?(?:wat|wie|wie of wat|welke?) (?:is|zijn|was|betekent|betekend|betekenen|doet|doe|doen|houdt) ${FILL}(.+?)(?: in)?${TAIL}$`,
  ),
  new RegExp(
    `^wat (?:bedoelt|bedoelen|verstaat|verstaan|noemen|noemt) (?:ze |men |mijn \\w+ |het \\w+ |de \\w+ )?(?:met|onder)? ?${FILL}(.+?)${TAIL}$`,
  ),
  new RegExp(`^wat (?:wil|willen) ${FILL}(.+?) zeggen$`),
  new RegExp(`^wat wordt (?:er )?(?:bedoeld|verstaan) (?:met|onder) ${FILL}(.+)$`),
  new RegExp(`^(?:betekenis|uitleg|definitie|verklaring)(?: van| bij| over)? ${FILL}(.+)$`),
  new RegExp(`^(?:waar|waarvoor|voor wat) (?:staat|dient|dienen) ${FILL}(.+?)(?: voor)?$`),
  new RegExp(`^wat (?:moet|kan) ik (?:mij |me )?(?:voorstellen|verstaan) (?:bij|onder) ${FILL}(.+)$`),
  new RegExp(`^leg (?:eens |me |mij )*(?:uit )?(?:wat )?${FILL}(.+?)(?: is| uit| betekent)*$`),
  /^(?:ze spreken van |ze vragen |is )?(?:een |de |het )*(.+?) (?:betekenis|uitleg|definitie|afkorting)$/,
  /^(?:ze spreken van |ze vragen |ze schrijven |is )?(?:een |de |het )*(.+?) (?:wat|wie|welk|welke|waar|waarvoor)(?: \w+)? (?:is|was|zijn|wil|willen|wordt|bedoelen|verstaan|betekent|doen|doet|dat|die|ze)\b.*$/,
];
const ASKS_BEHIND =
  /^(.+) (?:wat|wie) (?:is|zijn|betekent|wil)(?: (?:dat|die|dit|ze|eigenlijk|nu|zeggen|juist|weer|feitelijk))*$/;
const ASKS_LIST = /\b(?:checklist|lijstje|afvinklijst|controlelijst|afvinken)\b/;

/** A bare term has at most this many words; more is a question of its own. */
const LONGEST_NAME = 6;
/** Shorter names sound like parts of other words: "chef" like "geven". */
const SHORTEST_HEARD = 5;
/** Share of a misspelt name that may differ. */
const MOST_WRONG = 0.2;

interface Name {
  readonly id: ItemId;
  readonly kind: Item['kind'];
  readonly text: string;
  readonly stems: string;
  readonly sound: string;
  /** Without spaces, for slips. */
  readonly joined: string;
}

/** Library -> finder of "wat is …", "wa betekent …", a bare or misspelt term, "checklist …". Null for anything else. */
export function createTermFinder({ terms, checklists, entries }: NamedItems): (text: string) => NamedMatch | null {
  const all: Name[] = [
    ...terms.flatMap((term) => [term.title, ...term.aka].map((text) => toName(term, text))),
    ...checklists.flatMap((list) => [list.title, ...list.phrasings].map((text) => toName(list, withoutListWord(text)))),
  ].filter(({ text }) => text !== '');
  const spelled = once(() => spelledWords({ terms, checklists, entries }));
  const names = tableOf(all, spelled);
  const lists = tableOf(
    all.filter(({ kind }) => kind === 'checklist'),
    spelled,
  );
  return keepLast(REMEMBERED, (text) => {
    const line = toLine(text.slice(0, 300));
    if (line === '') return null;
    const wantsList = ASKS_LIST.test(line);
    const meant = ASKS_MEANING.flatMap((pattern) => pattern.exec(line)?.[1] ?? []);
    // "brief van het loonkantoor, prestatiestaat, wat is da": the word just before the question is meant.
    const before = ASKS_BEHIND.exec(line)?.[1]?.split(' ') ?? [];
    const ends = [3, 2, 1].filter((count) => count < before.length).map((count) => before.slice(-count).join(' '));
    const bare =
      line.split(' ').length <= LONGEST_NAME
        ? line
            .replace(ASKS_LIST, '')
            .replace(/^ ?(?:van|voor|over)? ?(?:een |de |het )?/, '')
            .trim()
        : undefined;
    const asked = [...meant, bare, ...ends].filter((found): found is string => found !== undefined && found !== '');
    for (const part of asked) {
      const found = lookUp(part.replace(/^(?:een |de |het )+/, ''), wantsList ? lists : names);
      if (found) return found;
    }
    return wantsList ? bestChecklist(line, lists.names) : null;
  });
}

/** "checklist eerste dag" is asked for as "eerste dag" once the word for a list is taken off. */
function withoutListWord(text: string): string {
  return text.replace(ASKS_LIST, ' ').replace(/^\s*(?:van|voor|over)\s+/i, '');
}

function toLine(text: string): string {
  return standardise(splitWords(normalize(text))).join(' ');
}

function toName(item: Item, text: string): Name {
  const line = toLine(text.replace(/\(.*?\)/g, ' '));
  return {
    id: item.id,
    kind: item.kind,
    text: line,
    stems: stems(line),
    sound: soundKey(line.replaceAll(' ', '')),
    joined: line.replaceAll(' ', ''),
  };
}

function stems(line: string): string {
  return line.split(' ').map(stem).join(' ');
}

/** Names by what they are found by; of those that share it the first. */
interface NameTable {
  readonly names: readonly Name[];
  readonly letters: readonly Uint8Array[];
  /** Which letters stand there, a bit each. */
  readonly kinds: Int32Array;
  /** Places of the names that are long enough and about as long as so many letters. */
  readonly aboutAsLong: (length: number) => readonly number[];
  readonly byText: ReadonlyMap<string, Name>;
  readonly byStems: ReadonlyMap<string, Name>;
  readonly bySound: ReadonlyMap<string, Name>;
  /** Words that are no slips. */
  readonly spelled: () => ReadonlySet<string>;
}

function tableOf(names: readonly Name[], spelled: () => ReadonlySet<string>): NameTable {
  const firstBy = (key: (name: Name) => string, of = names): ReadonlyMap<string, Name> =>
    new Map([...of].reverse().map((name) => [key(name), name]));
  return {
    names,
    letters: names.map(({ joined }) => countLetters(joined)),
    kinds: Int32Array.from(names, ({ joined }) => kindsOf(countLetters(joined))),
    aboutAsLong: byLength(names),
    byText: firstBy(({ text }) => text),
    byStems: firstBy((name) => name.stems),
    bySound: firstBy(
      ({ sound }) => sound,
      names.filter(({ joined }) => joined.length >= SHORTEST_HEARD),
    ),
    spelled,
  };
}

/** Only worked out when a name may be misspelt: a start does not wait for it. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

function spelledWords({ terms, checklists, entries = [] }: NamedItems): ReadonlySet<string> {
  const written = [...entries, ...terms, ...checklists].map(({ short }) => short);
  return new Set([
    ...wordsOf([...entries.map(({ title }) => title), ...written]),
    ...usualWords(entries.flatMap(({ phrasings }) => phrasings)),
  ]);
}

function wordsOf(texts: readonly string[]): readonly string[] {
  return texts.flatMap((text) => text.toLowerCase().match(/\p{L}+/gu) ?? []);
}

/** What so many phrasings spell alike is meant so. */
const USUAL = 8;

function usualWords(texts: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const word of wordsOf(texts)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].flatMap(([word, count]) => (count < USUAL ? [] : [word]));
}

function lookUp(part: string, table: NameTable): NamedMatch | null {
  const exact = table.byText.get(part);
  if (exact) return { id: exact.id, score: 1 };
  const alike = table.byStems.get(stems(part));
  if (alike) return { id: alike.id, score: 0.97 };
  const joined = part.replaceAll(' ', '');
  if (joined.length < SHORTEST_HEARD) return null;
  const heard = table.bySound.get(soundKey(joined));
  if (heard) return { id: heard.id, score: 0.93 };
  // "vergoeding" is two letters from "verzoening", and means what it says.
  const slip = misspelt(part, table);
  return slip && table.spelled().has(part) ? null : slip;
}

/** Found once for each length that is asked for. */
function byLength(names: readonly Name[]): NameTable['aboutAsLong'] {
  const known = new Map<number, readonly number[]>();
  return (length) => {
    const before = known.get(length);
    if (before !== undefined) return before;
    const found = names.flatMap(({ joined: name }, at) =>
      name.length < 6 || Math.abs(name.length - length) > Math.min(3, MOST_WRONG * name.length) ? [] : [at],
    );
    known.set(length, found);
    return found;
  };
}

function misspelt(part: string, { names, letters, kinds, aboutAsLong }: NameTable): NamedMatch | null {
  const joined = part.replaceAll(' ', '');
  const asked = countLetters(joined);
  const askedKinds = kindsOf(asked);
  let best: NamedMatch | null = null;
  for (const at of aboutAsLong(joined.length)) {
    const entry = names[at];
    if (!entry) continue;
    // More letters may not differ than the share allows: most names need no counting, and of most of those one number tells.
    const most = 2 * MOST_WRONG * entry.joined.length;
    if (countBits(askedKinds ^ (kinds[at] ?? 0)) > most || apart(asked, letters[at] ?? asked) > most) continue;
    const { id, joined: name, text } = entry;
    const wrong = editDistance(joined, name) / name.length;
    const score = 1 - wrong;
    if (wrong <= MOST_WRONG && score > (best?.score ?? 0) && !lacksWord(part, text)) best = { id, score };
  }
  return best;
}

/** "verzekering" is no slip in "BA verzekering": it leaves out the very word that tells which. */
function lacksWord(part: string, name: string): boolean {
  const said = part.split(' ');
  const all = name.split(' ');
  return said.every((word) => all.includes(word)) && all.some((word) => !said.includes(word) && !SMALL.has(word));
}

const SMALL: ReadonlySet<string> = new Set(['een', 'de', 'het', 'van', 'voor', 'in', 'op', 'met', 'en', 'of', 'bij']);

const LETTERS = 27;
const A = 97;

/** How often each letter stands in a word; everything else counts together. */
function countLetters(word: string): Uint8Array {
  const counts = new Uint8Array(LETTERS);
  for (let at = 0; at < word.length; at++) {
    const letter = word.charCodeAt(at) - A;
    const slot = letter >= 0 && letter < LETTERS - 1 ? letter : LETTERS - 1;
    counts[slot] = (counts[slot] ?? 0) + 1;
  }
  return counts;
}

function kindsOf(counts: Uint8Array): number {
  let kinds = 0;
  for (let letter = 0; letter < LETTERS; letter++) if ((counts[letter] ?? 0) > 0) kinds |= 1 << letter;
  return kinds;
}

/** Letters that one has and the other lacks: each costs at least half a slip. */
function apart(a: Uint8Array, b: Uint8Array): number {
  let sum = 0;
  for (let letter = 0; letter < LETTERS; letter++) sum += Math.abs((a[letter] ?? 0) - (b[letter] ?? 0));
  return sum;
}

/** A list that shows only a part of its name must at least show most of what was asked: "gesprek" alone fits several. */
const MOST_OF_ASKED = 0.6;

/** "checklist eerste dag" without the exact title: the list that shares most words; null when none is meant clearly. */
function bestChecklist(line: string, names: readonly Name[]): NamedMatch | null {
  const asked = new Set(longWords(stems(withoutListWord(line))));
  let best: NamedMatch | null = null;
  for (const name of names) {
    const own = longWords(name.stems);
    const shared = own.filter((word) => asked.has(word)).length;
    if (shared < own.length && shared < MOST_OF_ASKED * asked.size) continue;
    const score = (shared / Math.max(1, own.length)) * 0.9;
    if (shared > 0 && score >= 0.45 && score > (best?.score ?? 0)) best = { id: name.id, score };
  }
  return best;
}

const longWords = (line: string): string[] => line.split(' ').filter((word) => word.length > 2);
