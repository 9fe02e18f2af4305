import { beforeEach, describe, expect, test } from '@jest/globals';
import { putContactLog } from '../../handlers/contacts/contact-log.js';
import { listContacts } from '../../handlers/contacts/read-contacts.js';
import type { ContactLog } from '../../handlers/contacts/views.js';
import { findCode, sayCode } from '../../handlers/continuity/code.js';
import { conversationKey } from '../../handlers/message.js';
import { keepRetention } from '../../handlers/privacy/retention.js';
import { DeskStage } from '../desk/desk-stage.js';

const YEAR = '2026-2027';
const DAYS = { transcript: 180, conversation: 400, ticket: 730, file: 60 };
const logOf = (who: string): ContactLog => ({
  conversation: conversationKey('web', who),
  channel: 'web',
  year: YEAR,
  name: who,
  label: null,
  moments: [],
});

let stage: DeskStage;
beforeEach(async () => {
  stage = new DeskStage().at('2026-11-18T10:00:00+01:00');
  await stage.say('dag', { who: 'jan' });
  await stage.store.commit({ puts: [putContactLog(logOf('jan'), 0)] });
});
const names = async () => (await listContacts(stage.desk, YEAR)).map(({ name }) => name);
const clean = async (at: string): Promise<void> => {
  stage.at(at);
  await keepRetention(stage.deps, DAYS);
  await stage.store.sweep(new Date(at));
};

describe('the log of contacts, for the statement of a firm', () => {
  test('stays two years after its school year, also when the mentor has been quiet for longer than we remember him', async () => {
    await clean('2028-12-01T03:00:00Z');
    expect([await stage.conversation('jan'), await names()]).toEqual([null, ['jan']]);
    await clean('2029-08-31T03:00:00Z');
    expect(await names()).toEqual(['jan']);
    await clean('2029-09-01T03:00:00Z');
    expect(await names()).toEqual([]);
  });

  test('goes along to the conversation its mentor joins, in the list of the year and with the same term', async () => {
    const { text } = await stage.say('verder op een ander toestel', { who: 'piet' });
    const code = findCode(text);
    if (!code) throw new Error('no code');
    await stage.say(sayCode(code), { who: 'jan' });
    const [moved] = await stage.store.query<ContactLog>({ kind: 'contact', index: 'year', prefix: `${YEAR}|` });
    const piet = conversationKey('web', 'piet');
    expect([moved?.body.conversation, moved?.indexes]).toEqual([
      piet,
      { conversation: `${piet}|${YEAR}`, year: `${YEAR}|${piet}` },
    ]);
    await clean('2029-09-01T03:00:00Z');
    expect(await names()).toEqual([]);
  });
});
