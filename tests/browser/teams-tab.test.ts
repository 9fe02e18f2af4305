import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Browser, BrowserContext } from 'playwright-core';
import type { Session } from '../../handlers/desk/sessions.js';
import type { Ticket } from '../../handlers/ticket.js';
import { DESKTOP, keepPicture, launchBrowser } from '../support/browser.js';
import { FakeEntra, type Person } from '../support/fake-entra.js';
import { serve, type Served } from '../support/serve.js';
import { Stage } from '../support/stage.js';
import { TeamsHostPage, type HostState } from '../support/teams-host.js';

const LIES: Person = { oid: 'o-lies', name: 'Lies Lemmens', email: 'lies@school.example', roles: ['Mentorlijn.Lead'] };

let browser: Browser;
let entra: FakeEntra;
let served: Served;
let context: BrowserContext;
let ticket: Ticket | undefined;
beforeAll(async () => {
  [browser, entra] = await Promise.all([launchBrowser(), new FakeEntra().start()]);
});
afterAll(async () => {
  await browser.close();
  await entra.stop();
});
beforeEach(async () => {
  served = await serve(entra.settings);
  context = await browser.newContext({ ...DESKTOP, reducedMotion: 'reduce' });
  const stage = new Stage(served.app.deps.store, served.app.deps);
  await stage.say('mag mijn hond mee naar de werf', { who: 'jan' });
  await stage.say('coach', { who: 'jan' });
  [ticket] = await stage.tickets();
});
afterEach(async () => {
  await context.close();
  await served.stop();
});

const open = async (more: Partial<HostState> = {}): Promise<TeamsHostPage> =>
  TeamsHostPage.open(context, served.origin, { theme: 'default', token: await entra.token(LIES), ...more });

describe('the desk inside Teams', () => {
  test('opens without a password, answers, and keeps no cookie', async () => {
    const host = await open();
    await host.tab.getByRole('link', { name: /hond mee/ }).click();
    await host.tab.getByRole('button', { name: 'Neem deze vraag' }).click();
    await host.tab.getByRole('textbox', { name: 'Antwoord aan de mentor' }).fill('Ja, als de klant het goed vindt.');
    await host.tab.getByRole('button', { name: 'Verstuur als antwoord' }).click();
    await host.tab.getByText('1 bericht bezorgd').waitFor();
    expect(await context.cookies()).toEqual([]);
    await keepPicture(host.page, 'desk-in-teams');
  });

  test('opens the question that a deep link names', async () => {
    const host = await open({ subEntityId: ticket?.id ?? '' });
    await host.tab.getByRole('heading', { name: 'Vraag 1001' }).waitFor();
  });

  test('follows the theme of Teams, also when it changes', async () => {
    const host = await open({ theme: 'dark' });
    await host.tab.getByRole('link', { name: /hond mee/ }).waitFor();
    const ground = (): Promise<string> =>
      host.tab
        .locator('.fui-FluentProvider')
        .first()
        .evaluate((node) => getComputedStyle(node).backgroundColor);
    const dark = await ground();
    await host.theme('contrast');
    await host.page.waitForFunction((before) => {
      const frame = document.querySelector('iframe')?.contentDocument?.querySelector('.fui-FluentProvider');
      return frame !== null && frame !== undefined && getComputedStyle(frame).backgroundColor !== before;
    }, dark);
    const contrast = await ground();
    await host.theme('default');
    await host.page.waitForFunction((before) => {
      const frame = document.querySelector('iframe')?.contentDocument?.querySelector('.fui-FluentProvider');
      return frame !== null && frame !== undefined && getComputedStyle(frame).backgroundColor !== before;
    }, contrast);
    expect(new Set([dark, contrast, await ground()]).size).toBe(3);
  });

  test('renews a session that ended without a word, and what was typed stays', async () => {
    const host = await open({ subEntityId: ticket?.id ?? '' });
    const box = host.tab.getByRole('textbox', { name: 'Antwoord aan de mentor' });
    await box.fill('Half af');
    const sessions = await served.app.deps.store.query<Session>({ kind: 'session', index: 'coach' });
    await served.app.deps.store.commit({
      deletes: sessions.map(({ id }) => ({ kind: 'session', id, expect: 'any' })),
    });
    served.app.deps.live.publish('tickets', ticket?.id ?? '');
    await host.page.waitForFunction(
      () =>
        (globalThis as unknown as { asked: string[] }).asked.filter((func) => func.endsWith('getAuthToken')).length > 1,
    );
    await host.tab.getByRole('button', { name: 'Verstuur als antwoord' }).click();
    await host.tab.getByText('1 bericht bezorgd').waitFor();
  });

  test('without single sign-on one signs in with a password, in the same frame', async () => {
    const lead = await context.newPage();
    await lead.goto(`${served.origin}/desk/instellen?code=${served.app.setupCode ?? ''}`);
    await lead.getByLabel('Je naam, zoals mentors ze zien').fill('Katrien');
    await lead.getByLabel('E-mailadres').fill('katrien@voorbeeld.be');
    await lead.getByLabel('Wachtwoord').fill('een lange zin vol gras');
    await lead.locator('form button[type=submit]').click();
    await lead.getByRole('button', { name: 'Alle open' }).waitFor();
    await context.clearCookies();
    const host = await open({ token: null });
    await host.tab.getByLabel('E-mailadres').fill('katrien@voorbeeld.be');
    await host.tab.getByLabel('Wachtwoord').fill('een lange zin vol gras');
    await host.tab.getByRole('button', { name: 'Aanmelden' }).click();
    await host.tab.getByRole('link', { name: /hond mee/ }).waitFor();
    expect(await context.cookies()).toEqual([]);
  });

  test('who has no role hears whom to ask', async () => {
    const host = await open({ token: await entra.token({ ...LIES, roles: [] }) });
    await host.tab.getByText('Je hebt nog geen rol bij Mentorlijn').waitFor();
  });
});
