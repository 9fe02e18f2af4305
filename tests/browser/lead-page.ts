import type { Browser, Page } from 'playwright-core';
import { DESKTOP } from '../support/browser.js';
import type { Served } from '../support/serve.js';

/** A lead who set up his account and sees the desk. */
export async function leadPage(browser: Browser, { app, origin }: Served): Promise<Page> {
  // What is still fading in has too little contrast for a moment: without motion axe sees the page at rest.
  const context = await browser.newContext({ ...DESKTOP, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(`${origin}/desk/instellen?code=${app.setupCode ?? ''}`);
  await page.getByLabel('Je naam, zoals mentors ze zien').fill('Katrien');
  await page.getByLabel('E-mailadres').fill('katrien@voorbeeld.be');
  await page.getByLabel('Wachtwoord').fill('een lange zin vol gras');
  await page.locator('form button[type=submit]').last().click();
  await page.getByRole('button', { name: 'Alle open' }).waitFor();
  return page;
}
