import type { Slot } from '../../knowledge/entry.js';
import type { Profile } from '../conversation.js';
import { SLOT_TEXTS } from '../texts.js';

type Fact = readonly [pattern: RegExp, profile: Profile];

/** Words that settle a profile fact. Both contracts in one message settle nothing. */
const FACTS: readonly Fact[] = [
  [/\b(oao|overeenkomst (van )?alternerende opleiding)\b/, { contract: 'OAO' }],
  [/\b(sao|stage ?overeenkomst( alternerende opleiding)?)\b/, { contract: 'SAO' }],
  [/\b(buso|ov ?3|buitengewoon)\b/, { level: 'BUSO' }],
  [/\b(7 ?(de|e) (jaar|specialisatiejaar)|zevende (jaar|specialisatiejaar)|bso ?7)\b/, { level: 'BSO7' }],
  [
    /\b(minderjarige?|nog geen (18|achttien)|geen (18|achttien) jaar|onder de 18|jonger dan 18)\b/,
    { age: 'minderjarig' },
  ],
  [/(?<!nog niet )\b(meerderjarige?|volwassen|al (18|achttien)|ouder dan 18)\b/, { age: 'meerderjarig' }],
  [
    /\b(nog nooit (iemand|personeel|volk)|nooit personeel gehad|eerste personeel(slid)?|eerste werknemer)\b/,
    { first_employee: 'ja' },
  ],
  [
    /\b(ik werk alleen|ben (helemaal )?alleen in (de|mijn) zaak|eenmanszaak|sta er alleen voor|werk in mijn eentje)\b/,
    { crew: 'alleen' },
  ],
  [/\b(mijn ploeg|mijne? mannen|mijn gasten op de werf|onze ploeg|mijn ploegbaas)\b/, { crew: 'ploeg' }],
  [
    /\b(ik ben (zelf )?(geen baas|werknemer|ploegbaas|in loondienst)|mijn baas|mijne baas)\b/,
    { position: 'werknemer' },
  ],
  [
    /\b(mijn eerste leerling|eerste keer (een|ne|nen) leerling|nog nooit (een|ne|nen) leerling)\b/,
    { experience: 'eerste' },
  ],
  [/\b(ik ben (de |een )?trajectbegeleider|als trajectbegeleider)\b/, { role: 'trajectbegeleider' }],
];

const YEARS =
  /\b(?:hij|ze|zij|hem|leerling|gast|jongen|meisje|maar|pas|is|van|die|er|al)\b[^.?!]{0,20}?\b(1[4-9]|2[0-5])\b(?! ?(?:uur|u\b|u\d|dagen|weken|maanden|euro|%|km|kilo|kg|werkdagen|september|oktober|november|december|januari|februari|maart|april|mei|juni|juli|augustus))/;

/** The profile facts a message states. Only what is said outright; nothing is guessed. */
export function extractProfile(text: string): Profile {
  const lower = text.toLowerCase().replace(/\s+/g, ' ');
  const found = FACTS.filter(([pattern]) => pattern.test(lower)).map(([, profile]) => profile);
  const contracts = new Set(found.map((profile) => profile.contract).filter(Boolean));
  const merged = Object.assign(
    {},
    ...found.filter((profile) => profile.contract === undefined || contracts.size === 1),
  ) as Profile;
  const years = Number(YEARS.exec(lower)?.[1] ?? NaN);
  if (Number.isNaN(years)) return merged;
  return { ...merged, years, age: years < 18 ? 'minderjarig' : 'meerderjarig' };
}

/** The value an answer to our own question gives to a slot: "sao", "17", "ja", "de eerste"; null when it says something else. */
export function readSlotAnswer(slot: Slot, text: string): Profile | null {
  const lower = text
    .toLowerCase()
    .replace(/[.!?]+$/g, '')
    .trim();
  const stated = extractProfile(lower);
  if (stated[slot] !== undefined) return stated;
  if (lower.split(/\s+/).length > 6) return null;
  if (slot === 'age') {
    const years = Number(/\b(1[4-9]|2[0-5])\b/.exec(lower)?.[1] ?? NaN);
    if (!Number.isNaN(years)) return { years, age: years < 18 ? 'minderjarig' : 'meerderjarig' };
    if (/^(ja|jawel|yes|jup|ja al)\b/.test(lower)) return { age: 'meerderjarig' };
    if (/^(nee|neen|nog niet|bijna)\b/.test(lower)) return { age: 'minderjarig' };
  }
  const yes = /^(ja|jawel|klopt|yes|jup|jep)\b/.test(lower);
  const no = /^(nee|neen|nope|toch niet)\b/.test(lower);
  if (slot === 'first_employee' && (yes || no)) return { first_employee: yes ? 'ja' : 'nee' };
  if (slot === 'experience' && (yes || no)) return { experience: yes ? 'eerste' : 'ervaren' };
  if (slot === 'position' && (yes || no)) return { position: yes ? 'werkgever' : 'werknemer' };
  const values = Object.entries(SLOT_TEXTS[slot].values) as [string, readonly [string, string]][];
  const named = values.find(([value, [label]]) => new RegExp(`\\b(${value}|${label})\\b`, 'i').test(lower));
  return named ? { [slot]: named[0] } : null;
}

/** "OAO, nog geen 18 (17 jaar)" for what is remembered; empty when nothing is. */
export function sayProfile(profile: Profile): string {
  const parts = (Object.keys(SLOT_TEXTS) as Slot[]).flatMap((slot) => {
    const value = profile[slot];
    const label =
      value === undefined
        ? undefined
        : (SLOT_TEXTS[slot].values as Readonly<Record<string, readonly [string, string]>>)[value]?.[0];
    return label === undefined ? [] : [label];
  });
  return [...parts, ...(profile.years === undefined ? [] : [`${String(profile.years)} jaar`])].join(', ');
}

/** Facts told later win over facts told before. */
export function mergeProfile(before: Profile, told: Profile): Profile {
  const years = told.age !== undefined && told.years === undefined ? {} : told.years === undefined ? before : told;
  const merged = { ...before, ...told };
  const { years: _, ...rest } = merged;
  return years.years === undefined ? rest : { ...rest, years: years.years };
}
