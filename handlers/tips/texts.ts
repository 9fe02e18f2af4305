/** What the bot says about tips. Plain Dutch (B1). */
export const TIP_TEXTS = {
  offer:
    'Wil je af en toe een korte tip, als het moment er is? Bijvoorbeeld bij de start in september, bij vorst of op het einde van het schooljaar. Hoogstens twee per maand, en stoppen kan altijd.',
  on: 'Goed, je krijgt af en toe een tip. Geen zin meer? Typ **tips uit**.',
  off: 'Oké, je krijgt geen tips meer. Toch weer? Typ **tips**.',
  alreadyOn: 'Je krijgt al tips, hoogstens twee per maand. Geen zin meer? Typ **tips uit**.',
  stopped: 'Je vroeg om niets meer te sturen. Typ **start** als je weer tips wil.',
  tip: (text: string) => `**Tip.** ${text}`,
  end: 'Geen tips meer? Typ **tips uit**.',
  hint: 'Wist je dat ik ook tips kan sturen, elk op zijn moment? Typ **tips**.',
} as const;

export const TIP_LABELS = { yes: 'Ja, stuur tips', no: 'Nee', more: 'Meer hierover', off: 'Geen tips meer' } as const;
