import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { DESKTOP, launchBrowser, PHONE } from '../support/browser.js';
import { serve, type Served } from '../support/serve.js';
import { findings } from './axe.js';
import { leadPage } from './lead-page.js';
import { furnish, type Furniture } from './desk-furniture.js';
import { goTo, PLACES } from './desk-places.js';

let browser: Browser;
let served: Served;
let page: Page;
let there: Furniture;
beforeAll(async () => {
  browser = await launchBrowser();
  served = await serve();
  page = await leadPage(browser, served);
  there = await furnish(served, page);
});
afterAll(async () => {
  await browser.close();
  await served.stop();
});

const THEMES = [
  ['licht', { colorScheme: 'light', contrast: 'no-preference' }],
  ['donker', { colorScheme: 'dark', contrast: 'no-preference' }],
  ['hoog contrast', { colorScheme: 'dark', contrast: 'more' }],
] as const;

/** Findings in every theme, as "theme: rule: element". */
async function inEveryTheme(at: Page): Promise<readonly string[]> {
  const all: string[] = [];
  for (const [theme, media] of THEMES) {
    await at.emulateMedia(media);
    await atRest(at);
    // Only the colours differ from theme to theme.
    const found = await findings(at, theme === 'licht' ? 'all' : 'colours');
    all.push(...found.map((finding) => `${theme}: ${finding}`));
  }
  return all;
}

/** Drawn in the new colours, and nothing still fading. */
function atRest(at: Page): Promise<unknown> {
  return at.evaluate(async () => {
    const frame = (): Promise<number> => new Promise((done) => requestAnimationFrame(done));
    for (let count = 0; count < 3; count += 1) await frame();
    const fading = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity);
    await Promise.allSettled(fading.map(({ finished }) => finished));
  });
}

/** What leaves the screen of a phone, or makes the page scroll under its own panes. */
async function outside(at: Page): Promise<readonly string[]> {
  await at.setViewportSize(PHONE.viewport);
  await atRest(at);
  const found = await at.evaluate(() => {
    const root = document.documentElement;
    const wide = [root, ...document.querySelectorAll('main')].filter((part) => part.scrollWidth > part.clientWidth + 1);
    return [
      ...wide.map(({ tagName }) => `${tagName} is too wide`),
      ...(root.scrollHeight > innerHeight ? ['page scrolls'] : []),
    ];
  });
  await at.setViewportSize(DESKTOP.viewport);
  return found;
}

describe('every place fits a phone', () => {
  test.each(
    PLACES.filter(({ open, name }) => open === undefined || name === 'proef').map(
      (place) => [place.name, place] as const,
    ),
  )('%s', async (_name, place) => {
    await goTo(page, place, there);
    expect(await outside(page)).toEqual([]);
  });
});

describe('no serious axe finding, light, dark and in high contrast', () => {
  test.each(PLACES.map((place) => [place.name, place] as const))('%s', async (_name, place) => {
    await goTo(page, place, there);
    expect(await inEveryTheme(page)).toEqual([]);
  });

  test('the doors: signing in, an invite', async () => {
    const visitor = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage();
    for (const path of ['', '/uitnodiging?code=onbekend']) {
      await visitor.goto(`${served.origin}/desk${path}`);
      await visitor.getByLabel('Wachtwoord').waitFor();
      expect(await inEveryTheme(visitor)).toEqual([]);
    }
    await visitor.context().close();
  });
});
