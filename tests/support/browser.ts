import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { SOON_MS } from './eventually.js';

const root = join(import.meta.dirname, '../..');
const FOUND = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);

/** A real Chromium: CHROMIUM_PATH, or the one on this machine. */
export async function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH ?? FOUND;
  if (executablePath === undefined) throw new Error('no Chromium: install it, or set CHROMIUM_PATH');
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', ...more],
  });
  const newContext = browser.newContext.bind(browser);
  browser.newContext = async (options) => {
    const context = await newContext(options);
    // A page waits as long as any other wait of a test: on a busy machine its own half minute runs out first.
    context.setDefaultTimeout(SOON_MS);
    return context;
  };
  return browser;
}

/** As a phone in a mentor's hand. */
export const PHONE = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  hasTouch: true,
  isMobile: true,
  locale: 'nl-BE',
} as const;
export const DESKTOP = { viewport: { width: 1280, height: 800 }, locale: 'nl-BE' } as const;

/** Keeps a picture for the README; only when asked (SCREENSHOTS=1), so that a test run leaves the tree clean. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  if (process.env.SCREENSHOTS !== '1') return;
  // A picture of a page that still scrolls shows two places at once.
  await page.waitForTimeout(1_200);
  const folder = join(root, 'docs/screenshots');
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
