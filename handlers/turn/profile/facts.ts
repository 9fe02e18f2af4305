import type { Profile } from '../../conversation.js';
import { plainLine, readAge, type Read } from './learner-age.js';

/** Words that settle a profile fact, and what their denial settles, if anything. */
interface Fact {
  readonly words: RegExp;
  readonly says: Profile;
  readonly denied?: Profile;
}

const A = '(?:een |ne |nen |n |den |de )?';
const FACTS: readonly Fact[] = [
  {
    words: /\b(?:stage ?-?overeenkomst(?: alternerende opleiding)?|s\.?a\.?o\.?(?!\p{L})|sao(?:s|tje|er|ers|leerling)?\b)/gu,
    says: { contract: 'SAO' },
  },
  {
    words: /\b(?:overeenkomst (?:van |voor )?alternerende opleiding|o\.?a\.?o\.?(?!\p{L})|oao(?:s|tje|er|ers|leerling)?\b)/gu,
    says: { contract: 'OAO' },
  },
  { words: /\b(?:buso(?:-?leerling)?|ov ?3|buitengewoon(?: secundair)?(?: onderwijs)?)\b/g, says: { level: 'BUSO' } },
  {
    words:
      /\b(?:(?:7|zevende)[ -]?(?:de|e|ste)?[ -]?(?:jaars?|specialisatiejaar|spec|bso)(?: bso)?|bso ?-?7|7(?:de|e)|zevendejaars?\w*|specialisatiejaar)\b(?! (?:dag|week|keer|maand|januari|november))/g,
    says: { level: 'BSO7' },
  },
  {
    words: /\b(?:minderjarige?n?|onder de 18|jonger dan 18|beneden de 18|min 18|(?:nog )?geen (?:volle )?18(?! ?(?:uur|dagen|maanden|euro|km))(?: jaar)?|nog niet 18)\b|(?<![\d\p{L}])-18\b/gu,
    says: { age: 'minderjarig' },
    denied: { age: 'meerderjarig' },
  },
  {
    words: /\b(?:meerderjarige?n?|ouder dan 18|boven de 18|18 ?(?:plus|of ouder|of meer)|(?<!word(?:t|en) )al 18(?! ?(?:uur|u\b|dagen|weken|maanden|euro|km|keer|leerlingen|jaar \p{L}{3,})))\b|\b18\+/gu,
    says: { age: 'meerderjarig' },
    denied: { age: 'minderjarig' },
  },
  {
    words: /\b(?:nog nooit (?:iemand|personeel|volk)(?: gehad| in dienst(?: gehad)?)?|nooit personeel(?: gehad)?|(?:mijn )?eerste (?:personeels?(?:lid)?|werknemer)(?: ooit)?)\b/g,
    says: { first_employee: 'ja' },
  },
  {
    words: /\b(?:(?:ik )?(?:heb|had) al (?:\p{L}+ )?(?:personeel|werknemers|mannen in dienst))\b/gu,
    says: { first_employee: 'nee' },
  },
  {
    words: /\b(?:ik werk (?:helemaal )?alleen|(?:ik )?ben (?:helemaal )?alleen in (?:de|mijn) zaak|(?:mijn|ben|heb|als) (?:een )?eenmanszaak|sta er alleen voor|in mijn eentje)\b/g,
    says: { crew: 'alleen' },
  },
  { words: /\b(?:mijne? ploeg|mijne? mannen|mijn gasten op de werf|onze ploeg|mijne? ploegbaas)\b/g, says: { crew: 'ploeg' } },
  {
    words: /\b(?:ik ben (?:zelf )?(?:geen baas|(?:een )?werknemer|(?:de |een )?ploegbaas|in loondienst)|mijne? (?:baas|werkgever|patron))\b/g,
    says: { position: 'werknemer' },
  },
  {
    words: new RegExp(`\\bik ben (?:zelf )?${A}(?:baas|werkgever|zaakvoerder|bedrijfsleider|patron)\\b`, 'g'),
    says: { position: 'werkgever' },
  },
  {
    words: /\b(?:mijn (?:aller)?eerste leerling|(?:de )?eerste keer (?:dat ik )?(?:een|ne|nen) leerling(?: heb)?|nog nooit (?:een|ne|nen) leerling(?: gehad)?)\b/g,
    says: { experience: 'eerste' },
  },
  {
    words: /\b(?:mijn (?:tweede|derde|vierde|vijfde|2de|3de|4de|5de) leerling|al (?:verschillende|meerdere|een paar|veel|[2-9]) leerlingen gehad)\b/g,
    says: { experience: 'ervaren' },
  },
  { words: /\b(?:ik ben (?:de |een )?trajectbegeleid(?:er|ster)|als trajectbegeleid(?:er|ster) (?:moet|mag|kan|wil|krijg) ik)\b/g, says: { role: 'trajectbegeleider' } },
]; // prettier-ignore

