import type { Checklist, Item, ItemId, Term } from '../entry.js';
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
export function createTermFinder({ terms, checklists }: NamedItems): (text: string) => NamedMatch | null {
  const names: Name[] = [
    ...terms.flatMap((term) => [term.title, ...term.aka].map((text) => toName(term, text))),
    ...checklists.flatMap((list) => [list.title, ...list.phrasings].map((text) => toName(list, withoutListWord(text)))),
  ].filter(({ text }) => text !== '');
  return (text) => {
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
      const found = lookUp(part.replace(/^(?:een |de |het )+/, ''), names, wantsList);
      if (found) return found;
    }
    return wantsList ? bestChecklist(line, names) : null;
  };
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

function lookUp(part: string, names: readonly Name[], wantsList: boolean): NamedMatch | null {
  const usable = names.filter(({ kind }) => !wantsList || kind === 'checklist');
  const exact = usable.find(({ text }) => text === part);
  if (exact) return { id: exact.id, score: 1 };
  const stemmed = stems(part);
  const alike = usable.find((name) => name.stems === stemmed);
  if (alike) return { id: alike.id, score: 0.97 };
  const joined = part.replaceAll(' ', '');
  if (joined.length < 5) return null;
  const sound = soundKey(joined);
  const heard = usable.find((name) => name.sound === sound);
  if (heard) return { id: heard.id, score: 0.93 };
  return misspelt(joined, usable);
}

function misspelt(joined: string, names: readonly Name[]): NamedMatch | null {
  let best: NamedMatch | null = null;
  for (const { id, joined: name } of names) {
    // More letters may not differ than the share allows: most names need no counting.
    if (name.length < 6 || Math.abs(name.length - joined.length) > Math.min(3, MOST_WRONG * name.length)) continue;
    if (tooDifferent(joined, name)) continue;
    const wrong = editDistance(joined, name) / name.length;
    const score = 1 - wrong;
    if (wrong <= MOST_WRONG && score > (best?.score ?? 0)) best = { id, score };
  }
  return best;
}

/** Letters that one has and the other lacks: each costs at least half a slip. */
function tooDifferent(a: string, b: string): boolean {
  const counts = new Map<string, number>();
  for (const letter of a) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  for (const letter of b) counts.set(letter, (counts.get(letter) ?? 0) - 1);
  let apart = 0;
  for (const count of counts.values()) apart += Math.abs(count);
  return apart / 2 > MOST_WRONG * b.length;
}

/** "checklist eerste dag" without the exact title: the list that shares most words. */
function bestChecklist(line: string, names: readonly Name[]): NamedMatch | null {
  const asked = new Set(stems(line).split(' '));
  let best: NamedMatch | null = null;
  for (const name of names) {
    if (name.kind !== 'checklist') continue;
    const own = name.stems.split(' ').filter((word) => word.length > 2);
    const shared = own.filter((word) => asked.has(word)).length;
    const score = (shared / Math.max(1, own.length)) * 0.9;
    if (shared > 0 && score >= 0.45 && score > (best?.score ?? 0)) best = { id: name.id, score };
  }
  return best;
}
