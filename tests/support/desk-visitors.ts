import type { Browser, BrowserContext, Page } from 'playwright-core';
import { newRecord, putNewCoach } from '../../handlers/desk/accounts.js';
import type { Role } from '../../handlers/desk/coach.js';
import { scryptPasswords } from '../../handlers/desk/password.js';
import { OWNER } from '../../handlers/desk/setup-code.js';
import { DESKTOP } from './browser.js';
import type { Served } from './serve.js';

export const PASSWORD = 'een lange zin vol gras';

/** Coaches at their own browsers, at one desk. */
export class DeskVisitors {
  readonly #contexts: BrowserContext[] = [];

  constructor(
    private readonly browser: Browser,
    private readonly served: Served,
  ) {}

  /** An account with a password; the first one owns the desk. */
  async account(name: string, role: Role): Promise<void> {
    const deps = { ...this.served.app.deps, passwords: scryptPasswords(16) };
    const record = await newRecord(deps, { name, email: addressOf(name), password: PASSWORD }, role);
    const owner = { kind: 'setting', id: OWNER, body: { coach: record.id }, expect: 'any' } as const;
    await deps.store.commit({ puts: [...putNewCoach(record), owner] });
  }

  async visit(path = '', device: object = DESKTOP): Promise<Page> {
    // What is still fading in has too little contrast for a moment: without motion axe sees the page at rest.
    const context = await this.browser.newContext({ ...device, reducedMotion: 'reduce' });
    this.#contexts.push(context);
    const page = await context.newPage();
    await page.goto(`${this.served.origin}/desk${path}`);
    return page;
  }

  async signIn(name: string, device: object = DESKTOP, password = PASSWORD): Promise<Page> {
    const page = await this.visit('', device);
    await page.getByLabel('E-mailadres').fill(addressOf(name));
    await page.getByLabel('Wachtwoord').fill(password);
    await page.getByRole('button', { name: 'Aanmelden' }).click();
    await page.getByRole('button', { name: 'Alle open' }).waitFor();
    return page;
  }

  async leave(): Promise<void> {
    await Promise.all(this.#contexts.map((context) => context.close()));
  }
}

export function addressOf(name: string): string {
  return `${name.toLowerCase()}@voorbeeld.be`;
}
