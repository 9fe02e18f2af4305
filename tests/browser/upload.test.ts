import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { filesOf, readFile, type KeptFile } from '../../handlers/attachments.js';
import type { ConversationKey } from '../../handlers/message.js';
import type { Ticket } from '../../handlers/ticket.js';
import { keepPicture, launchBrowser, PHONE } from '../support/browser.js';
import { eventually } from '../support/eventually.js';
import { serve, type Served } from '../support/serve.js';
import { sitePhoto } from '../support/site-photo.js';
import { buildWebPages } from '../support/web-pages.js';

let photo: { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

/** A picture of a phone's camera: large, and it tells where it was made. */
async function takePhoto(): Promise<void> {
  const plain = await sitePhoto(browser, 3_000, 2_000);
  const place = Buffer.from('Exif\0\0 51.0543 N 3.7174 E', 'latin1');
  const segment = Buffer.concat([Buffer.from([0xff, 0xe1, 0, place.length + 2]), place]);
  photo = {
    name: 'IMG_0001.jpg',
    mimeType: 'image/jpeg',
    buffer: Buffer.concat([plain.subarray(0, 2), segment, plain.subarray(2)]),
  };
}

let browser: Browser;
let helpline: Served;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  buildWebPages();
  browser = await launchBrowser(['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream']);
});
afterAll(() => browser.close());
beforeEach(async () => {
  helpline = await serve();
  context = await browser.newContext(PHONE);
  page = await context.newPage();
  await page.goto(`${helpline.origin}/`);
  await page.getByText('Ik ben Mentorlijn').waitFor();
  await takePhoto();
});
afterEach(async () => {
  await context.close();
  await helpline.stop();
});

const opener = () => page.getByRole('button', { name: 'Foto, spraak of bestand toevoegen' });
const send = () => page.getByRole('button', { name: 'Stuur', exact: true }).click();
const chips = () => page.getByRole('list', { name: 'Dit gaat mee' }).getByRole('listitem');
const hasChips = (count: number): Promise<void> => eventually(async () => expect(await chips().count()).toBe(count));
const inLog = (text: string | RegExp) => page.getByRole('log').getByText(text);

async function choose(way: string, ...files: readonly { name: string; mimeType: string; buffer: Buffer }[]) {
  await opener().click();
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: way }).click(),
  ]);
  await chooser.setFiles([...files]);
}

const conversationId = (): Promise<string> =>
  page.evaluate<string>("JSON.parse(localStorage.getItem('mentorlijn.session')).conversationId");

async function kept(): Promise<readonly KeptFile[]> {
  return filesOf(helpline.app.deps.store, `web:${await conversationId()}` as ConversationKey);
}

async function tickets(): Promise<readonly Ticket[]> {
  const prefix = `web:${await conversationId()}|`;
  const found = await helpline.app.deps.store.query<Ticket>({ kind: 'ticket', index: 'conversation', prefix });
  return found.map(({ body }) => body);
}

