import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { Insights } from '../../handlers/insights/views.js';
import { buildLibrary } from '../../knowledge/load-library.js';
import { launchBrowser, PHONE } from '../support/browser.js';
import { eventually } from '../support/eventually.js';
import { FILES } from '../support/fake-knowledge.js';
import { seedYear } from '../support/seed-year.js';
import { serve, type Served } from '../support/serve.js';
import { findings } from './axe.js';
import { leadPage } from './lead-page.js';

let browser: Browser;
let served: Served;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser();
  served = await serve();
  const { library } = buildLibrary(FILES);
  if (!library) throw new Error('the small library has problems');
  await seedYear(served.app.deps.store, library, { questions: 1_500, tickets: 150, now: new Date(), years: 2 });
  page = await leadPage(browser, served);
});
// Whatever a test put between page and server or on paper is gone for the next one, also when it failed.
afterEach(async () => {
  await page.unrouteAll({ behavior: 'wait' });
  await page.emulateMedia({ media: null });
});
afterAll(async () => {
  await browser.close();
  await served.stop();
});

async function open(path: string): Promise<void> {
  await page.goto(`${served.origin}/desk${path}`);
  await page.getByRole('heading', { name: 'Signalen voor het beleid' }).waitFor();
}

describe('Inzichten in a browser', () => {
  test('a coach opens it, goes to the school year and back in time, and shares the address', async () => {
    await page.getByRole('button', { name: 'Inzichten' }).click();
    await page.getByRole('heading', { name: 'Verloop' }).waitFor();
    await page.getByLabel('Periode').selectOption('school-year');
    await page.getByText(/^schooljaar \d{4}-\d{4}$/).waitFor();
    const first = await page.getByText(/^schooljaar \d{4}-\d{4}$/).textContent();
    await Promise.all([
      page.waitForResponse(/\/insights\?.*day=\d{4}-08-31/),
      page.getByRole('button', { name: 'Vroeger' }).click(),
    ]);
    await page.waitForFunction((shown) => !document.body.innerText.includes(`${shown}\n`), first ?? '');
    expect(page.url()).toMatch(/\/desk\/inzichten\?kind=school-year&day=\d{4}-08-31$/);
    const shown = await page.getByRole('region', { name: 'Verloop' }).first().innerText();
    await page.reload();
    await page.getByRole('heading', { name: 'Verloop' }).waitFor();
    await eventually(async () => {
      expect(await page.getByRole('region', { name: 'Verloop' }).first().innerText()).toBe(shown);
    });
    await page.goto(`${served.origin}/desk/inzichten?kind=school-year`);
    await page.getByRole('heading', { name: 'Verloop' }).waitFor();
  });

  test('every chart has its table, and the table is a file that holds the same figures', async () => {
    await open('/inzichten?kind=school-year');
    const section = page.getByRole('region', { name: 'Kanalen', exact: true });
    await section.getByText('Tabel: Kanalen').click();
    const [, web] = (await section.getByRole('row', { name: /Webpagina/ }).innerText()).split(/\s+/);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      section.getByRole('button', { name: 'Download "Kanalen" als CSV' }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^mentorlijn-kanalen-.*\.csv$/);
    expect(readFileSync(await file.path(), 'utf8')).toContain(`Webpagina;${(web ?? '').replace('.', '')};`);
  });

  test('a question that nobody answered is one step from a new entry', async () => {
    // Half a year ago: in one of the two years that are there, whatever today is.
    const day = new Date(Date.now() - 182 * 86_400_000).toISOString().slice(0, 10);
    await open(`/inzichten?kind=school-year&day=${day}`);
    const link = page.getByRole('link', { name: /^Maak ingang: / }).first();
    expect(await link.getAttribute('href')).toMatch(/^\/desk\/kennis\/nieuw\?vraag=.+/);
  });

  test('the report for the board is two sheets, with nothing of the desk around it', async () => {
    await open('/inzichten/verslag?kind=school-year');
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length).toBeLessThanOrEqual(2);
    expect(await findings(page)).toEqual([]);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('button', { name: 'Druk af of bewaar als pdf' }).isVisible()).toBe(false);
    expect(await page.getByRole('searchbox').isVisible()).toBe(false);
  });

  test('the report stays two sheets, however much was asked and remarked', async () => {
    const long = 'een heel lange zin zoals mentors en coaches die wel eens typen als het druk is, '.repeat(6);
    const times = <T>(count: number, make: (at: number) => T): T[] =>
      Array.from({ length: count }, (_, at) => make(at));
    await page.route('**/desk/api/insights?*', async (route) => {
      const given = (await (await route.fetch()).json()) as Insights;
      const full: Record<string, readonly (string | number)[]> = {
        themas: ['Ouders, klanten en diensten', 1, 2, 3, 4],
        'themas-schooljaar': ['Ouders, klanten en diensten', 1, 2, 3, 4, 5, 15],
        signalen: ['2026-11-02', 1001, 'Ouders, klanten en diensten', long],
      };
      const tables = given.tables.map((table) => {
        const row = full[table.name];
        return row === undefined
          ? table
          : { ...table, rows: times(30, (at) => [`${String(row[0])} ${String(at)}`, ...row.slice(1)]) };
      });
      const unanswered = times(20, (at) => ({ example: `${String(at)} ${long}`, count: 9, others: [] }));
      const weak = times(20, (at) => ({ item: String(at), title: `${String(at)} ${long}`, notHelped: 9, toCoach: 9 }));
      await route.fulfill({ json: { ...given, tables, unanswered, weak } });
    });
    await open('/inzichten/verslag?kind=school-year');
    await page.getByText('een heel lange zin').first().waitFor();
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length).toBe(2);
  });

  test.each(['Licht', 'Donker', 'Hoog contrast'])('no serious axe finding in the theme "%s"', async (theme) => {
    await page.goto(`${served.origin}/desk/account`);
    await page.getByRole('radio', { name: theme }).click();
    await open('/inzichten?kind=school-year');
    for (const name of ['Verloop', 'Kanalen']) await page.getByText(`Tabel: ${name}`).click();
    expect(await findings(page)).toEqual([]);
  });

  test('on a phone nothing is wider than the screen', async () => {
    await page.setViewportSize(PHONE.viewport);
    await open('/inzichten');
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  });

  test('only the figures scroll: below them is no empty page', async () => {
    await open('/inzichten');
    expect(await page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight)).toBeLessThanOrEqual(
      0,
    );
  });
});
