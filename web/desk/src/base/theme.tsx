import { teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme, type Theme } from '@fluentui/react-components';
import { createContext, useContext, useEffect, useState } from 'react';
import { readKept, writeKept } from './kept.js';
import type { TeamsHost } from './teams.js';

export const THEME_CHOICES = ['auto', 'light', 'dark', 'contrast'] as const;
export type ThemeChoice = (typeof THEME_CHOICES)[number];
export const THEME_NAMES: Readonly<Record<ThemeChoice, string>> = {
  auto: 'Zoals dit toestel',
  light: 'Licht',
  dark: 'Donker',
  contrast: 'Hoog contrast',
};

const THEMES: Readonly<Record<Exclude<ThemeChoice, 'auto'>, Theme>> = {
  light: teamsLightTheme,
  dark: teamsDarkTheme,
  contrast: teamsHighContrastTheme,
};

export interface ShownTheme {
  readonly theme: Theme;
  readonly choice: ThemeChoice;
  readonly choose: (choice: ThemeChoice) => void;
}

export const ThemeContext = createContext<ShownTheme | null>(null);

export function useShownTheme(): ShownTheme {
  const shown = useContext(ThemeContext);
  if (!shown) throw new Error('no theme around this part');
  return shown;
}

/** The theme to show: what Teams says, else the coach's choice, else the device's. */
export function useTheme(teams: TeamsHost | null): ShownTheme {
  const [choice, setChoice] = useState<ThemeChoice>(
    () => THEME_CHOICES.find((name) => name === readKept('theme')) ?? 'auto',
  );
  const [host, setHost] = useState(teams?.theme ?? null);
  const dark = useMedia('(prefers-color-scheme: dark)');
  const contrast = useMedia('(prefers-contrast: more)');
  useEffect(() => {
    teams?.onTheme(setHost);
  }, [teams]);
  const device = contrast ? 'contrast' : dark ? 'dark' : 'light';
  const name =
    host === null ? (choice === 'auto' ? device : choice) : host === 'contrast' || host === 'dark' ? host : 'light';
  return {
    theme: THEMES[name],
    choice,
    choose: (next) => {
      writeKept('theme', next);
      setChoice(next);
    },
  };
}

/** Whether a media query holds now. */
function useMedia(query: string): boolean {
  const [holds, setHolds] = useState(() => window.matchMedia(query).matches);
  useEffect(() => {
    const media = window.matchMedia(query);
    const listen = (): void => {
      setHolds(media.matches);
    };
    media.addEventListener('change', listen);
    return () => {
      media.removeEventListener('change', listen);
    };
  }, [query]);
  return holds;
}
