import type { BrowserContext, FrameLocator, Page } from 'playwright-core';

/** What Teams would tell a tab, and the token it would give. */
export interface HostState {
  readonly theme: 'default' | 'dark' | 'contrast';
  readonly subEntityId?: string;
  /** Null: no single sign-on, as before an administrator agreed. */
  readonly token: string | null;
}

/** Speaks Teams' side of teams-js by postMessage, as far as our tab listens. */
const HOST = `<!doctype html><title>Gastheer</title><style>html,body,iframe{margin:0;border:0;width:100%;height:100%}</style>
<iframe id="tab" title="Mentorlijn"></iframe><script>
const tab = document.getElementById('tab');
window.asked = [];
const answer = (message, args) => tab.contentWindow.postMessage({ id: message.id, uuid: message.uuid, args }, '*');
addEventListener('message', ({ data: message, source }) => {
  if (source !== tab.contentWindow || !message || typeof message.func !== 'string') return;
  window.asked.push(message.func);
  const { theme, subEntityId, token } = window.host;
  if (message.func === 'initialize') answer(message, ['content', 'web', JSON.stringify({ apiVersion: 4, hostVersionsInfo: {}, isLegacyTeams: false, supports: {} }), '2.0.0']);
  if (message.func === 'getContext') answer(message, [{ theme, subEntityId, entityId: 'desk', locale: 'nl-be', frameContext: 'content' }]);
  if (message.func === 'authentication.getAuthToken') answer(message, token === null ? [false, 'CancelledByUser'] : [true, token]);
});
window.open = (path) => { tab.src = path; };
window.setTheme = (theme) => { window.host.theme = theme; tab.contentWindow.postMessage({ func: 'themeChange', args: [theme] }, '*'); };
</script>`;

/** A window of Teams around our desk, at the desk's own address so that no browser setting stands in between. */
export class TeamsHostPage {
  private constructor(
    readonly page: Page,
    readonly tab: FrameLocator,
  ) {}

  static async open(context: BrowserContext, origin: string, state: HostState, path = '/desk'): Promise<TeamsHostPage> {
    const page = await context.newPage();
    await page.route(`${origin}/teams-host`, (route) => route.fulfill({ contentType: 'text/html', body: HOST }));
    await page.goto(`${origin}/teams-host`);
    await page.evaluate((host) => {
      Object.assign(globalThis, { host });
    }, state);
    await page.evaluate((to) => {
      (globalThis as unknown as { open(path: string): void }).open(to);
    }, path);
    return new TeamsHostPage(page, page.frameLocator('#tab'));
  }

  async theme(theme: HostState['theme']): Promise<void> {
    await this.page.evaluate((name) => {
      (globalThis as unknown as { setTheme(theme: string): void }).setTheme(name);
    }, theme);
  }

  /** What the tab asked of Teams, in order. */
  asked(): Promise<readonly string[]> {
    return this.page.evaluate(() => (globalThis as unknown as { asked: string[] }).asked);
  }
}
