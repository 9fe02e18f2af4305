import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { DESKTOP, keepPicture, launchBrowser, PHONE } from '../support/browser.js';
import { RealHelpline } from '../support/real-helpline.js';

const PASSWORD = 'een lange zin om binnen te komen';
const QUESTION = 'mijn leerling wil weten of hij zijn hond mag meebrengen naar de werf in Zwevegem';
const ANSWER = 'Spreek dat af met de klant en met de trajectbegeleider.';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** The mentor's side, on a phone; the page can be closed and opened again with what the phone remembers. */
class Mentor {
  #context: BrowserContext | null = null;
  page!: Page;
  constructor(private readonly helpline: RealHelpline) {}

  async open(): Promise<void> {
    this.#context ??= await browser.newContext(PHONE);
    this.page = await this.#context.newPage();
    await this.page.goto(`${this.helpline.origin}/`);
  }

  async reopen(): Promise<void> {
    await this.page.close();
    await this.open();
  }

  async say(text: string): Promise<void> {
    await this.page.getByLabel('Je vraag').fill(text);
    await this.page.getByRole('button', { name: 'Stuur', exact: true }).click();
  }

  async reads(text: string | RegExp): Promise<void> {
    await this.page.getByRole('log').getByText(text).last().waitFor();
  }

  async leave(): Promise<void> {
    await this.#context?.close();
  }
}

async function openDesk(helpline: RealHelpline): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext(DESKTOP);
  const page = await context.newPage();
  await page.goto(helpline.setupUrl);
  await page.getByLabel('Je naam, zoals mentors ze zien').fill('An');
  await page.getByLabel('E-mailadres').fill('an@example.org');
  await page.getByLabel('Wachtwoord').fill(PASSWORD);
  await page.locator('form button[type=submit]').click();
  await page.getByText('Nieuw').first().waitFor();
  return { page, context };
}

/** `between` is done between every two steps: nothing, or kill -9 and a page that was closed. */
async function fromQuestionToAnswer(
  helpline: RealHelpline,
  between: (mentor: Mentor, desk: Page | null) => Promise<void>,
  pictures: boolean,
): Promise<void> {
  const mentor = new Mentor(helpline);
  await mentor.open();
  await mentor.say('moet ik dimona doen voor mijn leerling met een OAO');
  await mentor.reads(/ALT/);
  await mentor.reads(/Nagekeken op|nagekeken op/);
  if (pictures) await keepPicture(mentor.page, 'mentor-antwoord');
  await between(mentor, null);

  await mentor.say(QUESTION);
  await mentor.page.getByText(QUESTION).last().waitFor();
  await between(mentor, null);
  const desk = await openDesk(helpline);
  await mentor.say('coach');
  await mentor.reads(/nummer 1001/);
  await mentor.reads(/ten laatste/);
  if (pictures) await keepPicture(mentor.page, 'mentor-belofte');
  await between(mentor, desk.page);

  // Without a reload: the live connection brings it in.
  await desk.page
    .getByText(/hond mag meebrengen/)
    .first()
    .click();
  await desk.page.getByRole('button', { name: 'Neem deze vraag' }).click();
  await desk.page.getByRole('textbox', { name: 'Antwoord aan de mentor' }).waitFor();
  await between(mentor, desk.page);
  await desk.page.getByRole('textbox', { name: 'Antwoord aan de mentor' }).fill(ANSWER);
  await desk.page.getByRole('button', { name: 'Verstuur als antwoord' }).click();
  // Taken in by the server: the box is empty, and the words stand in the conversation.
  await desk.page.waitForFunction(
    (answer) => [...document.querySelectorAll('textarea')].every(({ value }) => !value.includes(answer)),
    ANSWER,
  );
  await desk.page.getByText(ANSWER).last().waitFor();
  await between(mentor, desk.page);

  await mentor.reads(ANSWER);
  expect(await mentor.page.getByRole('log').getByText(ANSWER).count()).toBe(1);
  if (pictures) await keepPicture(mentor.page, 'mentor-leest-coach');
  await Promise.all([mentor.leave(), desk.context.close()]);
}

describe('from a mentor’s question to a coach’s answer and back', () => {
  test('on a quiet day', async () => {
    const helpline = new RealHelpline();
    try {
      await helpline.start();
      await fromQuestionToAnswer(helpline, () => Promise.resolve(), true);
    } finally {
      await helpline.remove();
    }
  });

  test('with kill -9 and a closed page between every two steps', async () => {
    const helpline = new RealHelpline();
    try {
      await helpline.start();
      await fromQuestionToAnswer(
        helpline,
        async (mentor) => {
          await helpline.crashAndRestart();
          await mentor.reopen();
        },
        false,
      );
    } finally {
      await helpline.remove();
    }
  });
});
