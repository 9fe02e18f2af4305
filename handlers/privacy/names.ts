import { isCommonWord } from './common-words.js';
import { DOUBTFUL_NAMES } from './first-names.js';
import { isName } from './is-name.js';
import { bareName, surnameLength } from './name-words.js';

const NAME = '[naam]';
/** "Tuinen Claes": firms are called after their owner. */
const FIRM =
  /(?<!\p{L})((?:Tuinen|Groenwerken|Tuinwerken|Tuinaanleg|Tuinonderneming|Tuinonderhoud|Groenonderhoud|Boomverzorging|Hoveniersbedrijf|Tuinarchitect|Firma) (?:\p{Lu}\. )?)(\p{Lu}\p{Ll}[\p{L}'’-]+)/gu;

const WORD = /\p{L}[\p{L}'’-]*/gu;
/** "L. Van Hoof": a letter stands for the first name. */
const INITIAL =
  /(?<![\p{L}.])\p{Lu}\. ?(?:(?:[Vv]an|[Dd]e|[Dd]en|[Dd]er|[Vv]anden|[Vv]ande|El|Al) ){0,2}(\p{Lu}\p{Ll}[\p{L}'’-]+)/gu;

/** Masks the names of persons: known first names, and any name that its surroundings give away. */
export function maskNames(whole: string): string {
  const text = whole
    .replace(FIRM, (found, firm: string, owner: string) => (isCommonWord(owner) ? found : firm + NAME))
    .replace(INITIAL, (found, surname: string) => (isCommonWord(surname) ? found : NAME));
  const found: string[] = [];
  let masked = '';
  let done = 0;
  for (const match of text.matchAll(WORD)) {
    const at = match.index;
    if (at < done) continue;
    const end = at + match[0].length;
    if (!isName(match[0], text.slice(Math.max(0, at - 60), at), text.slice(end, end + 60))) continue;
    found.push(match[0]);
    masked += text.slice(done, at) + NAME;
    done = end + surnameLength(text.slice(end, end + 60));
  }
  return again(masked + text.slice(done), found);
}

/** A name given away once is known for the rest of the message. */
function again(masked: string, names: readonly string[]): string {
  const rare = [
    ...new Set(names.filter((name) => name.length >= 4 && !isCommonWord(name) && !DOUBTFUL_NAMES.has(bareName(name)))),
  ];
  return rare.reduce(
    (text, name) =>
      text.replace(new RegExp(`(?<![\\p{L}\\[])${name.replace(/[^\p{L}'-]/gu, '')}(?![\\p{L}\\]])`, 'giu'), NAME),
    masked,
  );
}
