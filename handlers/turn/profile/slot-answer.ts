import { SLOT_VALUES, type Slot } from '../../../knowledge/entry.js';
import type { Profile } from '../../conversation.js';
import { labelOf, slotsOf } from '../profile.js';
import { readFacts } from './facts.js';
import { ageOf, plainLine } from './learner-age.js';

/** What an answer to our own question says: facts, "all of them", "no idea", or nothing about it. */
export type SlotAnswer =
  | { readonly kind: 'told'; readonly profile: Profile }
  | { readonly kind: 'open' }
  /** A yes or no to a question that needs more. */
  | { readonly kind: 'unclear' };

const OPEN =
  /^(?:euh?m? |ja |tja |goh |amai )*(?:(?:heb |ik heb )?(?:geen|gin|gene?n?) (?:idee|gedacht|flauw idee)|(?:dat |da )?weet (?:ik )?(?:het |da |dat |ik )*(?:ook |nog |eigenlijk |zelf )*(?:ni(?:et|e)?|nog niet)|k ?weet (?:het )?(?:ni(?:et|e)?)|kwee[tn]?[ -]?(?:t ?)?ni(?:e|et)?|wee[tn]?[ -]?ni(?:e|et)?|niet zeker|nog niet (?:beslist|geweten|zeker)|(?:dat )?moet ik (?:eens |nog )?(?:na)?(?:vragen|kijken|zien)|geen van (?:beide|de twee)|dunno|idk|maakt (?:dat )?(?:niet |ni |nie )?uit|\?+)/;
const BOTH = /\b(?:beide|allebei|alletwee|alle ?twee|van elk (?:een|1|eentje)|(?:een|1) van elk|van alles wat)\b/;
const YES =
  /^(?:a+h? )?(?:ja+|jawel|jazeker|jaja|jah|jao|joa|yes|yep|yup|ye|jup|jep|zeker|tuurlijk|natuurlijk|vaneigens|inderdaad|idd|klopt|juist|uiteraard|absoluut|oui|wel ja)\b/;
const NO =
  /^(?:a+h? )?(?:nee+|neen+|nene|neeje|nope|nop|nog niet|toch niet|niet echt|bijna|bekan|helemaal niet|bijlange|niet|neje|non|no)\b/;

/** Which value a yes stands for, and which a no: only where our question can be answered so. */
const YES_NO: Readonly<Partial<Record<Slot, readonly [yes: string, no: string]>>> = {
  age: ['meerderjarig', 'minderjarig'],
  first_employee: ['ja', 'nee'],
  experience: ['eerste', 'ervaren'],
  position: ['werkgever', 'werknemer'],
};

/** Words that name a value when we have just asked for it; elsewhere they would be a guess. */
const NAMES: Readonly<Record<Slot, readonly (readonly [value: string, words: RegExp])[]>> = {
  contract: [
    ['SAO', /\b(?:sao|s a o|stage(?:contract|overeenkomst)?|onbetaald|onbezoldigd|(?:zonder|geen) (?:loon|vergoeding|leervergoeding))\b/],
    ['OAO', /\b(?:oao|o a o|(?:wel |met |krijgt )(?:een )?(?:loon|vergoeding|leervergoeding))\b/],
  ],
  level: [
    ['BUSO', /\b(?:buso|ov ?3|buitengewoon|bijzonder)\b/],
    ['BSO7', /\b(?:bso|zevende|7|7de|7e|zevendejaars?|specialisatiejaar)\b/],
  ],
  age: [
    ['minderjarig', /\b(?:minderjarig|jonger|te jong|nog net niet|in de lagere)\b/],
    ['meerderjarig', /\b(?:meerderjarig|volwassen|ouder|al lang)\b/],
  ],
  crew: [
    ['ploeg', /\b(?:ploeg|team|mannen|gasten|collega'?s?|personeel|werknemers?|arbeiders?|samen|met (?:ons |zijn |z'n )?(?:[2-9]|1\d|twee|tweeen|drie|vier|vijf)|[2-9] man)\b/],
    ['alleen', /\b(?:alleen|solo|eentje|eenmanszaak|niemand|op mezelf|zelf)\b/],
  ],
  position: [
    ['werknemer', /\b(?:werknemer|ploegbaas|meestergast|loondienst|in dienst|arbeider|bediende|mijne? baas)\b/],
    ['werkgever', /\b(?:werkgever|baas|zaakvoerder|zelfstandige?|patron|eigenaar|mijn (?:eigen )?(?:zaak|bedrijf)|ikzelf|zelf)\b/],
  ],
  first_employee: [
    ['nee', /\b(?:al (?:eerder |eens |vroeger |nog )?(?:personeel|volk|iemand|mensen|gehad)|had(?: ik)? (?:er )?al|heb(?: ik)? (?:er )?al|vroeger|(?:[2-9]|twee|drie|vier|vijf) (?:man|mensen|werknemers))\b/],
    ['ja', /\b(?:eerste(?! (?:dag|week|weken|maand|uur|werkdag|taak|ziekte))|nooit|nieuw)\b/],
  ],
  experience: [
    ['ervaren', /\b(?:al|tweede|derde|vierde|vijfde|zesde|[2-9]de|meerdere|verschillende|ervaren|ervaring|vroeger|vorig jaar)\b/],
    ['eerste', /\b(?:eerste(?! (?:dag|week|weken|maand|uur|werkdag|taak|ziekte))|nieuw|nooit|nog geen)\b/],
  ],
}; // prettier-ignore

