/** What Teams told us: its theme, and the ticket a deep link points at. */
export interface TeamsHost {
  readonly theme: string;
  readonly subPage: string | null;
  /** Calls back whenever the theme changes. */
  onTheme(listener: (theme: string) => void): void;
}

export function isFramed(): boolean {
  return window.parent !== window;
}

const PATIENCE_MS = 3_000;

/** Says hello to Teams; null when the frame around us is something else. */
export async function connectTeams(): Promise<TeamsHost | null> {
  const { app } = await import('@microsoft/teams-js');
  try {
    await Promise.race([
      app.initialize(),
      new Promise((_resolve, reject) =>
        setTimeout(() => {
          reject(new Error('no answer'));
        }, PATIENCE_MS),
      ),
    ]);
    const context = await app.getContext();
    await app.notifySuccess();
    return {
      theme: context.app.theme,
      subPage: context.page.subPageId ?? null,
      onTheme: (listener) => {
        app.registerOnThemeChangeHandler(listener);
      },
    };
  } catch {
    return null;
  }
}
