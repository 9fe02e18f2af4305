import type { RecordKind } from '../ports.js';

/** What the bot and the desk say about what is kept. Plain Dutch (B1). */
export const PRIVACY_TEXTS = {
  intro: '**Dit bewaar ik van jou.** Wat je schrijft en stuurt, staat versleuteld op de server.',
  name: (name: string) => `Je naam in dit kanaal: ${name}.`,
  situation: (known: string) => `Je situatie: ${known}.`,
  noSituation: 'Over je situatie heb ik niets onthouden.',
  stopped: 'Je vroeg me om je niets uit mezelf te sturen.',
  tips: (wants: boolean) => (wants ? 'Je wilt tips van mij krijgen.' : 'Je wilt geen tips van mij.'),
  survey: (wants: boolean) =>
    wants ? 'Je wilt meedoen aan een bevraging.' : 'Je wilt niet meedoen aan een bevraging.',
  talk: (lines: number, since: string) => `Ons gesprek: ${String(lines)} berichten sinds ${since}.`,
  tickets: (count: number) => (count === 1 ? 'Eén vraag aan de coach:' : `${String(count)} vragen aan de coach:`),
  ticket: (number: number, state: string, words: string) => `- **Vraag ${String(number)}** (${state}): ${words}`,
  phone: (phone: string) => `Je nummer om terug te bellen: ${phone}.`,
  notes: (count: number) => `Notities van een coach over je vraag: ${String(count)}.`,
  files: (names: readonly string[]) => `Bestanden die je stuurde: ${names.join(', ')}.`,
  messages: (count: number) => `Antwoorden die ik je stuurde of nog stuur: ${String(count)}.`,
  setAside: (count: number) => `Berichten die ik nog niet kon lezen: ${String(count)}.`,
  end: 'Wil je alles als bestand, of klopt er iets niet? Vraag het aan een coach.',
  howLong: (page: string) => `Hoelang we alles bewaren, lees je bij [Wat bewaren we van jou?](${page})`,
  erasedByCoach: 'Op jouw vraag wiste een coach alles wat we over je bewaarden.',
} as const;

/** Kinds of records that belong to a person, in words he knows. What is not named here is named by its kind. */
export const KIND_WORDS: Readonly<Partial<Record<RecordKind, string>>> = {
  survey: 'je keuze over de bevraging',
  push: 'je toestel voor meldingen',
  token: 'een tijdelijke code',
  identity: 'hoe het kanaal jou herkent (je nummer of id)',
  receipt: 'of een bericht bij je aankwam',
  setting: 'je keuzes over tips en meldingen',
  attachment: 'bestanden',
  contact: 'hoe vaak en hoelang een coach je hielp (voor een attest)',
};
