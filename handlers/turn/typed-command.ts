import type { Action } from '../action.js';
import { FALSE_ALARM } from './false-alarm.js';

/** Whole messages that are a command. */
const TYPED: readonly (readonly [RegExp, Action])[] = [
  [/^(menu|start|begin|help|hulp|opties|thema'?s)$/, { do: 'menu' }],
  [
    /^(coach|vraag (het )?(aan )?(de |een )?coach|(ik wil )?(een |nen )?(mens|persoon|echte? (mens|persoon))( spreken)?|met iemand (praten|spreken|bellen)|bel mij|bel me|medewerker)$/,
    { do: 'ask-coach' },
  ],
  [/^(stop|stoppen|uitschrijven|afmelden|unsubscribe)$/, { do: 'stop' }],
  [/^(opnieuw|hervat|aanmelden|terug)$/, { do: 'resume' }],
  [/^(mijn vragen|mijne vragen|mijn tickets?|status|waar blijft mijn antwoord)$/, { do: 'my-questions' }],
  [/^(mijn profiel|mijn gegevens|wat heb je onthouden)$/, { do: 'profile' }],
  [
    /^(wis (al )?(mijn|m'n) (gegevens|data|info)|vergeet mij|(verwijder|delete) (al )?(mijn|m'n) (gegevens|data)|wis alles( van mij)?|gegevens wissen)$/,
    { do: 'erase' },
  ],
  [
    /^(wat (weet|weette|bewaart?|onthoudt?|houdt?) (je|ge|gij|u|jij|jullie) (allemaal |eigenlijk )?(bij |allemaal )?(van|over) mij( bij)?|welke gegevens (heb|bewaar|hebt|bewaart) (je|ge|u|jullie)( (van|over) mij)?|wat bewaren? (jullie|we|je)( van mij)?|toon mijn gegevens)$/,
    { do: 'what-is-kept' },
  ],
  [/^(nieuwe vraag|andere vraag|iets anders)$/, { do: 'new-question' }],
  [FALSE_ALARM, { do: 'false-alarm' }],
  [/^(code|koppel(en)?|verder( gaan)? (op|via|in) .{2,30})$/, { do: 'continue' }],
  [/^(ontkoppel(en)?|loskoppelen)$/, { do: 'part' }],
  [/^(tips?|tips aan|stuur (mij |me )?tips)$/, { do: 'tips' }],
  [/^(tips? (uit|stop(pen)?|af)|(stop|geen) tips?( meer)?|stop met tips)$/, { do: 'tips-off' }],
];

/** The action a whole typed message stands for; null when it is no command. */
export function typedCommand(message: string): Action | null {
  const bare = message
    .toLowerCase()
    .replace(/[.!?]+$/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return TYPED.find(([pattern]) => pattern.test(bare))?.[1] ?? null;
}
