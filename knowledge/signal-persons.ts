import { toWordSigns, type WordSigns } from './signal-signs.js';

/** Who something happens to hardly matters for an alarm: every person becomes the same word, so that one example teaches for all. */
const PERSONS: ReadonlySet<string> = new Set(
  `leerling leerlinge leerlingen leerjongen leerjongere leergast leergasten stagiair stagiaire stagiairs student studente
   cursist jongen jongens meisje meiske meid gast gasten kerel manneke mannen kind kleine gozer jongeman jongere kadee
   arbeider arbeiders werkman werkmannen knecht knechten collega collegas medewerker medewerkster ploegmaat maat kameraad
   vakman tuinman tuinier snoeier klimmer boomverzorger chauffeur bestuurder ploegbaas werfleider hulp stielman
   man vrouw dame persoon iemand apprentice apprenti stagiaires pupil`.split(/\s+/),
);
const BEFORE: ReadonlySet<string> = new Set([
  'mijn',
  'ons',
  'de',
  'het',
  'een',
  'die',
  'deze',
  'dat',
  'zijn',
  'jonge',
  'nieuwe',
  'andere',
]);
const NAMELESS = toWordSigns('hij');
const HIS = toWordSigns('zijn');

/** "onze stagiaire", "ze", "een arbeider" -> "hij"; "haar" -> "zijn". */
export function withoutPersons(words: readonly WordSigns[]): readonly WordSigns[] {
  const out: WordSigns[] = [];
  for (const signs of words) {
    const word = signs.word.text;
    if (PERSONS.has(word) || word === 'ze' || word === 'zij') {
      while (out.length > 0 && PERSONS.has(word) && BEFORE.has(out.at(-1)?.word.text ?? '')) out.pop();
      // "mijn leerling hij valt" says it twice.
      if (!isNameless(out.at(-1))) out.push(NAMELESS);
    } else if (isNameless(signs) && isNameless(out.at(-1))) continue;
    else out.push(word === 'haar' ? HIS : signs);
  }
  return out;
}

function isNameless(signs: WordSigns | undefined): boolean {
  return signs?.word.text === NAMELESS.word.text;
}
