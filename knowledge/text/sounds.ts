/** One spelling for another; `of`: it can only be there with all letters of one of these, `gives`: letters it brings in. */
interface Respelling {
  readonly from: RegExp;
  readonly to: string;
  readonly of: readonly number[];
  readonly gives: number;
}

const RESPELLINGS: readonly Respelling[] = [
  respell(/eaux?$/, 'o', ['eau']),
  respell(/^x/, 'ks', ['x']),
  respell(/sch(?=[^e]|$)/g, 's', ['sch']),
  respell(/tie/g, 'si', ['tie']),
  respell(/sie/g, 'si', ['sie']),
  respell(/ij|ei|ey|ay|y/g, 'ei', ['ij', 'ei', 'y']),
  respell(/au|auw|ouw|ou/g, 'ou', ['au', 'ou']),
  respell(/ck|qu|k|c(?![eiyh])/g, 'k', ['c', 'qu']),
  respell(/ch|gg?|h(?=t)/g, 'g', ['g', 'h']),
  respell(/ph|v/g, 'f', ['ph', 'v']),
  respell(/c(?=[ei])|z/g, 's', ['c', 'z']),
  respell(/th/g, 't', ['th']),
  respell(/(?:dt|d)$/, 't', ['d']),
  respell(/([a-z])\1+/g, '$1', ['']),
  respell(/ie/g, 'i', ['ie']),
  respell(/en?$/, '', ['e']),
];

/**
 * How a word sounds, spelled one way: "contrackt" and "kontrakt", "nivo" and "niveau", "prestasie" and "prestatie" meet.
 * Asked of every word of the library at each start: what the letters of a word rule out is not looked for.
 */
export function soundKey(word: string): string {
  let key = word;
  let letters = lettersOf(word);
  for (const { from, to, of, gives } of RESPELLINGS) {
    if (!mayHold(letters, of)) continue;
    key = key.replace(from, to);
    letters |= gives;
  }
  return key;
}

function mayHold(letters: number, of: readonly number[]): boolean {
  for (const needed of of) if ((letters & needed) === needed) return true;
  return false;
}

function respell(from: RegExp, to: string, of: readonly string[]): Respelling {
  return { from, to, of: of.map(lettersOf), gives: to === '$1' ? 0 : lettersOf(to) };
}

/** Which of the letters a to z stand in a text, a bit each. */
function lettersOf(text: string): number {
  let letters = 0;
  for (let at = 0; at < text.length; at++) {
    const place = text.charCodeAt(at) - 97;
    if (place >= 0 && place < 26) letters |= 1 << place;
  }
  return letters;
}
