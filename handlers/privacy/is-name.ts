import { isCommonWord } from './common-words.js';
import { DOUBTFUL_NAMES, FIRST_NAMES, SURNAMES } from './first-names.js';
import { isAfterRole, isGivenAway } from './name-places.js';
import { bareName, surnameLength } from './name-words.js';

/** Schools, saints and sayings that hold a first name. */
const NO_PERSON_BEFORE = /(?:\bsint|\bst\.?|\bheilige?|\bbasiliek|\bcollege|\bschool|\binstituut|\bcafe)[ -]$|\d ?$/iu;
const NO_PERSON_AFTER =
  /^(?: en alleman| modaal| more\b| deere\b|[- ](?:instituut|college|school|straat|laan|plein)|\.(?:be|com|nl))/iu;

/** Words that follow a role in plain sentences, though some people are called so. */
const RISKY = new Set(
  'an art elke toon said bas ben bo can door elf fons gil hope job jan leen lot max peter pim mees mei min nest ona prins rein ray robin sol til veer vos wil zus sam storm'.split(
    ' ',
  ),
);

/** Typed small these are no persons: "magda" asks "mag dat". */
const NO_PERSON_SMALL = new Set(['magda']);

/** With a capital in the middle of a sentence these are still no persons. */
const NO_PERSON_WITH_CAPITAL = new Set(
  'frans noor mei juni june april can adam sol mol prins angel hope faith paris gil vos wolf beer star sun su peter job'.split(
    ' ',
  ),
);

/** "De Smet", "Van den Broeck": the name of a title or a role that begins with a small word. */
const PARTICLE = /^(?:De|Den|Van|Vande|Vanden|Vander|Ter|Ten|El|Al|Di|Le|La|Da)$/u;
const SURNAME_AFTER = /^ (?:(?:de|den|der|De|Den|Der) )?\p{Lu}\p{Ll}[\p{L}'’-]*/u;

/** Whether a word, between what stands before and after it, is the name of a person. */
export function isName(word: string, before: string, after: string): boolean {
  if (before.endsWith('[') || after.startsWith(']')) return false;
  if (PARTICLE.test(word) && SURNAME_AFTER.test(after) && isAfterRole(before)) return true;
  if (NO_PERSON_SMALL.has(word)) return false;
  const bare = bareName(word);
  const capital = /^\p{Lu}[\p{Ll}'’-]/u.test(word);
  const known = FIRST_NAMES.has(bare) && !(isCommonWord(word) && bare !== word.toLowerCase());
  const doubtful = !known && DOUBTFUL_NAMES.has(bare);
  const common = isCommonWord(word) && !(doubtful && capital);
  if (!known && !doubtful && common) return false;
  if (known && !NO_PERSON_BEFORE.test(before) && !NO_PERSON_AFTER.test(after)) return true;
  if (doubtful && capital && isInSentence(before) && !NO_PERSON_WITH_CAPITAL.has(bare)) return true;
  if (capital && isSurnameFirst(word, after)) return true;
  const surnamed = surnameLength(after) > 0;
  if (doubtful && surnamed && (capital || SURNAMES.has(firstWord(after)))) return true;
  const likely = known || (doubtful && !RISKY.has(bare)) || (capital && !common);
  return isGivenAway({ word, before, after, capital, doubtful, common, likely, surnamed });
}

function isInSentence(before: string): boolean {
  return /[\p{Ll},] $/u.test(before);
}

/** "Ceulemans Thibault", as on a list of a school. */
function isSurnameFirst(word: string, after: string): boolean {
  return SURNAMES.has(word.toLowerCase()) && FIRST_NAMES.has(bareName(firstWordOf(after)));
}

function firstWordOf(after: string): string {
  return /^ (\p{Lu}[\p{L}'’-]+)/u.exec(after)?.[1] ?? '';
}

function firstWord(after: string): string {
  return (/^ (\p{L}+)/u.exec(after)?.[1] ?? '').toLowerCase();
}
