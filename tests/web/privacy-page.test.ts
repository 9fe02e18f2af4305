import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { serve, type Served } from '../support/serve.js';

let served: Served;
beforeAll(async () => {
  served = await serve({
    RETENTION_TRANSCRIPT_DAYS: '31',
    RETENTION_CONVERSATION_DAYS: '97',
    RETENTION_TICKET_DAYS: '365',
    RETENTION_FILE_DAYS: '1',
    PRIVACY_CONTACT: 'De Sector vzw, privacy@voorbeeld.be',
  });
});
afterAll(() => served.stop());

describe('the page about privacy', () => {
  test('names the very terms that the nightly run keeps', async () => {
    const text = await (await fetch(`${served.origin}/privacy`)).text();
    for (const term of ['31 dagen na je laatste', '97 dagen na je laatste', '365 dagen nadat', '>1 dag<'])
      expect(text).toContain(term);
  });

  test('says that it is a bot, who is responsible and how to have everything erased', async () => {
    const text = await (await fetch(`${served.origin}/privacy`)).text();
    for (const part of ['<strong>bot</strong>', 'De Sector vzw', 'wis mijn gegevens', 'wat weet je van mij'])
      expect(text).toContain(part);
  });

  test('is linked at the foot of every public page', async () => {
    for (const path of ['/faq', '/begrippen', '/faq/dimona', '/privacy'])
      expect(await (await fetch(served.origin + path)).text()).toContain('href="/privacy"');
  });
});
