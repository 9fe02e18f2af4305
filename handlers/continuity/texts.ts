/** What the bot says about going on elsewhere. Plain Dutch (B1). */
export const CONTINUITY_TEXTS = {
  code: (code: string, minutes: number) =>
    `Wil je dit gesprek elders verderzetten? Typ daar binnen ${String(minutes)} minuten deze code: **${code}**`,
  onWhatsApp: (link: string) => `[Verder op WhatsApp](${link})`,
  onOther: (link: string) => `[Verder op een computer of ander toestel](${link})`,
  warning: 'Geef de code aan niemand anders: wie ze typt, leest je vragen en de antwoorden.',
  tooManyCodes: 'Je vroeg al veel codes. Wacht een uurtje en probeer dan opnieuw.',
  unknown: 'Die code ken ik niet, of ze is verlopen. Vraag een nieuwe: typ **code** in je andere gesprek.',
  tooManyTries: 'Te veel foute codes. Probeer het over een kwartier opnieuw.',
  same: 'Deze code is voor je andere toestel of kanaal. Typ ze daar.',
  joined: 'Gelukt! Je gesprek gaat hier verder. Antwoorden van de coach komen voortaan hier.',
  situation: (known: string) => `Ik weet nog: ${known}.`,
  elsewhere: (channel: string) => `Je gesprek gaat nu verder ${channel}. Was jij dat niet? Typ hier **ontkoppel**.`,
  apart: 'Losgemaakt. Je gesprek en je vragen blijven bij jou; de andere kanalen zien ze niet meer.',
  apartHere: 'Losgemaakt. Hier begint een nieuw gesprek; je vragen blijven in je andere gesprek.',
  notJoined: 'Dit gesprek is nergens aan gekoppeld.',
} as const;

export const CHANNEL_PLACES = {
  web: 'op de webpagina van een ander toestel',
  whatsapp: 'op WhatsApp',
  teams: 'in Teams',
  emulator: 'in de Emulator',
  console: 'op de terminal',
} as const;

/** What the WhatsApp link types for the mentor. */
export const JOIN_WORDS = (code: string): string => `Verder met code ${code}`;
