/** What Teams told us: its theme, and the ticket a deep link points at. */
export interface TeamsHost {
  readonly theme: string;
  readonly subPage: string | null;
  /** A token of the organisation's directory for this desk; null when Teams gives none. */
  token(): Promise<string | null>;
  /** Calls back whenever the theme changes. */
  onTheme(listener: (theme: string) => void): void;
}

export function isFramed(): boolean {
  return window.parent !== window;
}

const PATIENCE_MS = 3_000;

/** Says hello to Teams; null when the frame around us is something else. */
export async function connectTeams(): Promise<TeamsHost | null> {
  const { app, authentication } = await import('@microsoft/teams-js');
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
      // Without single sign-on configured, or before the administrator agreed, one signs in with a password.
      token: () => authentication.getAuthToken().catch(() => null),
      onTheme: (listener) => {
        app.registerOnThemeChangeHandler(listener);
      },
    };
  } catch {
    return null;
  }
}
