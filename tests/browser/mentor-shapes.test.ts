import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, PHONE } from '../support/browser.js';
import { eventually } from '../support/eventually.js';
import { serve, type Served } from '../support/serve.js';
import { buildWebPages } from '../support/web-pages.js';

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
let browser: Browser;
let helpline: Served;
let page: Page;

const inLog = (text: string | RegExp) => page.getByRole('log').getByText(text);
async function say(text: string): Promise<void> {
  await page.getByLabel('Je vraag').fill(text);
  await page.getByRole('button', { name: 'Stuur', exact: true }).click();
}

beforeAll(async () => {
  buildWebPages();
  browser = await launchBrowser();
  helpline = await serve();
});
afterAll(async () => {
  await browser.close();
  await helpline.stop();
});

describe('a conversation with everything in it', () => {
  beforeAll(async () => {
    page = await (await browser.newContext(PHONE)).newPage();
    await page.goto(`${helpline.origin}/`);
    await inLog('Ik ben Mentorlijn').waitFor();
    await say('moet ik een dimona doen');
    await inLog('Ja, voor hij begint.').waitFor();
    await say('checklist eerste werkdag');
    await page.getByLabel('Schoenen klaar').check();
    await say('hij bloedt, bloed overal');
    await page.getByRole('link', { name: 'Bel nu 112' }).waitFor();
    await say('code');
    await page.getByRole('img', { name: 'QR-code' }).waitFor();
    await say('wie betaalt');
    await page.getByRole('button', { name: 'OAO', exact: true }).waitFor();
    await page.evaluate(readFileSync(axePath, 'utf8'));
  });

  test.each([
    ['on a phone', 390, 844, '', 'light'],
    ['on a small phone', 320, 568, '', 'light'],
    ['with letters twice as large', 390, 844, '212.5%', 'light'],
    ['with letters twice as large on a small phone', 320, 568, '212.5%', 'light'],
    ['enlarged twice', 195, 422, '', 'light'],
    ['on its side', 740, 360, '', 'light'],
    ['on a phone that prefers the dark', 390, 844, '', 'dark'],
    ['on a desktop', 1280, 800, '', 'light'],
  ] as const)('fits and has no serious finding %s', async (_name, width, height, letters, scheme) => {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme: scheme });
    await page.evaluate(`document.documentElement.style.fontSize = '${letters}'`);
    const found = await page.evaluate<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }>(
      "axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })",
    );
    expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
    // Half of the screen at least is for the conversation.
    expect(
      await page.evaluate<number>(
        "innerHeight - ['header', '#composer'].map((part) => document.querySelector(part)).filter((part) => getComputedStyle(part).position === 'sticky').reduce((sum, part) => sum + part.offsetHeight, 0)",
      ),
    ).toBeGreaterThan(height / 2);
  });

  test('on the smallest phone with letters twice as large no word of an alarm is cut', async () => {
    await page.setViewportSize({ width: 320, height: 568 });
    await page.evaluate("document.documentElement.style.fontSize = ''");
    const session = await page.context().newCDPSession(page);
    await session.send('Page.setFontSizes', { fontSizes: { standard: 32 } });
    // One line each: half as high again as the letters would be two.
    for (const part of ['.urgent .flag', '.urgent .call'])
      expect(
        await page.evaluate<number>(
          `(() => { const found = document.querySelector('${part}'); const words = document.createRange(); words.selectNodeContents(found); return words.getClientRects().length; })()`,
        ),
      ).toBe(1);
    await session.send('Page.setFontSizes', { fontSizes: { standard: 16 } });
  });

  test('opens at its end, and at the place that was read when its reader comes back to it', async () => {
    await page.setViewportSize({ width: 390, height: 600 });
    await page.evaluate("document.documentElement.style.fontSize = ''");
    const place = (): Promise<number> => page.evaluate('Math.round(scrollY)');
    await page.reload();
    await inLog('Ja, voor hij begint.').first().waitFor();
    await eventually(async () => {
      expect(await page.evaluate('Math.round(document.documentElement.scrollHeight - innerHeight - scrollY)')).toBe(0);
    });
    // What settles afterwards does not take it away again.
    await page.waitForTimeout(1_800);
    expect(await page.evaluate('Math.round(document.documentElement.scrollHeight - innerHeight - scrollY)')).toBe(0);
    await page.getByRole('link', { name: 'Lees alles hierover' }).first().scrollIntoViewIfNeeded();
    await page.waitForTimeout(600);
    const before = await place();
    await page.getByRole('link', { name: 'Lees alles hierover' }).first().click();
    await page.waitForURL('**/faq/**');
    await page.goBack();
    await eventually(async () => expect(Math.abs((await place()) - before)).toBeLessThan(60));
  });
});

describe('a slow network', () => {
  beforeEach(async () => {
    page = await (await browser.newContext(PHONE)).newPage();
  });

  test('the page says that it is connecting, and that a message is under way', async () => {
    let letThrough: () => void = () => undefined;
    const held = new Promise<void>((done) => {
      letThrough = done;
    });
    await page.route('**/tokens/generate', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(`${helpline.origin}/`);
    await page.getByText('Even verbinden…').waitFor();
    letThrough();
    await inLog('Ik ben Mentorlijn').waitFor();
    await page.getByText('Even verbinden…').waitFor({ state: 'hidden' });
    const shown = new Promise<void>((done) => {
      letThrough = done;
    });
    await page.route('**/activities', async (route) => {
      await shown;
      await route.continue();
    });
    await say('moet ik een dimona doen');
    await inLog('Wordt verzonden…').waitFor();
    letThrough();
    await inLog('Ja, voor hij begint.').waitFor();
    await inLog('Wordt verzonden…').waitFor({ state: 'detached' });
  });
});