describe('a photo, a voice note or a file', () => {
  test('a photo from the camera goes along with the question, smaller and without where it was made', async () => {
    await choose('Maak een foto', photo);
    await chips().getByRole('img').waitFor();
    await page.getByLabel('Je vraag').fill('Vraag aan de coach: is dit hek veilig genoeg');
    await send();
    await inLog('is dit hek veilig genoeg').first().waitFor();
    await hasChips(0);
    await page.getByRole('log').getByRole('img').waitFor();
    await page.locator('.own.sent').waitFor();
    await keepPicture(page, 'mentor-foto');
    const [file] = await kept();
    expect(file).toMatchObject({ contentType: 'image/jpeg', name: 'IMG_0001.jpg', kind: 'image', shown: true });
    const bytes = file ? await readFile(helpline.app.deps.store, file) : null;
    expect([bytes?.includes('51.0543'), photo.buffer.includes('51.0543')]).toEqual([false, true]);
    expect(bytes?.length).toBeLessThan(photo.buffer.length / 2);
    await page.getByLabel('Je vraag').fill('coach');
    await send();
    await inLog(/Vraag \d/)
      .first()
      .waitFor();
    expect((await tickets()).flatMap(({ attachments }) => attachments).map(({ file }) => file)).toEqual([file?.id]);
  });

  test('a voice note is recorded, heard, and sent with one tap', async () => {
    await opener().click();
    await page.getByRole('button', { name: 'Spreek in' }).click();
    await page.getByText(/Opname loopt: 0:(?!00)/).waitFor();
    await page.getByRole('button', { name: 'Klaar' }).click();
    await chips()
      .getByText(/Spraak: Spraakbericht 0m(?!00)\d\d/)
      .waitFor();
    expect(await page.locator('audio').count()).toBe(1);
    await send();
    await inLog('Een coach kan dat wel').waitFor();
    expect(await kept()).toMatchObject([{ kind: 'audio', contentType: 'audio/webm' }]);
    await page.getByRole('button', { name: 'Vraag de coach' }).click();
    await inLog('1 spraakbericht zonder tekst.').waitFor();
    expect((await tickets()).map(({ attachments }) => attachments.length)).toEqual([1]);
  });

  test('without network it waits, also over a reload, and is sent once when there is signal', async () => {
    // The page itself is there without network from then on.
    await page.evaluate('navigator.serviceWorker.ready.then(() => 1)');
    await choose('Kies een foto of bestand', photo);
    await chips().getByRole('img').waitFor();
    await page.reload();
    await chips().getByRole('img').waitFor();
    await context.setOffline(true);
    await send();
    await inLog('Wacht om te vertrekken').waitFor();
    await page.reload();
    await inLog('Wacht om te vertrekken').waitFor();
    expect(await kept()).toEqual([]);
    await context.setOffline(false);
    await inLog('Een coach kan dat wel').waitFor();
    expect((await kept()).length).toBe(1);
    expect(await page.locator('.own').count()).toBe(1);
  });

  test('an upload that is cut off is sent again and kept once, and words do not wait for it', async () => {
    let cut = 0;
    await page.route('**/upload', async (route) => {
      cut += 1;
      // The first time the server has it but its answer is lost.
      if (cut === 1) await route.fetch().catch(() => undefined);
      if (cut <= 2) await route.abort();
      else await route.continue();
    });
    await choose('Kies een foto of bestand', photo);
    await send();
    await inLog('Niet verzonden. Ik probeer het opnieuw.').waitFor();
    await page.getByLabel('Je vraag').fill('moet ik dimona doen');
    await send();
    await inLog('Ja, voor hij begint.').waitFor();
    await page.getByRole('button', { name: 'Opnieuw sturen' }).click();
    await page.locator('.own.sent .thumb').waitFor();
    expect((await kept()).length).toBe(1);
    expect(await inLog('Een coach kan dat wel').count()).toBe(1);
  });

  test('what cannot go along says why, and the rest stays', async () => {
    await choose('Kies een foto of bestand', photo, {
      name: 'rekening.zip',
      mimeType: 'application/zip',
      buffer: Buffer.from('PK'),
    });
    await page.getByText('rekening.zip kan ik niet bewaren').waitFor();
    await hasChips(1);
    await choose('Kies een foto of bestand', { name: 'film.mp4', mimeType: 'video/mp4', buffer: Buffer.alloc(6e6, 1) });
    await page.getByText('film.mp4 is te groot (6,0 MB). Een bestand mag hoogstens 5 MB zijn.').waitFor();
    await page.getByRole('button', { name: 'Foto IMG_0001.jpg weghalen' }).click();
    await hasChips(0);
    // It says it is a photo, and is not: the server looks at the bytes.
    await choose('Kies een foto of bestand', {
      name: 'x.jpg',
      mimeType: 'image/jpeg',
      buffer: Buffer.from('<script>'),
    });
    await chips().first().waitFor();
    await send();
    await inLog('Niet verzonden: dit soort bestand kan ik niet bewaren.').waitFor();
    await page.getByRole('button', { name: 'Aanpassen' }).click();
    await hasChips(1);
  });

  test('erasing everything lets go of it on the device as well', async () => {
    await choose('Kies een foto of bestand', photo);
    await send();
    await page.locator('.own.sent .thumb').waitFor();
    await page.getByLabel('Je vraag').fill('wis mijn gegevens');
    await send();
    await page.getByRole('button', { name: 'Ja, wis alles' }).click();
    await page.locator('.thumb').waitFor({ state: 'detached' });
    await eventually(async () => {
      const left = await page.evaluate(
        `new Promise((done) => { const open = indexedDB.open('mentorlijn'); open.onsuccess = () => {
           const keys = open.result.transaction('files').objectStore('files').getAllKeys();
           keys.onsuccess = () => { open.result.close(); done(keys.result.length); }; }; })`,
      );
      expect([left, (await kept()).length]).toEqual([0, 0]);
    });
  });
});
