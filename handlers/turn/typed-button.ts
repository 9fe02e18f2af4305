import type { Action } from '../action.js';
import type { Button } from '../reply.js';

const YES =
  /^(?:ja+|jep|yep|yes|jawel|zeker|graag|oke?|ja graag|ja aub|ja doe maar|doe maar|ja zeker|ok doe maar|goed|is goed|dat is goed|ja dat is goed|ja die|inderdaad)$/;
const NO = /^(?:nee+n?|neen dank u|nope|no|nee bedankt|nee merci|geen van (?:deze|die|de drie|alle)|geen|niet nodig)$/;
const ORDINALS: Readonly<Record<string, number>> = {
  eerste: 1, '1ste': 1, '1e': 1, bovenste: 1, tweede: 2, '2de': 2, '2e': 2, derde: 3, '3de': 3, '3e': 3, vierde: 4, '4de': 4, '4e': 4,
}; // prettier-ignore

/** "2", "nr 2", "de tweede", "Geholpen", "ja": the button it stands for among those last offered; null for anything else. */
export function typedButton(message: string, offered: readonly Button[]): Action | null {
  const typed = message
    .toLowerCase()
    .replace(/[.,!?)\s]+/g, ' ')
    .trim();
  const named = offered.find(({ label, title }) => plain(label) === typed || (title && plain(title) === typed));
  return (offered[numberIn(typed) - 1] ?? named)?.action ?? answered(typed, offered);
}

function plain(label: string): string {
  return label
    .toLowerCase()
    .replace(/[.,!?)\s]+/g, ' ')
    .trim();
}

function numberIn(typed: string): number {
  const [, digits, word] =
    /^(?:de |den |het |optie |nummer |nr |vraag |antwoord |keuze )*(?:([1-9]\d?)|(\w+))(?: (?:aub|graag|vraag|optie|keuze))?$/.exec(typed) ?? []; // prettier-ignore
  return digits !== undefined ? Number(digits) : (ORDINALS[word ?? ''] ?? 0);
}

/** "ja" and "nee" answer what the first button asks; behind a profile question they are read elsewhere. */
function answered(typed: string, offered: readonly Button[]): Action | null {
  const first = offered[0]?.action;
  if (!first || (!YES.test(typed) && !NO.test(typed))) return null;
  const yes = YES.test(typed);
  switch (first.do) {
    case 'erase-confirmed':
      return yes ? first : { do: 'cancel' };
    case 'ask-coach':
      return yes ? first : { do: 'cancel' };
    case 'show': {
      const only = offered.filter(({ action }) => action.do === 'show').length === 1;
      return yes ? (only ? first : null) : { do: 'none-of-these' };
    }
    case 'helped':
      return yes ? null : { do: 'not-helped', item: first.item };
    default:
      return null;
  }
}
