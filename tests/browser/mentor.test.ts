import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { keepPicture, launchBrowser, PHONE } from '../support/browser.js';
import { eventually } from '../support/eventually.js';
import { serve, type Served } from '../support/serve.js';
import { buildWebPages } from '../support/web-pages.js';

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

let browser: Browser;
let helpline: Served;
let context: BrowserContext;
let page: Page;
const faults: string[] = [];

beforeAll(async () => {
  buildWebPages();
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  faults.length = 0;
  helpline = await serve();
  context = await browser.newContext(PHONE);
  page = await context.newPage();
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (
      message.type() === 'error' &&
      !message.text().includes('Failed to load resource') &&
      !message.text().includes('WebSocket')
    )
      faults.push(message.text());
  });
});
afterEach(async () => {
  await context.close();
  await helpline.stop();
  expect(faults).toEqual([]);
});

const open = async (): Promise<void> => {
  await page.goto(`${helpline.origin}/`);
  await page.getByText('Ik ben Mentorlijn').waitFor();
};
const say = async (text: string): Promise<void> => {
  await page.getByLabel('Je vraag').fill(text);
  await page.getByRole('button', { name: 'Stuur', exact: true }).click();
};
const inLog = (text: string | RegExp) => page.getByRole('log').getByText(text);
const count = (text: string | RegExp): Promise<number> => inLog(text).count();
/** How often the mentor's own words stand in the conversation. */
const said = (text: string): Promise<number> => page.locator('.own', { hasText: text }).count();
const ACTIVITIES = '**/v3/directline/conversations/*/activities';

async function seriousFindings(): Promise<readonly string[]> {
  await page.evaluate(readFileSync(axePath, 'utf8'));
  const found = await page.evaluate<{
    violations: { id: string; impact: string; nodes: { html: string }[] }[];
  }>('axe.run()');
  return found.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
}

