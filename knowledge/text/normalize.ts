/** Raw message -> one lower-case line without accents or odd signs. Same for entries and questions. */
export function normalize(text: string): string {
  // Most messages are typed without accents: then only the backtick stands for another sign.
  if (!/[^\x20-\x7e\n]/.test(text)) {
    return text
      .toLowerCase()
      .replaceAll('`', "'")
      .replace(/[ \n]{2,}|\n/g, ' ')
      .trim();
  }
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[’‘´`ʼ′]/g, "'")
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/ĳ/g, 'ij')
    .replace(/ø/g, 'o')
    .replace(/ß/g, 'ss')
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

const WORD = /\d+(?:[.,:]\d+)*|\p{L}+(?:'\p{L}+)*|'\p{L}+|[%€]/gu;

/** No Dutch word is longer; letters without an end are read no further, because stems and spellings read a word often. */
const LONGEST_WORD = 64;

/** A word glued to a number, as in "38u", "17j", "7de": unit -> the words it stands for. */
const UNITS: Readonly<Record<string, string>> = {
  u: 'uur',
  h: 'uur',
  j: 'jaar',
  jr: 'jaar',
  d: 'dagen',
  w: 'weken',
  kg: 'kilo',
  km: 'kilometer',
  min: 'minuten',
  eur: 'euro',
};

/**
 * A normalised line -> its written words, numbers kept, clitics loosened ("'k" -> ik, "zo'n" -> zo een).
 * Numbers lose their thousands dots; "38u" becomes "38 uur".
 */
export function splitWords(line: string): string[] {
  const words: string[] = [];
  for (const whole of line.match(WORD) ?? []) {
    const raw = whole.slice(0, LONGEST_WORD);
    if (raw === '%') words.push('procent');
    else if (raw === '€') words.push('euro');
    else if (isDigit(raw)) words.push(raw.replace(/(\d)[.](?=\d{3}\b)/g, '$1').replace(/[.,:]0+$/, ''));
    else if (raw.includes("'")) words.push(...loosen(raw));
    else words.push(isDigit(words.at(-1) ?? '') && /^\d+$/.test(words.at(-1) ?? '') ? (UNITS[raw] ?? raw) : raw);
  }
  return words;
}

/** Whether a text begins with one. */
function isDigit(text: string): boolean {
  const code = text.charCodeAt(0);
  return code >= 48 && code <= 57;
}

const LOOSE: Readonly<Record<string, readonly string[]>> = {
  "'k": ['ik'],
  "'t": ['het'],
  "'s": [],
  "'n": ['een'],
  "'ne": ['een'],
  "'m": ['hem'],
  "'ns": ['eens'],
  "'r": ['haar'],
  "zo'n": ['zo', 'een'],
  "zo'ne": ['zo', 'een'],
  "m'n": ['mijn'],
  "z'n": ['zijn'],
  "d'r": ['haar'],
  "da's": ['dat', 'is'],
  "wa's": ['wat', 'is'],
  "hoe's": ['hoe', 'is'],
  "m'ne": ['mijn'],
  "z'ne": ['zijn'],
};
/** Endings a Fleming glues on a verb or conjunction: "moet'k", "als't", "heb'k". */
const GLUED: Readonly<Record<string, string>> = { k: 'ik', t: 'het', m: 'hem', n: 'een', ne: 'een', r: 'er', ge: 'ge' };

function loosen(raw: string): readonly string[] {
  const known = LOOSE[raw];
  if (known) return known;
  const cut = raw.lastIndexOf("'");
  const head = raw.slice(0, cut).replaceAll("'", '');
  const tail = raw.slice(cut + 1);
  const ending = GLUED[tail];
  if (head === 't' || head === 'k') return [head === 't' ? 'het' : 'ik', tail];
  if (ending !== undefined && head.length >= 2) return [head, ending];
  // "foto's", "Jan's": the s belongs to the word.
  return [head + tail].filter((word) => word !== '');
}
