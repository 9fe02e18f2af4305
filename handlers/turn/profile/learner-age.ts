import type { Profile } from '../../conversation.js';

/** What a passage says, and the text without the words that said it. */
export interface Read {
  readonly told: readonly Profile[];
  readonly rest: string;
}

const NUMBER_WORDS: Readonly<Record<string, string>> = {
  veertien: '14', vijftien: '15', zestien: '16', zeventien: '17', zeuventien: '17', achttien: '18', achtien: '18',
  negentien: '19', twintig: '20', eenentwintig: '21', tweeentwintig: '22',
}; // prettier-ignore
const NUMBER_WORD = new RegExp(`\\b(${Object.keys(NUMBER_WORDS).join('|')})(?=\\b|-?jarig|de\\b)`, 'g');

const N = '(1[4-9]|2[0-5])';
const WHO =
  "(?:hij|ij|ie|em|hem|'m|ze|zij|haar|leerling(?:e|en|etje)?|leerjongen|leermeisje|stagiaire?|studente?|gast(?:je)?|kerel|jongens?|jongere|meisje|manneke|kandidaat|leeftijd)";
/** Words that may stand between a person and an age without making the number something else. */
const BETWEEN =
  '(?:die|dat|is|was|zijn|heeft|van|nu|nog|maar|pas|al|net|juist|intussen|ondertussen|ook|bijna|bekan|amper|ongeveer|geen|niet|volle|volgende (?:week|maand|jaar)|deze (?:week|maand)|dit jaar|morgen|overmorgen|binnenkort|straks|in \\p{L}+|wordt|word|worden|werd|met|een|ne|nen|oao|sao|buso|en|toch|reeds|dus|eigenlijk|dan|hier|zeker)';
const MONTH = 'jan|feb|maart|apr|mei\\b|jun|jul|aug|sep|okt|nov|dec';
/** What makes a number no age: hours, money, distances, dates, ordinals, counts. */
const NO_UNIT = `(?!\\d|[.:,]\\d|(?:ste|de|e|x)\\b| ?[-/] ?\\d| ?(?:u\\b|u\\d|uur|uren|ure\\b|h\\b|%|°|€|euro|eur\\b|dag|week|weken|maand|min\\b|minuten|kwart|km|kilo|kg|ton\\b|cm|mm|m\\b|m2|meter|liter|graden|keer|man\\b|mensen|leerlingen|werkdag|procent|punten|stuk|planten|bomen|machines|collega|jaar (?:ervaring|geleden|in |bij |lang|bezig|mentor|later|dienst)|(?:${MONTH})))`;

const AGE_OF = new RegExp(
  `(?<!\\p{L})${WHO}(?:[ ,]+${BETWEEN}){0,7}[ ,]+${N}(?: ?(?:of|à|a|-|tot|/|en) ?${N})?${NO_UNIT}(?: ?(?:jaar|jr|j)\\b)?(?: oud\\b)?(?: (?:wordt|worden|word|geworden)\\b)?`,
  'gu',
);
const YEARS_OLD = new RegExp(`(?<!\\p{L})${N}[- ]?(?:jarige?(n?)\\b|jaar oud\\b)`, 'gu');
/** Said of a day that may come: no fact about today. */
const IF_EVER = /(?:als|wanneer|zodra|tot|totdat|vanaf|eens|nadat|voor|voordat)[ ,]*$/;

/** Lower case, number words as digits, brackets open: what the patterns of this folder read. */
export function plainLine(text: string): string {
  return text
    .toLowerCase()
    .replace(/é/g, 'e')
    .replace(/ë/g, 'e')
    .replace(/[’‘`´]/g, "'")
    .replace(NUMBER_WORD, (word) => NUMBER_WORDS[word] ?? word)
    .replace(/[()"]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The learner's age as a plain line states it; numbers that are hours, money or dates are no ages. */
export function readAge(line: string): Read {
  const told: Profile[] = [];
  const rest = line
    .replace(YEARS_OLD, (_, years: string, plural: string | undefined) => {
      told.push(plural === 'n' ? { age: sideOf(Number(years)) } : ageOf(Number(years)));
      return ' ';
    })
    .replace(AGE_OF, (said: string, first: string, second: string | undefined, at: number) => {
      const fact = factOf(said, Number(first), second === undefined ? null : Number(second), line.slice(0, at));
      if (fact) told.push(fact);
      return ' ';
    });
  return { told, rest };
}

function factOf(said: string, first: number, second: number | null, before: string): Profile | null {
  if (second !== null) return sideOf(first) === sideOf(second) ? { age: sideOf(first) } : null;
  const coming = /\bword(?:t|en)?\b/.test(said);
  if (coming && IF_EVER.test(before)) return null;
  if (/\b(?:geen|niet)\b/.test(said)) return first <= 18 ? { age: 'minderjarig' } : null;
  return ageOf(coming || /\b(?:bijna|bekan)\b/.test(said) ? first - 1 : first);
}

export function ageOf(years: number): Profile {
  return { years, age: sideOf(years) };
}

function sideOf(years: number): 'minderjarig' | 'meerderjarig' {
  return years < 18 ? 'minderjarig' : 'meerderjarig';
}