describe('a conversation', () => {
  test('a question gets its answer, with who helps, source and date; a reload keeps it all', async () => {
    await open();
    await say('moet ik een dimona doen');
    await inLog('Ja, voor hij begint.').waitFor();
    await inLog('Nagekeken op 21 november 2026').waitFor();
    await inLog('Wie helpt:').waitFor();
    expect(await page.getByRole('link', { name: 'Lees alles hierover' }).getAttribute('href')).toBe('/faq/dimona-doen');
    await page.reload();
    await inLog('Ja, voor hij begint.').waitFor();
    await page.waitForTimeout(800);
    expect([
      await said('moet ik een dimona doen'),
      await count('Ja, voor hij begint.'),
      await count('Ik ben Mentorlijn'),
    ]).toEqual([1, 1, 1]);
  });

  test('what came while the page was closed is marked as new', async () => {
    await open();
    await say('iets heel anders');
    await page.getByRole('button', { name: 'Vraag de coach' }).first().waitFor();
    const session = await page.evaluate("localStorage.getItem('mentorlijn.session')");
    await page.close();
    const { conversationId, token } = JSON.parse(String(session)) as { conversationId: string; token: string };
    await fetch(`${helpline.origin}/v3/directline/conversations/${conversationId}/activities`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ type: 'message', text: 'dimona', from: { id: 'elders' } }),
    });
    page = await context.newPage();
    await page.goto(`${helpline.origin}/`);
    await inLog('Nieuw sinds je laatste bezoek').waitFor();
    await inLog('Ja, voor hij begint.').waitFor();
    await say('wie betaalt');
    await inLog('Nieuw sinds je laatste bezoek').waitFor({ state: 'detached' });
  });

  test('the start, the menu and an answer are free of serious findings', async () => {
    await open();
    expect(await seriousFindings()).toEqual([]);
    await page.getByText('Menu', { exact: true }).click();
    expect(await seriousFindings()).toEqual([]);
    await page.keyboard.press('Escape');
    await say('moet ik een dimona doen');
    await inLog('Ja, voor hij begint.').waitFor();
    expect(await seriousFindings()).toEqual([]);
  });

  test('what is half typed is still there after closing', async () => {
    await open();
    await page.getByLabel('Je vraag').fill('hij is al drie da');
    await page.close();
    page = await context.newPage();
    await open();
    await eventually(async () => expect(await page.getByLabel('Je vraag').inputValue()).toBe('hij is al drie da'));
  });

  test('a pressed button says its words, moves the focus there and cannot be pressed twice', async () => {
    await open();
    await say('wie betaalt');
    await page.getByRole('button', { name: 'OAO', exact: true }).click();
    await inLog('Bij een OAO betaal jij de eerste week.').waitFor();
    await inLog('bij een OAO').first().waitFor();
    await eventually(async () => {
      expect(await page.getByRole('button', { name: 'OAO', exact: true }).count()).toBe(0);
      expect(await page.evaluate('document.activeElement.textContent')).toContain('OAO');
    });
    await page.getByRole('button', { name: 'Geholpen' }).waitFor();
  });

  test('Enter sends, Shift+Enter starts a line, and text is only text', async () => {
    await open();
    const field = page.getByLabel('Je vraag');
    await field.fill('<img src=x onerror=alert(1)>');
    await field.press('Shift+Enter');
    await field.pressSequentially('**tweede** lijn');
    await field.press('Enter');
    await inLog(/<img src=x onerror=alert\(1\)>\s+\*\*tweede\*\* lijn/).waitFor();
    expect(await page.locator('#log img').count()).toBe(0);
    await eventually(async () => expect(await field.inputValue()).toBe(''));
  });

  test('danger is red, and its number is one touch away', async () => {
    await open();
    await say('hij bloedt, bloed overal');
    await page.getByRole('link', { name: 'Bel nu 112' }).waitFor();
    expect(await page.getByRole('link', { name: 'Bel nu 112' }).getAttribute('href')).toBe('tel:112');
    await keepPicture(page, 'mentor-dringend');
    expect(await seriousFindings()).toEqual([]);
  });

  test('a promise shows its number and state', async () => {
    await open();
    await say('iets heel anders');
    await page.getByRole('button', { name: 'Vraag de coach' }).first().click();
    await inLog('Vraag 1001').waitFor();
    await inLog('Open').waitFor();
    expect(await seriousFindings()).toEqual([]);
  });

  test('ticks of a checklist stay on the device', async () => {
    await open();
    await say('checklist eerste werkdag');
    await page.getByLabel('Schoenen klaar').check();
    await inLog('1 van 2 klaar').waitFor();
    await page.reload();
    await page.getByLabel('Schoenen klaar').waitFor();
    await eventually(async () => expect(await page.getByLabel('Schoenen klaar').isChecked()).toBe(true));
    expect(await seriousFindings()).toEqual([]);
  });

  test('large letters fit a small phone', async () => {
    await page.setViewportSize({ width: 320, height: 640 });
    await open();
    await page.evaluate("document.documentElement.style.fontSize = '200%'");
    await say('moet ik een dimona doen');
    await inLog('Ja, voor hij begint.').waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  });

  test('an answer that comes while nobody looks shows in the title of the tab', async () => {
    await open();
    await page.evaluate("Object.defineProperty(document, 'hidden', { value: true, configurable: true })");
    await page.getByLabel('Je vraag').evaluate((field) => ((field as HTMLTextAreaElement).value = 'dimona'));
    await page.getByLabel('Je vraag').press('Enter');
    await inLog('Ja, voor hij begint.').waitFor();
    await eventually(async () => expect(await page.title()).toMatch(/^\(1\) Nieuw antwoord/));
    await page.evaluate(
      "Object.defineProperty(document, 'hidden', { value: false }); document.dispatchEvent(new Event('visibilitychange'))",
    );
    await eventually(async () => expect(await page.title()).toBe('Mentorlijn – hulp voor mentors'));
  });
});

