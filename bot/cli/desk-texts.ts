/** What `npm run -s desk` says to whoever runs the helpline. */

export const DESK_USAGE = `Gebruik: npm run -s desk -- lead E-MAILADRES

  lead E-MAILADRES   een link voor een teamleider, als er niemand meer binnen kan

Bestaat het account, dan wordt die collega teamleider en kiest hij of zij met de link een nieuw wachtwoord.
Bestaat het niet, dan maakt de link een nieuw account. De hulplijn mag blijven draaien.`;

const ONCE = 'Bezorg deze link zelf. Ze werkt één keer, zeven dagen lang:';

export const DESK_SAYS = {
  unknownWords: (words: readonly string[]) => `Onbekend: ${words.join(', ')}`,
  noAddress: (given: string) => (given === '' ? 'Geef een e-mailadres.' : `"${given}" is geen e-mailadres.`),
  known: (email: string) => `${email} is nu teamleider en kan een nieuw wachtwoord kiezen. ${ONCE}`,
  unknown: (email: string) => `Voor ${email} is er nog geen account. ${ONCE}`,
} as const;
