import type { Slot } from '../../knowledge/entry.js';
import type { Profile } from '../conversation.js';
import { SLOT_TEXTS } from '../texts.js';
import { readFacts } from './profile/facts.js';

/** The profile facts a message states. Only what is said outright; nothing is guessed. */
export function extractProfile(text: string): Profile {
  return readFacts(text).profile;
}

/** The slots among the facts of a profile. */
export function slotsOf(profile: Profile): readonly Slot[] {
  return (Object.keys(SLOT_TEXTS) as Slot[]).filter((slot) => profile[slot] !== undefined);
}

/** How a value of a slot reads on a button. */
export function labelOf(slot: Slot, value: string): string | undefined {
  return (SLOT_TEXTS[slot].values as Readonly<Record<string, readonly [string, string]>>)[value]?.[0];
}

/** "OAO, 17 jaar" or "OAO, nog geen 18" for what is remembered; empty when nothing is. */
export function sayProfile(profile: Profile): string {
  const parts = slotsOf(profile)
    .filter((slot) => slot !== 'age' || profile.years === undefined)
    .flatMap((slot) => labelOf(slot, profile[slot] ?? '') ?? [])
    .map((label) => label.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase()));
  const role = profile.role === 'trajectbegeleider' ? ['je bent trajectbegeleider'] : [];
  return [...parts, ...(profile.years === undefined ? [] : [`${String(profile.years)} jaar`]), ...role].join(', ');
}

/** Facts told later win over facts told before; years that no longer fit the age are forgotten. */
export function mergeProfile(before: Profile, told: Profile): Profile {
  const merged = { ...before, ...told };
  if (told.age === undefined || told.years !== undefined || before.years === undefined) return merged;
  const { years: _, ...rest } = merged;
  return before.years < 18 === (told.age === 'minderjarig') ? merged : rest;
}
