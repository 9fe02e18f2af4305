import type { Check } from './decide.js';

const percent = (share: number): string => `${String(Math.round(share * 100))} %`;

/** One condition of a direct answer as a coach reads it. */
export const CHECK_TEXTS: Readonly<Record<Check['name'], (check: Check) => string>> = {
  probability: ({ value, limit }) => `kans dat de beste ingang klopt ${percent(value)}, nodig ${percent(limit)}`,
  margin: ({ value, limit }) => `voorsprong op het volgende onderwerp ${percent(value)}, nodig ${percent(limit)}`,
  kin: ({ value, limit }) =>
    `voorsprong op de naaste ingang van hetzelfde onderwerp ${percent(value)}, nodig ${percent(limit)}`,
  knownShare: ({ value, limit }) => `woorden die we kennen ${percent(value)}, nodig ${percent(limit)}`,
  notOurs: ({ value, limit }) => `kans dat de vraag niet voor ons is ${percent(value)}, hoogstens ${percent(limit)}`,
  dutch: ({ ok }) => (ok ? 'in het Nederlands' : 'in een andere taal: alleen een keuze en de coach'),
  aboutLearner: ({ ok }) => (ok ? 'niet over ander personeel' : 'over ander personeel, of van een leerling zelf'),
  noVerdict: ({ ok }) => (ok ? 'geen oordeel over één persoon' : 'een oordeel of weetje over één persoon'),
};
