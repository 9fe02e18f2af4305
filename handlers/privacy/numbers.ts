import { findPhoneNumbersInText, type CountryCode } from 'libphonenumber-js/max';

const NEIGHBOURS: readonly CountryCode[] = ['BE', 'NL', 'FR', 'DE', 'LU'];
/** Services everybody may call: nobody's number. Poison centre, well-being inspection, missing children, suicide line. */
const SERVICES = new Set(['070245245', '022355300', '116000', '022334588', '080032123', '022757500', '022757555']);

// 85.07.30-033.28, 85073003328, 850730 033 28: a date of birth, a serial number, a check number.
const NATIONAL_NUMBER = /(?<![\d.,])\d{2}[. /-]?[0-5]\d[. /-]?[0-3]\d[ .\-/]{0,3}\d{3}[ .\-/]{0,3}\d{2}(?![\d])/g;
/** As it stands on the card: nothing else looks so, whatever it is glued to. */
const NATIONAL_NUMBER_IN_FULL = /\d{2}\.\d{2}\.\d{2}-\d{3}\.\d{2}/g;
const AFTER_ITS_NAME =
  /((?:rijksregister(?:nummer|nr)?|rr-?n(?:r|ummer)?|insz(?:-?nummer|-?nr)?|nationaal nummer|bis-?nummer)\.?(?: van (?:hem|haar|mijn \p{L}+|de \p{L}+))?(?: is| was|:|,|=)? ?)\d[\d .\-/]{6,16}\d/giu;
/** Belgian accounts have digits only: what follows them in letters is a word. Elsewhere letters come with digits. */
const BELGIAN_IBAN = /(?<![\p{L}\d])be[ ]?\d{2}(?:[ .-]?\d){10,14}(?!\d)/giu;
const IBAN =
  /(?<![\p{L}\d])(?:nl|fr|de|lu|gb|es|it|pl|ro|pt|ie|at|tr|bg|lt)[ ]?\d{2}[ .-]?[a-z\d]{4}(?:[ .-]?(?=[a-z]{0,3}\d)[a-z\d]{4}){1,6}(?:[ .-]?(?=[a-z]{0,2}\d)[a-z\d]{1,3})?(?![\p{L}\d])/giu;
/** A firm of one person is a person: its numbers at the register, the tax office and the RSZ go too. */
const FIRM_NUMBER =
  /((?:ondernemings|kbo|btw|rsz|vestigings(?:eenheids)?|werkgevers)[- ]?(?:nummer|nr\.?)?(?: is| was|:|=)? ?(?:be ?)?)(?:[01]?\d{3}[. ]?\d{3}[. ]?\d{3}|\d{7}-?\d{2}|[12]\.?\d{3}\.?\d{3}\.?\d{3})(?!\d)/giu;
const OLD_ACCOUNT = /(?<!\d)\d{3}-\d{7}-\d{2}(?!\d)/g;
const MONTHS = 'jan|feb|maart|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec';
const DATE = `\\d{1,2}(?:ste|de)?(?:[ ./-]{1,2}\\d{1,2}[ ./-]{1,2}|[ ./-](?:${MONTHS})\\p{L}*\\.?[ ./-]?)(?:\\d{4}|\\d{2})?`;
const BORN = new RegExp(
  `((?:geboren|geb\\.?|geboortedatum|geboortedag|verjaart|jarig)(?: (?:is|op|is op|te \\p{L}+ op|in|van \\p{L}+ \\p{L}+ is))?[ :,]*|°[ ]?)${DATE}`,
  'giu',
);
const BORN_YEAR_FIRST = /((?:geboren|geboortedatum)[ :]*(?:op )?)\d{4}-\d{2}-\d{2}/gi;
const PLATE =
  /(?<![\p{L}\d])(?:[1-9]-[A-Za-z]{3}-\d{3}|[1-9][ ]?[A-Z]{3}[ ]?\d{3}|(?<=(?:nummerplaat|plaat)(?: is|:)? )[a-z\d]{1,3}[- ]?[a-z\d]{3}[- ]?[a-z\d]{0,3})(?![\p{L}\d])/gu;
/** What the library calls invalid is still somebody's number. */
const LONG_NUMBER = /(?<![\d.,€/-])(?:\+|00)?\d{2,4}[ ./-]{0,2}(?:\d[ ./-]{0,2}){5,8}\d(?!\d|[.,]\d|\s?(?:euro|€))/g;

