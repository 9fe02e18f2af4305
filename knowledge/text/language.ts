import { isFlemishForm } from './flemish.js';
import { normalize, splitWords } from './normalize.js';

export type Language = 'nl' | 'fr' | 'en' | 'other';

/** Shorter messages say too little: "merci", "salut" and "ok thanks" are Flemish. */
const LEAST_WORDS = 3;
const MOST_WORDS = 60;
/** A message is told by its beginning (characters). */
const LONGEST_READ = 1200;

const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Words that are common in one language and rare in the others. Shared ones are left out ("de", "en", "in", "we"), or stand in both and so settle nothing ("is", "was", "school"). */
const MARKERS: Readonly<Record<Exclude<Language, 'other'>, ReadonlySet<string>>> = {
  nl: list(
    'is was had een het ik je hij zij niet van voor met mijn zijn dat wat wie waar hoe moet mag kan heeft heb naar bij ook maar nog wel geen uit aan over als dan wordt worden deze die door moeten mogen kunnen leerling wij jullie onze ons haar hem hun er wil gaat doen werk werkt betaalt betalen hoeveel wanneer waarom welke zo al te om of toch nu iets niets iemand altijd nooit ziek dag dagen uur week school op tot zonder tijdens',
  ),
  fr: list(
    'le la les un une des du je tu il elle nous vous ils que qui quoi quel quelle quels est sont suis etes ai avez avons pas ne pour avec dans sur mon ma mes son sa ses votre notre puis peut peux dois doit faut comment combien pourquoi quand est-ce cest jai quest eleve apprenti stagiaire travail travailler jeune ecole bonjour contrat au aux et mais si plus tres faire malade patron semaine heures jour chez entre ce cette ou sans payer paye mineur accident vacances jeunes',
  ),
  en: list(
    'the my is are was have has had do does did can could should would may must what who where when why how which with for from this that these those not and but you your he she they it his him her their our to of at on an be been will if about pay work works working student apprentice pupil sick school hours week allowed need there any i am me us or as just',
  ),
};

/** The language of a message: Dutch unless at least three words clearly say otherwise. */
export function detectLanguage(text: string): Language {
  const words = splitWords(normalize(text.slice(0, LONGEST_READ)).replace(/\b([cdjlmnstq]|qu)'(?=\p{L})/gu, '$1e '))
    .slice(0, MOST_WORDS)
    .filter((word) => /^\p{L}/u.test(word));
  if (words.length < LEAST_WORDS) return 'nl';
  let [nl, french, english, foreign] = [0, 0, 0, 0];
  for (const word of words) {
    if (MARKERS.nl.has(word)) nl += 1;
    if (isFlemishForm(word)) nl += 0.5;
    if (MARKERS.fr.has(word)) french += 1;
    if (MARKERS.en.has(word)) english += 1;
    if (/[^\p{Script=Latin}']/u.test(word)) foreign += 1;
  }
  const [other, score] = french > english ? (['fr', french] as const) : (['en', english] as const);
  if (score >= 2 && score > nl && score / words.length >= 0.25) return other;
  // Another script is certainly not Dutch; other Latin languages cannot be told from dialect and typos, so they stay Dutch.
  return foreign / words.length > 0.5 ? 'other' : 'nl';
}
