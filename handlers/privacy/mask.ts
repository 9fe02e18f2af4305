import { findPhoneNumbersInText, type CountryCode } from 'libphonenumber-js/max';

/** Personal data as it may be kept, counted and learned from: each kind replaced by what it was. */
const MASKS = {
  nationalNumber: '[rijksregisternummer]',
  iban: '[rekeningnummer]',
  email: '[e-mailadres]',
  phone: '[telefoonnummer]',
  address: '[adres]',
  name: '[naam]',
} as const;

const EMAIL =
  /(?:[\p{L}\p{N}_%+-]+(?: punt | dot ))?[\p{L}\p{N}._%+-]+\s?(?:@|\(at\)|\[at\]| at | apenstaartje )\s?[\p{L}\p{N}-]+(?:\s?(?:\.|\(dot\)|\[dot\]| punt | dot )\s?[\p{L}\p{N}-]+)*\s?(?:\.|\(dot\)|\[dot\]| punt | dot )\s?(?:be|com|nl|net|org|eu|fr|info|vlaanderen|school)\b/giu;
const IBAN = /\b[A-Z]{2}\d{2}(?:[ .-]?[A-Z0-9]{4}){2,7}(?:[ .-]?[A-Z0-9]{1,3})?\b/gi;
// 85.07.30-033.28, 85073003328, 850730 033 28: a date of birth, a serial number, a check number.
const NATIONAL_NUMBER = /\b\d{2}[. /-]?(?:[0-5]\d)[. /-]?(?:[0-3]\d)[ .\-/]{0,2}\d{3}[ .\-/]{0,2}\d{2}\b/g;
const STREET =
  /\b[\p{L}'’-]+(?:straat|laan|weg|steenweg|plein|dreef|lei|kaai|baan|pad|hof|berg|veld|dorp)\s+\d{1,4}\s?[a-z]?(?:\s?(?:bus|\/)\s?\w{1,4})?(?:\s*,?\s*\d{4}\s+\p{Lu}[\p{L}-]+)?/giu;
const ROLES =
  'leerling|leerjongen|leermeisje|stagiair|stagiaire|student|studente|gast|jongen|meisje|zoon|dochter|mentor|trajectbegeleider|begeleider|leerkracht|collega|ploegbaas|klant|vader|moeder|mama|papa|meneer|mijnheer|mevrouw|meester|juf|directeur|coach|dokter';
const NAME_WORD = "\\p{Lu}[\\p{Ll}]{1,}(?:[-' ](?:(?:van|de|den|der|el|al|ben)[ -])*\\p{Lu}[\\p{Ll}'-]+){0,3}";
const NAME_AFTER_ROLE = new RegExp(`\\b((?:${ROLES})(?:e|s|en)?,? (?:is |heet |noemt |genaamd )?)(${NAME_WORD})`, 'gu');
const NAME_INTRODUCED = new RegExp(
  `\\b((?:[Ii]k ben|[Mm]ijn naam is|[Ii]k heet|[Nn]aam:|[Hh]ij heet|[Zz]ij heet|[Zz]e heet|[Hh]ij noemt|[Zz]e noemt|[Gg]roeten,?|[Mm]vg,?) )(${NAME_WORD})`,
  'gu',
);
const NAME_BEFORE_ROLE = new RegExp(
  `(?<![.!?]\\s|^)\\b(${NAME_WORD})(,? (?:mijn|onze|de|den|onzen|mijne) (?:${ROLES}))\\b`,
  'gu',
);

/** Words with a capital that follow a role without naming a person. */
const NOT_NAMES = new Set([
  'SAO',
  'OAO',
  'BUSO',
  'BSO',
  'Dimona',
  'Duaal',
  'CLB',
  'EDUplus',
  'PreventAgri',
  'Fedris',
  'RSZ',
  'RVA',
  'VDAB',
  'Ik',
  'Hij',
  'Zij',
  'Ze',
  'Wat',
  'Wie',
  'Mag',
  'Moet',
  'Kan',
  'Hoe',
  'Is',
  'Heeft',
  'Een',
  'De',
  'Het',
  'Er',
  'En',
  'Maar',
  'Dan',
  'Nu',
]);

const NEIGHBOURS: readonly CountryCode[] = ['BE', 'NL', 'FR', 'DE', 'LU'];

/** Masks what identifies a person. Numbers of services (112, 1813, 070 245 245) are nobody's and stay. */
export function mask(text: string): string {
  return maskNames(
    maskPhones(
      text.replace(EMAIL, MASKS.email).replace(NATIONAL_NUMBER, MASKS.nationalNumber).replace(IBAN, MASKS.iban),
    ).replace(STREET, MASKS.address),
  );
}

function maskPhones(text: string): string {
  const found = NEIGHBOURS.flatMap((country) => findPhoneNumbersInText(text, country)).filter(({ number }) =>
    number.isPossible(),
  );
  const spans = found
    .map(({ startsAt, endsAt }) => [startsAt, endsAt] as const)
    .filter(([from, to]) => text.slice(from, to).replace(/\D/g, '').length >= 8 && !isService(text.slice(from, to)));
  const masked = spans
    .sort((a, b) => b[0] - a[0])
    .reduce(
      (kept, [from, to]) =>
        kept.slice(from, to).includes('[') ? kept : kept.slice(0, from) + MASKS.phone + kept.slice(to),
      text,
    );
  // What the library calls invalid is still somebody's number.
  return masked.replace(/(?<![\d.,€])(?:\+|00)?\d{2,4}[ ./-]?(?:\d[ ./-]?){5,8}\d(?![\d,]|\s?(?:euro|€))/g, (number) =>
    isService(number) || number.replace(/\D/g, '').length < 9 ? number : MASKS.phone,
  );
}

function isService(number: string): boolean {
  return ['070245245', '022355300', '116000'].includes(number.replace(/\D/g, ''));
}

function maskNames(text: string): string {
  const keep = (name: string): boolean => NOT_NAMES.has(name.split(' ')[0] ?? '');
  return text
    .replace(NAME_INTRODUCED, (whole, before: string, name: string) => (keep(name) ? whole : before + MASKS.name))
    .replace(NAME_AFTER_ROLE, (whole, before: string, name: string) => (keep(name) ? whole : before + MASKS.name))
    .replace(NAME_BEFORE_ROLE, (whole, name: string, after: string) => (keep(name) ? whole : MASKS.name + after));
}