/** The same where the library does not read: whatever stands before it. Among so many digits none is an amount or a measure. */
const CROWDED_NUMBER = /(?<!\d)(?:\+|00)?\d{2,4}[ ./-]{0,2}(?:\d[ ./-]{0,2}){5,8}\d(?!\d)/g;

/** Other digits glued before a number that is written in groups: "…1120478 12 34 56". */
const GLUED_NUMBER = /(?<![\d.,€/-])\d{11,}(?:[ ./-]{1,2}\d{2,3}){2,4}(?!\d)/g;

/** Numbers of a declaration, not of a person. */
const DECLARED = /dimona\P{L}{0,3}(?:(?:nummer|nr|bevestiging|aangifte|periode)\P{L}{0,3}){0,2}$/iu;
/** They have twelve digits or more: what is shorter, or begins as a call abroad does, is somebody's telephone. */
const CALLED = /^(?:\+|00(?:31|32|33|49|352))/;

/** National numbers, accounts, dates of birth and number plates. */
export function maskNumbers(text: string): string {
  if (!/\d/.test(text)) return text;
  return text
    .replace(AFTER_ITS_NAME, '$1[rijksregisternummer]')
    .replace(FIRM_NUMBER, '$1[ondernemingsnummer]')
    .replace(NATIONAL_NUMBER_IN_FULL, '[rijksregisternummer]')
    .replace(NATIONAL_NUMBER, '[rijksregisternummer]')
    .replace(OLD_ACCOUNT, '[rekeningnummer]')
    .replace(BELGIAN_IBAN, '[rekeningnummer]')
    .replace(IBAN, (found) => (digits(found).length >= 10 ? '[rekeningnummer]' : found))
    .replace(BORN, '$1[geboortedatum]')
    .replace(BORN_YEAR_FIRST, '$1[geboortedatum]')
    .replace(PLATE, '[nummerplaat]');
}

/** More digits than some twenty numbers have is no message: the library would be busy with it for long. */
const MOST_DIGITS = 250;

/** Telephone numbers of Belgium and its neighbours. */
export function maskPhones(text: string): string {
  // The library reads slowly: only where there are digits enough.
  if (!/(?:\d[^\p{L}\d]{0,3}){8}/u.test(text)) return text;
  const readable = digits(text).length <= MOST_DIGITS;
  const spans = (readable ? NEIGHBOURS : [])
    .flatMap((country) => findPhoneNumbersInText(text, country))
    .filter(({ number }) => number.isPossible())
    .map(({ startsAt, endsAt }) => [startsAt, endsAt] as const)
    .filter(([from, to]) => isSomebodys(text.slice(from, to)) && !isDeclared(text, from, text.slice(from, to)))
    .sort((a, b) => b[0] - a[0]);
  const masked = spans.reduce(
    (kept, [from, to]) =>
      kept.slice(from, to).includes('[') ? kept : `${kept.slice(0, from)}[telefoonnummer]${kept.slice(to)}`,
    text,
  );
  const long = (number: string, at: number, whole: string): string =>
    isSomebodys(number) && digits(number).length >= 9 && !isDeclared(whole, at, number) ? '[telefoonnummer]' : number;
  return masked.replace(readable ? LONG_NUMBER : CROWDED_NUMBER, long).replace(GLUED_NUMBER, long);
}

function isDeclared(text: string, at: number, number: string): boolean {
  if (digits(number).length < 12 || CALLED.test(number.trim())) return false;
  return DECLARED.test(text.slice(Math.max(0, at - 40), at));
}

/** Enough digits, no service, no dates or years side by side, no amounts. */
function isSomebodys(number: string): boolean {
  const plain = digits(number);
  if (plain.length < 8 || SERVICES.has(plain.replace(/^(?:0032|32)/, '0'))) return false;
  if (/^\d{1,2}[ ./-]\d{1,2}[ ./-](?:19|20)\d{2}$|^(?:19|20)\d{2}[ ./-]+(?:19|20)\d{2}$/.test(number.trim()))
    return false;
  return /^(?:\+|0)/.test(number.trim()) || plain.length >= 9;
}

function digits(text: string): string {
  return text.replace(/\D/g, '');
}