const FIRST = /\b(?:de |den )?(?:eerste(?! (?:dag|week|weken|maand|uur|werkdag|taak))|1ste|1e)\b/;
const LAST = /\b(?:de |den )?(?:tweede|2de|2e|laatste|andere)\b/;

/** Reads a message as the answer to our question for a slot; null when it is about something else. */
export function readSlotAnswer(slot: Slot, text: string): SlotAnswer | null {
  const line = plainLine(text).replace(/[.!?,;]+/g, ' ').replace(/\s+/g, ' ').trim(); // prettier-ignore
  const facts = readFacts(text).profile;
  if (facts[slot] !== undefined) return { kind: 'told', profile: facts };
  if (OPEN.test(plainLine(text)) || BOTH.test(line)) return { kind: 'open' };
  const value = namedValue(slot, line) ?? (slot === 'age' ? null : (yesOrNo(slot, line) ?? byPlace(slot, line)));
  if (value !== null) return told(slot, value, facts);
  if (slot === 'age') return readYears(line, facts);
  return /^(?:ja|nee|neen|jep|yes|ok|oke|klopt)$/.test(line) ? { kind: 'unclear' } : null;
}

function readYears(line: string, facts: Profile): SlotAnswer | null {
  const found = /(?<![\d.,])(1[4-9]|2[0-5])(?![\d.,:]\d)(?! ?(?:uur|u\b|euro|dagen|weken|maanden|km|kilo))/.exec(
    line,
  )?.[1];
  if (found !== undefined) {
    if (/\b(?:geen|niet)\b/.test(line) && found === '18') return told('age', 'minderjarig', facts);
    const coming = /\b(?:wordt|word|worden|bijna|bekan)\b/.test(line) && !line.includes('geworden');
    return { kind: 'told', profile: ageOf(Number(found) - (coming ? 1 : 0)) };
  }
  const value = yesOrNo('age', line) ?? byPlace('age', line);
  return value === null ? null : told('age', value, facts);
}

function namedValue(slot: Slot, line: string): string | null {
  const named = NAMES[slot].filter(([, words]) => words.test(line));
  const [only] = named;
  // The first of two wins only where the list is in order of weight: "ik ben ploegbaas, niet de baas".
  if (!only || (named.length > 1 && (slot === 'contract' || slot === 'level'))) return null;
  const denied = new RegExp(
    `\\b(?:geen|gene?n?|niet|ni|nie)(?: (?:een|ne|nen|de|mijn|meer|uit|in|het))* ${only[1].source.slice(2)}`,
  );
  return denied.test(line) && !/^(?:geen|zonder) (?:loon|vergoeding|leerverg)/.test(line)
    ? other(slot, only[0])
    : only[0];
}

function yesOrNo(slot: Slot, line: string): string | null {
  const [yes, no] = YES_NO[slot] ?? [];
  if (yes === undefined || no === undefined || line.split(' ').length > 7) return null;
  return YES.test(line) ? yes : NO.test(line) ? no : null;
}

/** "de eerste", "de laatste": by its place in our question, as the buttons stand. */
function byPlace(slot: Slot, line: string): string | null {
  if (line.split(' ').length > 4) return null;
  const values: readonly string[] = SLOT_VALUES[slot];
  return FIRST.test(line) ? (values[0] ?? null) : LAST.test(line) ? (values[1] ?? null) : null;
}

function other(slot: Slot, value: string): string | null {
  return SLOT_VALUES[slot].find((one) => one !== value) ?? null;
}

function told(slot: Slot, value: string, facts: Profile): SlotAnswer | null {
  if (labelOf(slot, value) === undefined) return null;
  const rest = Object.fromEntries(
    Object.entries(facts).filter(([key]) => !slotsOf({ [slot]: value }).includes(key as Slot)),
  );
  return { kind: 'told', profile: { ...rest, [slot]: value } };
}
