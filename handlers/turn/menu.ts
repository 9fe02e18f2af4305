import { THEME_LABELS, THEME_TITLES, THEMES } from '../../knowledge/entry.js';
import { text, type Button } from '../reply.js';
import { LABELS, TEXTS } from '../texts.js';
import { chooseButtons } from './choose-buttons.js';
import { result, type Turn, type TurnResult } from './turn.js';

export const coachButton: Button = { label: LABELS.coach, action: { do: 'ask-coach' } };
export const menuButton: Button = { label: LABELS.menu, action: { do: 'menu' } };

/** The themes mentors ask about, and the coach. */
export function showMenu(turn: Turn): TurnResult {
  return result('smalltalk', [text(TEXTS.menu)], {
    buttons: [...themeButtons(turn), coachButton],
    conversation: { asked: null, awaiting: null },
  });
}

function themeButtons(turn: Turn): readonly Button[] {
  const used = new Set(turn.knowledge.library.entries.map(({ theme }) => theme));
  const shown = THEMES.filter((theme) => MENU_THEMES.includes(theme) && used.has(theme));
  return shown.map((theme): Button => ({
    label: THEME_LABELS[theme],
    title: THEME_TITLES[theme],
    action: { do: 'theme', theme },
  }));
}

/** What mentors ask most, in the order of a working year; nine, so that a WhatsApp list holds them and the coach. */
const MENU_THEMES: readonly string[] = [
  'overeenkomst',
  'dimona',
  'onthaal',
  'veiligheid',
  'arbeidsongevallen',
  'ziekte',
  'vakantie',
  'omgang',
  'einde',
];

/** The three questions of a theme that are asked in most ways. */
export function showTheme(turn: Turn, theme: string): TurnResult {
  const entries = turn.knowledge.library.entries.filter((entry) => entry.theme === theme);
  const first = [...entries].sort((a, b) => b.phrasings.length - a.phrasings.length).slice(0, 3);
  return result('choose', [text(TEXTS.themeEmpty)], {
    buttons: [
      ...chooseButtons(
        turn,
        first.map(({ id }) => id),
      ),
      menuButton,
    ],
  });
}
