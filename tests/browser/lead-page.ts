import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { DESKTOP } from '../support/browser.js';
import type { Served } from '../support/serve.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

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

/** Findings of axe that matter, as "rule: element". */
export async function findings(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(on: object): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> };
    };
    // Fluent UI's sentinels pass the focus on at once: nobody ever stands on them.
    const { violations } = await axe.run({ include: [['body']], exclude: [['[data-tabster-dummy]']] });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120) ?? ''}`);
  });
}