const NO =
  /(?:\b(?:geen|gene?n?|niet|ni|nie|nooit|zonder)) (?:(?:een|ne|nen|n|echt|meer|uit|van|in|met|bij|het|de) )*$/;
/** Somebody asks which contract it is or may be: then the name of a contract tells nothing. */
const ASKS_CONTRACT =
  /\bwat (?:is|betekent) (?:dat |nu |eigenlijk |juist )*(?:een |ne |nen |n |de |den )?(?:sao|oao)\b|\bverschil\b|\b(?:of (?:het|dat|da|hij|ze|zij|ik|'t|t|dit|mijn \p{L}+)(?: \p{L}+){0,3}|(?:is|wordt|moet) (?:het|dat|da|'t|t|dit)(?: \p{L}+){0,2}) (?:sao|oao)\b|\bof (?:een |ne |nen )?(?:sao|oao)\b.{0,12}\bkies/u;
/** More than one learner, or somebody else's: nobody can tell of whom a fact is. */
const OF_WHOM =
  /\b(?:waarvan|de ene|den ene|de andere|den andere|eentje|1 (?:sao|oao)|elk een ander)\b|\b(?:collega|buurman|gebuur|kameraad|concurrent|mijn (?:zoon|dochter|broer))(?: van mij)? (?:heeft|had|is|wordt|met|zijn)\b/;
const NOT_YET = /\b(?:wanneer|vanaf wanneer|zodra|totdat|tot) (?:\p{L}+ ){0,3}(?:meerderjarig|minderjarig)/u;

const OF_LEARNER = ['contract', 'level', 'age', 'years'] as const satisfies readonly (keyof Profile)[];

export interface StatedFacts {
  readonly profile: Profile;
  /** The line without the words that stated the facts. */
  readonly rest: string;
}

/** The facts a message states outright. What is denied, doubted, contradicted or said of somebody else is no fact. */
export function readFacts(text: string): StatedFacts {
  const line = plainLine(text);
  const ages = readAge(line);
  const named = readNamed(line);
  const told = agree([...ages.told, ...named.told]);
  const unsure = new Set<keyof Profile>([
    ...(ASKS_CONTRACT.test(line) ? (['contract'] as const) : []),
    ...(OF_WHOM.test(line) ? OF_LEARNER : []),
    ...(NOT_YET.test(line) ? (['age'] as const) : []),
  ]);
  const kept = Object.entries(told).filter(([key]) => !unsure.has(key as keyof Profile));
  // Where no age is told nothing was taken off, and it was read already.
  const { rest } = ages.rest === line ? named : readNamed(ages.rest);
  return { profile: Object.fromEntries(kept), rest: rest.replace(/\s+/g, ' ').trim() };
}

function readNamed(line: string): Read {
  const told: Profile[] = [];
  let rest = line;
  for (const { words, says, denied } of FACTS) {
    rest = rest.replace(words, (...found: unknown[]) => {
      const at = found.find((part) => typeof part === 'number') ?? 0;
      if (!NO.test(rest.slice(0, at))) told.push(says);
      else if (denied) told.push(denied);
      return ' ';
    });
  }
  return { told, rest };
}

/** One profile of all facts; a fact with two values settles nothing. */
function agree(told: readonly Profile[]): Profile {
  const pairs = told.flatMap((profile) => Object.entries(profile));
  return Object.fromEntries(pairs.filter(([key, value]) => pairs.every(([k, v]) => k !== key || v === value)));
}
