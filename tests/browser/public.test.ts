import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { pathOf } from '../../handlers/turn/item-part.js';
import type { Library } from '../../knowledge/library.js';
import { DESKTOP, keepPicture, launchBrowser, PHONE } from '../support/browser.js';
import { eventually } from '../support/eventually.js';
import { knowledgeOf, realLibrary, servePages, type ServedPages } from '../web/public-site.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

let browser: Browser;
let pages: ServedPages;
let library: Library;
/** One address of each kind of page. */
let kinds: readonly (readonly [string, string])[];

beforeAll(async () => {
  library = await realLibrary();
  pages = await servePages(knowledgeOf(library));
  browser = await launchBrowser();
  const { entries, terms, checklists } = library;
  const [term, checklist] = [terms[0]!, checklists[0]!];
  const richest = [...entries].sort((one, other) => other.variants.length - one.variants.length)[0]!;
  const doubtful = entries.find(({ certainty }) => certainty === 'te-controleren')!;
  kinds = [
    ['faq', '/faq'],
    ['vraag', pathOf(richest)],
    ['onzeker', pathOf(doubtful)],
    ['thema', `/faq/thema/${richest.theme}`],
    ['fase', '/faq/fase/opstart'],
    ['trefwoorden', '/faq/trefwoorden/a'],
    ['zoeken', '/faq?q=bloedt'],
    ['begrippen', '/begrippen'],
    ['begrip', pathOf(term)],
    ['checklists', '/checklists'],
    ['checklist', pathOf(checklist)],
    ['weg', '/faq/bestaat-niet'],
  ];
});
afterAll(async () => {
  await browser.close();
  await pages.stop();
});

/** A page of its own; what the browser complains about makes the test fail. */
async function visit(options: BrowserContextOptions, task: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext(options);
  const complaints: string[] = [];
  const page = await context.newPage();
  page.on('console', (message) => {
    // The 404 page is a 404.
    if (message.type() === 'error' && !message.text().includes('404')) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await task(page);
  await context.close();
  expect(complaints).toEqual([]);
}

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string }[];
}

async function axe(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  const run = `axe.run(document, { runOnly: ${JSON.stringify(RULES)} }).then(({ violations }) => violations)`;
  const violations: readonly Violation[] = await page.evaluate(run);
  return violations.map(({ id, impact, nodes }) => `${impact} ${id}: ${nodes[0]?.html ?? ''}`);
}

describe('for everyone', () => {
  test.each([
    ['phone', PHONE],
    ['desktop', { ...DESKTOP, viewport: { width: 1280, height: 900 } }],
  ] as const)('axe finds nothing on any kind of page, on a %s; nothing scrolls sideways', async (device, options) => {
    await visit(options, async (page) => {
      for (const [kind, path] of kinds) {
        await page.goto(pages.origin + path);
        expect([kind, await axe(page)]).toEqual([kind, []]);
        const overflow: number = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
        expect([kind, overflow <= 0]).toEqual([kind, true]);
        if (['faq', 'vraag', 'checklist'].includes(kind)) await keepPicture(page, `publiek-${kind}-${device}`);
      }
    });
  });

  test('a window of 320 pixels, or a page at 400 %, never scrolls sideways', async () => {
    await visit({ viewport: { width: 320, height: 640 } }, async (page) => {
      for (const [kind, path] of kinds) {
        await page.goto(pages.origin + path);
        const overflow: number = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
        expect([kind, overflow <= 0]).toEqual([kind, true]);
      }
    });
  });

  test('letters twice as large on a narrow phone: nothing scrolls sideways, and no word of the menu is cut in two', async () => {
    await visit({ viewport: { width: 320, height: 640 } }, async (page) => {
      for (const [kind, path] of kinds) {
        await page.goto(pages.origin + path);
        await page.evaluate("document.documentElement.style.fontSize = '200%'");
        const overflow: number = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
        const cut: number = await page.evaluate(
          "[...document.querySelectorAll('.menu a')].filter((link) => { const range = document.createRange(); range.selectNodeContents(link); return range.getClientRects().length > 1; }).length",
        );
        expect([kind, overflow <= 0, cut]).toEqual([kind, true, 0]);
      }
    });
  });

  test('the keyboard reaches the content first, then the search box and its answers', async () => {
    await visit(DESKTOP, async (page) => {
      await page.goto(`${pages.origin}/faq`);
      await page.keyboard.press('Tab');
      expect(await page.locator(':focus').textContent()).toBe('Naar de inhoud');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      await page.keyboard.type('dimona');
      await page.locator('[data-found] a').first().waitFor();
      await eventually(async () => expect(await page.locator('[data-status]').textContent()).toMatch(/antwoorden/));
      expect(await axe(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await eventually(async () => expect(await page.locator('[data-found] a').count()).toBe(0));
    });
  });
});

describe('without JavaScript', () => {
  test('someone searches, reads and walks on', async () => {
    await visit({ ...PHONE, javaScriptEnabled: false }, async (page) => {
      await page.goto(`${pages.origin}/faq`);
      await page.getByLabel('Zoek in alle antwoorden').fill('dimona');
      await page.getByRole('button', { name: 'Zoek' }).click();
      const first = page.locator('.results a').first();
      const title = (await first.textContent()) ?? '';
      await first.click();
      await eventually(async () => expect(title).toContain(await page.locator('h1').textContent()));
      await page.getByRole('navigation', { name: 'Hoofdmenu' }).getByRole('link', { name: 'Checklists' }).click();
      await page.waitForURL('**/checklists');
      await page.locator('.items a').first().click();
      await page.getByRole('checkbox').first().check();
      expect(await page.getByRole('button', { name: 'Wis vinkjes' }).count()).toBe(0);
    });
  });
});

describe('a checklist', () => {
  test('keeps its ticks on this device until they are wiped', async () => {
    const path = pathOf(library.checklists[0]!);
    await visit(PHONE, async (page) => {
      await page.goto(pages.origin + path);
      await page.getByRole('checkbox').nth(1).check();
      await page.reload();
      await eventually(async () => expect(await page.getByRole('checkbox').nth(1).isChecked()).toBe(true));
      await page.getByText(/^1 van \d+ gedaan/).waitFor();
      await page.getByRole('button', { name: 'Wis vinkjes' }).click();
      await page.reload();
      expect(await page.getByRole('checkbox').nth(1).isChecked()).toBe(false);
    });
  });

  test('shows each item once', async () => {
    await visit(PHONE, async (page) => {
      for (const checklist of library.checklists) {
        await page.goto(pages.origin + pathOf(checklist));
        expect(await page.getByRole('checkbox').count()).toBe(checklist.sections.flatMap(({ items }) => items).length);
        expect(await page.getByText('[ ]').count()).toBe(0);
      }
    });
  });
});

test('on paper only the answer is left, with its address', async () => {
  await visit(DESKTOP, async (page) => {
    await page.emulateMedia({ media: 'print' });
    for (const kind of ['vraag', 'checklist']) {
      const path = kinds.find(([name]) => name === kind)?.[1] ?? '';
      await page.goto(pages.origin + path);
      for (const gone of ['.menu', '.search', '.ask-block', '.related', '.tools'])
        for (const found of await page.locator(gone).all())
          expect([gone, await found.isVisible()]).toEqual([gone, false]);
      expect(await page.locator('h1').isVisible()).toBe(true);
      expect(await page.locator('.address').textContent()).toContain(path);
    }
    expect(await page.getByRole('checkbox').first().isVisible()).toBe(true);
    expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(1_000);
  });
});
