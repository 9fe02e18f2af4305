import type { Delivery } from './talk/shown.js';

/** What the page itself says. Plain Dutch, short. */
export const PAGE_TEXTS = {
  you: 'Jij:',
  bot: 'Mentorlijn:',
  coach: 'coach',
  opening: 'Even verbinden…',
  typing: 'Mentorlijn typt…',
  offline: 'Geen verbinding.',
  unreachable: 'Mentorlijn is even niet bereikbaar.',
  leavesLater: 'Typ gerust: je bericht vertrekt later.',
  leavesWhileOpen: 'Laat deze pagina open: dan vertrekt je bericht later.',
  noAnswerHere: 'Een antwoord komt ook pas dan. In nood: bel 112.',
  conversationLost:
    'Je vorige gesprek kan ik niet meer openen. Hier begint een nieuw gesprek. Een coach kan je oude vraag nog wel zien.',
  newSinceLast: 'Nieuw sinds je laatste bezoek',
  older: 'Eerder, op je andere toestel of kanaal',
  goesOn: 'Hier ging je verder',
  helpers: 'Wie helpt:',
  source: 'Bron',
  sources: 'Bronnen',
  checked: 'Nagekeken op',
  uncertain: 'Nog niet zeker: laat dit bevestigen.',
  whole: 'Lees alles hierover',
  wholeTerm: 'Meer over dit woord',
  printList: 'Open of druk af',
  clearTicks: 'Vinkjes wissen',
  urgent: 'Dringend',
  tooLong: 'Dit bericht is te lang. Maak het korter dan 20.000 tekens.',
  long: 'Lang bericht: de bot leest alleen het begin, een coach leest alles.',
  retry: 'Opnieuw sturen',
  notCarried: 'Dit staat niet op dit toestel. Probeer het opnieuw met verbinding.',
  bell: 'Laat me weten als er antwoord is',
  bellOn: 'Je krijgt een melding op dit toestel zodra er antwoord is.',
  bellRefused: 'Je toestel laat geen meldingen toe. Kom later terug: je antwoord staat dan hier.',
  edit: 'Aanpassen',
  startTitle: 'Een voorbeeld proberen?',
  title: 'Mentorlijn – hulp voor mentors',
} as const;

/** Carrying the answers for a place without network. */
export const CARRY_TEXTS = {
  offer: (bytes: number): string => `Bewaar voor zonder netwerk${bytes === 0 ? '' : ` (${sayMegabytes(bytes)})`}`,
  busy: 'Bezig met bewaren…',
  done: 'Klaar: werkt ook zonder netwerk',
  failed: 'Nog niet alles is er. Probeer straks opnieuw.',
  since: (day: string): string => `Werkt zonder netwerk (bewaard op ${sayDay(day)})`,
} as const;

function sayMegabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toLocaleString('nl-BE', { maximumFractionDigits: 1 })} MB`;
}

/** Going on with this conversation on another device. */
export const GO_ON_TEXTS = {
  title: 'Verder op een ander toestel',
  whatsapp: 'Verder op WhatsApp',
  scan: 'Scan met de camera van je andere toestel:',
  picture: 'QR-code met de link naar dit gesprek',
  type: (host: string): string => `Of open daar ${host} en typ deze code:`,
  copy: 'Kopieer de link',
  copied: 'Link gekopieerd',
  holds: (time: string): string =>
    `Geldig tot ${time}, voor één toestel. Geef de code aan niemand anders: wie ze heeft, leest je vragen en de antwoorden.`,
  expired: 'Deze code werkt niet meer. Kies in het menu opnieuw ‘Verder op een ander toestel’.',
  question: 'Wil je hier verdergaan met het gesprek van je andere toestel?',
  join: 'Ja, ga hier verder',
  stay: 'Nee',
} as const;

export const DELIVERY_TEXTS: Readonly<Record<Delivery, string>> = {
  sent: '',
  sending: 'Wordt verzonden…',
  queued: 'Wacht om te vertrekken',
  failed: 'Niet verzonden. Ik probeer het opnieuw.',
  refused: 'Kon niet verzonden worden.',
  unsure: 'Misschien niet aangekomen in je vorige gesprek.',
};

export const TICKET_STATES = { open: 'Open', answered: 'Beantwoord', closed: 'Gesloten' } as const;

/** First questions for someone who does not know what to type. */
export const EXAMPLES = [
  'Moet ik Dimona doen?',
  'Hij is ziek, wie betaalt?',
  'Checklist eerste werkdag',
  'Mag hij met de kettingzaag werken?',
] as const;

export function ticksDone(done: number, all: number): string {
  return `${String(done)} van ${String(all)} klaar`;
}

/** What the device answers itself, always marked. */
export function offlineMark(date: string): string {
  return `Zonder verbinding – kennis van ${sayDay(date)}`;
}

export function callNow(number: string): string {
  return `Bel nu ${number}`;
}

export function ticketTitle(number: number): string {
  return `Vraag ${String(number)}`;
}

export function unreadTitle(count: number): string {
  return `(${String(count)}) ${count === 1 ? 'Nieuw antwoord' : 'Nieuwe antwoorden'} – Mentorlijn`;
}

const DAY = new Intl.DateTimeFormat('nl-BE', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'Europe/Brussels',
});
const WEEKDAY = new Intl.DateTimeFormat('nl-BE', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  timeZone: 'Europe/Brussels',
});
const TIME = new Intl.DateTimeFormat('nl-BE', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Brussels' });

export function sayDay(iso: string): string {
  const at = new Date(iso);
  return Number.isNaN(at.getTime()) ? iso : DAY.format(at);
}

export function sayWeekday(at: Date): string {
  return WEEKDAY.format(at);
}

export function sayTime(iso: string): string {
  const at = new Date(iso);
  return Number.isNaN(at.getTime()) ? '' : TIME.format(at);
}
