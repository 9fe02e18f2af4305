import type { Lexicon } from './lexicon.js';

/** Sounds that dialects spell differently -> standard spelling. Tried on words we do not know, one or two at a time. */
const SHIFTS: readonly (readonly [RegExp, string])[] = [
  [/^(?=[aeiou])/, 'h'],
  [/^h(?=[aeiou])/, ''],
  [/oa/, 'aa'],
  [/ae/, 'aa'],
  [/uu/, 'ui'],
  [/u(?=[^aeiou])/, 'ui'],
  [/ie/, 'ij'],
  [/ee/, 'ei'],
  [/aa/, 'ij'],
  [/oo/, 'oe'],
  [/oe/, 'ou'],
  [/sk/, 'sch'],
  [/s$/, 't'],
  [/e$/, ''],
  [/en?$/, 'en'],
  [/$/, 't'],
  [/$/, 'n'],
  [/ng$/, 'n'],
  [/([^aeiou])\1/, '$1'],
];

/** Pronouns glued behind a verb: "brengek" = breng ik, "gaatem" = gaat hij, "moeteze" = moeten ze. */
const GLUED: readonly (readonly [RegExp, string])[] = [
  [/(?:e?kik|ek|k)$/, 'ik'],
  [/(?:t?em|m|tn?ie|ie)$/, 'hij'],
  [/(?:te?ge|de?ge|ge|de|te|je)$/, 'je'],
  [/(?:e?ze)$/, 'ze'],
  [/(?:e?me|e?we)$/, 'we'],
  [/(?:et|t)$/, 'het'],
];

/** Shortest word looked at, and the least times its standard form must stand in our texts. */
const SHORTEST = 3;
const LEAST_KNOWN = 2;

/** An unknown word in dialect spelling -> the standard word or words, or undefined. */
export function fromDialect(word: string, lexicon: Lexicon): readonly string[] | undefined {
  if (word.length < SHORTEST || word.length > 16 || lexicon.count(word) >= LEAST_KNOWN) return undefined;
  const known = (form: string): boolean => form.length >= SHORTEST && lexicon.count(form) >= LEAST_KNOWN;
  const once = SHIFTS.map(([from, to]) => word.replace(from, to)).filter((form) => form !== word);
  const direct = mostFrequent(once.filter(known), lexicon);
  if (direct !== undefined) return [direct];
  for (const [ending, pronoun] of GLUED) {
    const head = word.replace(ending, '');
    if (head === word || head.length < SHORTEST) continue;
    const verb = [head, `${head}t`, `${head}en`].find(known);
    if (verb !== undefined) return [verb, pronoun];
  }
  const twice = once.flatMap((form) => SHIFTS.map(([from, to]) => form.replace(from, to))).filter(known);
  const far = mostFrequent(twice, lexicon);
  return far === undefined ? undefined : [far];
}

function mostFrequent(forms: readonly string[], lexicon: Lexicon): string | undefined {
  let best: string | undefined;
  for (const form of forms) if (best === undefined || lexicon.count(form) > lexicon.count(best)) best = form;
  return best;
}
