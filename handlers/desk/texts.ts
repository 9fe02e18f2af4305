/** What a coach hears when what he sends again is not what went before. */
export const ALREADY = {
  said: 'Je vorige bericht was al verstuurd: je ziet het in het gesprek. Wat je wijzigde staat hier nog. Laat staan wat er nog bij moet en verstuur dat.',
  movedOn:
    'Je bericht was al verstuurd. Daarna gebeurde er nog iets met deze vraag, dus je laatste keuze (antwoord of wachten) is niet gedaan. Kijk in het gesprek en kies opnieuw.',
  called:
    'Dit gesprek was al genoteerd, zoals je het eerst invulde: je ziet het in de geschiedenis. Wat je wijzigde is niet bewaard. Noteer alleen wat er nog bij moet.',
  worked:
    'Je tijd was al genoteerd, zoals je ze eerst invulde: je ziet ze in de geschiedenis. Wat je wijzigde is niet bewaard. Noteer alleen wat er nog bij moet.',
  promised:
    'De belofte was al verzet naar het eerste moment en de mentor kreeg bericht. Moet het toch het moment zijn dat hier staat? Verstuur dan nog eens.',
  noted:
    'Dit moment was al genoteerd, zoals je het eerst invulde. Haal het weg als het niet klopt en noteer het opnieuw.',
} as const;

/** What is told to who waits, when the promise is broken or moved; behind the number of the question. */
export const PROMISE_TEXTS = {
  broken:
    'Je antwoord laat langer op zich wachten dan beloofd. Sorry. Een coach bekijkt je vraag zo snel mogelijk; je hoeft niets te doen.',
  moved: (moment: string) => `Je antwoord komt later dan gedacht. Sorry. Je krijgt het ten laatste ${moment}.`,
} as const;
