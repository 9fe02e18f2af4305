import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { DESKTOP, keepPicture, launchBrowser, PHONE } from '../support/browser.js';
import { eventually } from '../support/eventually.js';
import { serve, type Served } from '../support/serve.js';

const SECRET = 'Zolderkamerverdriet';

let browser: Browser;
let served: Served;
let phone: Page;
let desk: Page;
beforeAll(async () => {
  browser = await launchBrowser();
  served = await serve();
  phone = await (await browser.newContext({ ...PHONE, reducedMotion: 'reduce' })).newPage();
  await phone.goto(`${served.origin}/`);
  desk = await (await browser.newContext({ ...DESKTOP, reducedMotion: 'reduce' })).newPage();
  await desk.goto(`${served.origin}/desk/instellen?code=${served.app.setupCode ?? ''}`);
  await desk.getByLabel('Je naam, zoals mentors ze zien').fill('Katrien');
  await desk.getByLabel('E-mailadres').fill('katrien@voorbeeld.be');
  await desk.getByLabel('Wachtwoord').fill('een lange zin vol gras');
  await desk.locator('form button[type=submit]').last().click();
  await desk.getByRole('button', { name: 'Alle open' }).waitFor();
});
afterAll(async () => {
  await browser.close();
  await served.stop();
});

const say = async (words: string): Promise<void> => {
  await phone.getByRole('textbox').fill(words);
  await phone.keyboard.press('Enter');
};

describe('a mentor and what is kept of him', () => {
  test('he sees it in the chat; a lead hands it out and erases it; his page forgets it too', async () => {
    await say(`${SECRET} over de dakgoot`);
    await phone.getByRole('button', { name: 'Vraag de coach' }).click();
    await phone.getByText('Je vraag is bij de coach').waitFor();
    await say('wat weet je van mij');
    await phone.getByText('Dit bewaar ik van jou.').waitFor();
    await keepPicture(phone, 'mentor-wat-weet-je');

    await desk.getByRole('link', { name: new RegExp(SECRET) }).click();
    await desk.getByRole('button', { name: 'Privacy van de mentor' }).click();
    const [file] = await Promise.all([
      desk.waitForEvent('download'),
      desk.getByRole('button', { name: 'Download alles van deze mentor' }).click(),
    ]);
    expect(readFileSync(await file.path(), 'utf8')).toContain(SECRET);
    await keepPicture(desk, 'coach-paneel');
    await desk.getByRole('button', { name: 'Wis alles van deze mentor' }).click();
    await keepPicture(desk, 'coach-wist');
    await desk.getByRole('alertdialog').getByRole('button', { name: 'Wis alles' }).click();

    await phone.getByText('wiste een coach alles').waitFor();
    await eventually(async () => expect(await phone.getByText(SECRET).count()).toBe(0));
    await desk.waitForURL(/\/desk\/?$/);
    await desk.getByRole('link', { name: new RegExp(SECRET) }).waitFor({ state: 'detached' });
    await say('mijn vragen');
    await phone.getByText('nog geen vragen').waitFor();
  });
});
