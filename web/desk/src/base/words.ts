import type { ErrorCode } from '../../../../handlers/errors.js';
import type { CallbackSlot } from '../../../../handlers/action.js';
import type { AttachmentKind, ChannelName } from '../../../../handlers/message.js';
import type { EscalationReason, TicketStatus } from '../../../../handlers/ticket.js';
import type { ViewName } from '../../../../handlers/desk/views.js';
import type { Factor } from '../../../../knowledge/entry.js';
import type { SignalKind } from '../../../../knowledge/signals.js';

/** Dutch for what the shapes name. */
export const STATUS_WORDS: Readonly<Record<TicketStatus, string>> = {
  new: 'Nieuw',
  claimed: 'In behandeling',
  'waiting-for-mentor': 'Wacht op mentor',
  answered: 'Beantwoord',
  closed: 'Gesloten',
  reopened: 'Heropend',
};

export const VIEW_WORDS: Readonly<Record<ViewName, string>> = {
  new: 'Nieuw',
  mine: 'Van mij',
  waiting: 'Wacht op mentor',
  overdue: 'Te laat',
  urgent: 'Dringend',
  open: 'Alle open',
  snoozed: 'Uitgesteld',
  answered: 'Beantwoord',
  closed: 'Gesloten',
};

export const CHANNEL_WORDS: Readonly<Record<ChannelName, string>> = {
  web: 'Webpagina',
  teams: 'Teams',
  whatsapp: 'WhatsApp',
  emulator: 'Emulator',
  console: 'Terminal',
};

export const URGENCY_WORDS: Readonly<Record<SignalKind, string>> = {
  medical: 'Medisch noodgeval',
  safety: 'Gevaar op de werf',
  psychosocial: 'Psychosociaal',
  violence: 'Geweld of grensoverschrijdend gedrag',
  inspection: 'Inspectie ter plaatse',
};

export const REASON_WORDS: Readonly<Record<EscalationReason, string>> = {
  asked: 'De mentor vroeg een coach',
  unknown: 'De bot wist het niet',
  'not-helped': 'Het antwoord van de bot hielp niet',
  'none-of-these': 'Geen van de voorstellen paste',
  urgent: 'Noodsignaal herkend',
  'not-for-a-bot': 'Niet voor een bot om te beslissen',
  error: 'Er liep iets mis bij de bot',
  language: 'Andere taal',
  expired: 'Het antwoord is aan nazicht toe',
};

export const FACTOR_WORDS: Readonly<Record<Factor, string>> = {
  'extern-wetgevend': 'Extern: wetgevend',
  'extern-economisch-sectoraal': 'Extern: economisch, sectoraal',
  'extern-klimatologisch': 'Extern: klimatologisch',
  'intern-management': 'Intern: management',
  'intern-organisatie': 'Intern: organisatie',
  'partner-school': 'Partner: school',
  'partner-student': 'Partner: leerling',
  'partner-externe-dienst': 'Partner: externe dienst',
  'partner-sector': 'Partner: sector',
};

export const CAUSE_WORDS: Readonly<Record<string, string | undefined>> = {
  moment: 'Moment in het schooljaar',
  bedrijf: 'Soort bedrijf (klein of jong, cultuur)',
  arbeidsverhouding: 'Alleen of met een ploeg',
  mentorprofiel: 'Ervaren of nieuwe mentor',
  doelgroep: 'Soort leerling (BUSO of BSO, leeftijd)',
  sectorkenmerk: 'De sector (klant, werf, seizoen, uren)',
};

export const SUPPORT_WORDS = {
  individueel: 'Individuele hulp',
  vorming: 'Vorming',
  ervaringsdeling: 'Ervaringen delen',
} as const;

export const ATTACHMENT_WORDS: Readonly<Record<AttachmentKind, string>> = {
  image: 'Foto',
  audio: 'Spraakbericht',
  video: 'Video',
  document: 'Document',
  location: 'Plaats',
  contact: 'Contact',
  sticker: 'Sticker',
  other: 'Bijlage',
};

export const CALLBACK_WORDS: Readonly<Record<CallbackSlot, string>> = {
  ochtend: 'in de ochtend',
  middag: 'in de middag',
  'na-het-werk': 'na het werk',
  altijd: 'om het even wanneer',
};

export const FAILURE_WORDS: Readonly<Record<string, string>> = {
  'no-channel': 'dit kanaal is niet aangesloten',
  blocked: 'de mentor blokkeert berichten',
  unexpected: 'onverwachte fout',
  'window-closed': 'de mentor schreef al meer dan 24 uur niet op WhatsApp; bel hem, of wacht tot hij schrijft',
  'whatsapp-token': 'de toegang tot WhatsApp is verlopen; verwittig de beheerder',
  'whatsapp-rights': 'de toegang tot WhatsApp klopt niet; verwittig de beheerder',
  'whatsapp-busy': 'WhatsApp vraagt om trager te gaan',
  'whatsapp-unreachable': 'WhatsApp antwoordt niet',
  'whatsapp-unwell': 'WhatsApp heeft zelf een storing',
  'whatsapp-not-reached': 'dit nummer heeft geen WhatsApp, of de mentor blokkeert ons',
  'whatsapp-opted-out': 'de mentor wil geen berichten op WhatsApp',
};

/** Codes for which the page itself knows a better word than the server. */
export const ERROR_WORDS: Partial<Record<ErrorCode | 'offline', string>> = {
  offline: 'Geen verbinding. Je tekst blijft bewaard; probeer het zo opnieuw.',
};