describe('a bad network', () => {
  test('without network a message waits, survives a closed page, and arrives once', async () => {
    await open();
    await context.setOffline(true);
    await say('moet ik een dimona doen');
    await page.getByText('Geen verbinding.').waitFor();
    await inLog('Wacht om te vertrekken').waitFor();
    await page.close();
    await context.setOffline(false);
    page = await context.newPage();
    await page.goto(`${helpline.origin}/`);
    await inLog('Ja, voor hij begint.').waitFor();
    await page.waitForTimeout(500);
    expect([await said('moet ik een dimona doen'), await count('Ja, voor hij begint.')]).toEqual([1, 1]);
  });

  test('when the confirmation gets lost the message is sent again and taken once', async () => {
    await open();
    let lost = 0;
    await page.route(ACTIVITIES, async (route) => {
      if (route.request().method() !== 'POST' || lost >= 2) return route.continue();
      lost += 1;
      await route.fetch();
      return route.abort();
    });
    await say('moet ik een dimona doen');
    await inLog('Niet verzonden.').waitFor();
    await inLog('Niet verzonden.').waitFor({ state: 'detached' });
    await page.waitForTimeout(500);
    expect(lost).toBe(2);
    expect([await said('moet ik een dimona doen'), await count('Ja, voor hij begint.')]).toEqual([1, 1]);
  });

  test('a server in trouble is tried again, also by hand', async () => {
    await open();
    let broken = true;
    await page.route(ACTIVITIES, (route) =>
      route.request().method() === 'POST' && broken
        ? route.fulfill({ status: 503, json: { error: {} } })
        : route.continue(),
    );
    await say('moet ik een dimona doen');
    await page.getByRole('button', { name: 'Opnieuw sturen' }).waitFor();
    broken = false;
    await page.getByRole('button', { name: 'Opnieuw sturen' }).click();
    await inLog('Ja, voor hij begint.').waitFor();
    expect(await count('Ja, voor hij begint.')).toBe(1);
  });

  test('a refused message can be changed', async () => {
    await open();
    await page.route(ACTIVITIES, (route) =>
      route.request().method() === 'POST' ? route.fulfill({ status: 400, json: { error: {} } }) : route.continue(),
    );
    await say('moet ik een dimona doen');
    await page.getByRole('button', { name: 'Aanpassen' }).click();
    await eventually(async () => {
      expect(await page.getByLabel('Je vraag').inputValue()).toBe('moet ik een dimona doen');
      expect(await said('moet ik een dimona doen')).toBe(0);
    });
  });

  test('where streams are blocked the page polls', async () => {
    await page.routeWebSocket('**/stream**', (socket) => socket.close());
    await open();
    await say('moet ik een dimona doen');
    await inLog('Ja, voor hij begint.').waitFor();
  });

  test('an old token is renewed; a conversation that is gone makes place with a clear word', async () => {
    await open();
    await say('moet ik een dimona doen');
    await inLog('Ja, voor hij begint.').waitFor();
    const change = (fields: object): Promise<unknown> =>
      page.evaluate(
        `localStorage.setItem('mentorlijn.session', JSON.stringify({ ...JSON.parse(localStorage.getItem('mentorlijn.session')), ...${JSON.stringify(fields)} }))`,
      );
    await change({ token: 'verlopen', expiresAt: 0 });
    await page.reload();
    await say('wie betaalt');
    await inLog('Dat hangt af van de overeenkomst.').waitFor();
    expect(await count(/kan ik niet meer openen/)).toBe(0);
    await change({ token: 'verlopen', expiresAt: 0, resume: 'ook weg' });
    await page.reload();
    await inLog(/Je vorige gesprek kan ik niet meer openen/).waitFor();
    await say('moet ik een dimona doen voor hem');
    await inLog('Ja, voor hij begint.').nth(1).waitFor();
  });

  test('who has everything erased goes on in the same page', async () => {
    await open();
    await say('moet ik een dimona doen');
    await inLog('Ja, voor hij begint.').waitFor();
    await say('wis mijn gegevens');
    await page.getByRole('button', { name: 'Ja, wis alles' }).click();
    await inLog('Alles wat ik over je bewaarde, is gewist.').waitFor();
    await say('wie betaalt');
    await inLog('Dat hangt af van de overeenkomst.').waitFor();
  });
});

test('without a script the page shows the way to the questions', async () => {
  const plain = await browser.newContext({ ...PHONE, javaScriptEnabled: false });
  const bare = await plain.newPage();
  await bare.goto(`${helpline.origin}/`);
  expect(await bare.getByRole('main').getByRole('link', { name: 'veelgestelde vragen' }).getAttribute('href')).toBe(
    '/faq',
  );
  await plain.close();
});

test('a long answer stands below the header from its first word, however the page settles', async () => {
  await page.setViewportSize({ width: 320, height: 480 });
  await open();
  for (const question of ['hallo', 'moet ik dimona doen']) await say(question);
  const card = page.locator('.card.item').last();
  await card.waitFor();
  await page.waitForTimeout(1_800);
  await eventually(async () => {
    const below = await page.evaluate(() => {
      const header = document.querySelector('header')?.getBoundingClientRect();
      const cards = document.querySelectorAll('.card.item');
      return (cards[cards.length - 1]?.getBoundingClientRect().top ?? 0) - (header?.bottom ?? 0);
    });
    expect(below).toBeGreaterThanOrEqual(0);
  });
  expect(await page.evaluate(() => document.querySelector('header')?.getBoundingClientRect().height ?? 0)).toBeLessThan(
    80,
  );
});
