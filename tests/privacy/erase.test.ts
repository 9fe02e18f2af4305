import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { addNote, claim } from '../../handlers/desk/ticket-actions.js';
import { merge } from '../../handlers/desk/merge.js';
import { eraseAsker, exportAsker, PRIVACY_LOG, type PrivacyLine } from '../../handlers/desk/person.js';
import { replyToAsker } from '../../handlers/desk/reply-to-asker.js';
import { newRecord, putNewCoach } from '../../handlers/desk/accounts.js';
import { publicCoach, type Coach } from '../../handlers/desk/coach.js';
import type { DeskDeps } from '../../handlers/desk/desk-deps.js';
import { scryptPasswords } from '../../handlers/desk/password.js';
import type { RecordKind } from '../../handlers/ports.js';
import type { Ticket } from '../../handlers/ticket.js';
import { hearingLog } from '../support/hearing-log.js';
import { startRedis, type TestRedis } from '../support/redis-server.js';
import { serve, type Served } from '../support/serve.js';
import { WatchedStore } from '../support/watched-store.js';
import { WebTalk } from '../support/web-talk.js';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

let redis: TestRedis;
beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.remove());

let lives = 0;
/** Words that only this life of Griet has. */
const secretsOf = (life: number) => {
  const n = String(10 + life);
  return {
    name: `Griet Zandloper${n}q`,
    words: `Zolderkamer${n}q`,
    phone: `0478 11 22 ${n}`,
    file: `verdrietfoto${n}q`,
    mark: `teken${n}q`,
  };
};
/** The secrets of this life that a text still holds. */
const shown = (text: string): readonly string[] => {
  const { phone, ...rest } = secretsOf(lives);
  return [...Object.values(rest), phone.slice(-8), phone.slice(-8).replaceAll(' ', '')].filter((secret) =>
    text.includes(secret),
  );
};

describe.each(['SQLite', 'Redis'])('everything of one person, on %s', (kind) => {
  let served: Served;
  let left: WatchedStore;
  let desk: DeskDeps;
  let coach: Coach;
  const log = hearingLog();
  let griet: WebTalk;
  let other: WebTalk;

  beforeAll(async () => {
    served = await serve(kind === 'Redis' ? { REDIS_URL: redis.url, REDIS_NAME: 'erase' } : {}, {
      log,
      aroundStore: (store) => (left = new WatchedStore(store)),
    });
    desk = { ...served.app.deps, passwords: scryptPasswords(16) };
    const record = await newRecord(desk, { name: 'An', email: 'an@voorbeeld.be', password: 'zin vol gras' }, 'lead');
    await desk.store.commit({ puts: putNewCoach(record) });
    coach = publicCoach(record);
  });
  afterAll(() => served.stop());

  const ticketsOf = async (talk: WebTalk): Promise<readonly Ticket[]> =>
    (await desk.store.query<Ticket>({ kind: 'ticket', index: 'conversation', prefix: `${talk.key}|` })).map(
      ({ body }) => body,
    );
  const ticketOf = async (talk: WebTalk): Promise<Ticket> => {
    const ticket = (await ticketsOf(talk)).at(-1);
    if (!ticket) throw new Error('no ticket');
    return ticket;
  };

  /** Every kind of record there is about a person, and everything a coach does with his question. */
  async function live(): Promise<void> {
    lives += 1;
    const { name, words, phone, file, mark } = secretsOf(lives);
    griet = await new WebTalk(served, name).open();
    other = await new WebTalk(served, 'Piet').open();
    const third = await new WebTalk(served, 'Mia').open();
    await griet.say('mijn leerling is minderjarig');
    await griet.upload(`${file}.png`, PNG, 'image/png');
    await griet.say(`${words}: mag dat, vraagt ${name}`);
    await griet.say('coach');
    await griet.say('bel mij', 'callback:altijd');
    await griet.say(phone);
    for (const talk of [other, third]) {
      await talk.say('iets over de dakgoot');
      await talk.say('coach');
    }
    const [hers, his, mias] = await Promise.all([griet, other, third].map(ticketOf));
    await claim(desk, coach, hers!.id);
    await addNote(desk, coach, hers!.id, `${name} belde me ook al`);
    await claim(desk, coach, his!.id);
    await merge(desk, coach, his!.id, hers!.id);
    await griet.say('ook dat', `also-mine:${mias!.id}`);
    await replyToAsker(desk, coach, hers!.id, {
      markdown: 'Dag, vertel eens meer.',
      then: 'waiting-for-mentor',
      once: `once-${hers!.id}`.slice(0, 40),
    });
    await served.app.outbox.flush(griet.key as never);
    const indexes = { conversation: `${griet.key}|x` };
    const put = (of: RecordKind) => ({ kind: of, id: `${of}|${griet.key}`, body: { note: mark }, indexes });
    const kinds: readonly RecordKind[] = ['push', 'survey', 'token', 'identity', 'setting', 'contact'];
    await desk.store.commit({ puts: kinds.map((of) => ({ ...put(of), expect: 'absent' as const })) });
    // A page of long ago on another device, joined to this conversation.
    await desk.store.commit({
      puts: [
        {
          kind: 'identity',
          id: `home|web:before-${griet.conversationId}`,
          body: { owner: griet.key },
          indexes: { conversation: `${griet.key}|` },
          expect: 'absent',
        },
      ],
      appends: [{ log: `dl:before-${griet.conversationId}`, body: { type: 'message', text: `${words} van vroeger` } }],
    });
    const message = {
      id: 'poison',
      conversation: griet.key,
      address: { channel: 'web', conversationId: griet.conversationId, reference: null },
      asker: { id: 'me', name },
      text: `${words} die niemand kon lezen`,
      action: null,
      attachments: [],
      receivedAt: '2026-01-01T08:00:00.000Z',
    };
    await desk.store.commit({
      puts: [
        {
          kind: 'inbox',
          id: `${griet.key}|poison`,
          body: { message, state: 'parked', attempts: 3, failure: 'internal' },
          indexes: { state: `parked|${message.receivedAt}` },
          expect: 'absent',
        },
      ],
    });
  }

  beforeEach(live);

  test('is shown to him on "wat weet je van mij"', async () => {
    const said = await griet.say('wat weet je van mij?');
    for (const part of ['nog geen 18', '+32 478', 'bevraging', 'Notities']) expect(said).toContain(part);
    const { name, words, file } = secretsOf(lives);
    for (const secret of [name, words, file]) expect(said).toContain(secret);
  });

  test('is handed out whole by a coach, who is noted', async () => {
    const { id, number } = await ticketOf(griet);
    const person = JSON.stringify(await exportAsker(desk, coach, id));
    expect(shown(person)).toHaveLength(5);
    expect(person).toContain(PNG.toString('base64'));
    expect(person).not.toContain(other.conversationId);
    expect(person).not.toContain('belde me ook al');
    const lines = await desk.store.readLog<PrivacyLine>(PRIVACY_LOG, 0, 1_000);
    expect(lines.at(-1)?.body).toMatchObject({ by: coach.id, action: 'export', ticket: number });
  });

  test('is gone from every record, log and line of ours when he says so; others keep waiting for their answer', async () => {
    const month = `events:${new Date().toISOString().slice(0, 7)}`;
    const events = await desk.store.readLog(month, 0, 10_000);
    expect(shown(await left.everything())).toHaveLength(5);
    await griet.say('wis mijn gegevens');
    expect(await griet.say('Ja', 'erase-confirmed')).toContain('gewist');
    expect(shown(await left.everything())).toEqual([]);
    expect(shown(log.lines.join('\n'))).toEqual([]);
    expect((await griet.heard()).map(({ text }) => text)).toEqual([expect.stringContaining('gewist')]);
    const going = (await ticketsOf(other)).find(({ status }) => status === 'waiting-for-mentor');
    expect(going).toMatchObject({ question: 'iets over de dakgoot', askerName: 'Piet', notes: [], watchers: [] });
    const after = await desk.store.readLog(month, 0, 10_000);
    expect(after.slice(0, events.length)).toEqual(events);
  });

  test('a page that stood further in the log reads it from its new beginning', async () => {
    const before = (await griet.heard()).length;
    await griet.say('Ja', 'erase-confirmed');
    expect(await griet.heard(String(before))).toHaveLength(1);
    expect(await griet.heard('1')).toHaveLength(0);
  });

  test('who writes again is a newcomer', async () => {
    await griet.say('Ja', 'erase-confirmed');
    await griet.say('hallo');
    expect(await griet.say('mijn vragen')).toContain('nog geen vragen');
  });

  test('is erased by a lead too; he gets a last word about it, which leaves no trace', async () => {
    const { id } = await ticketOf(griet);
    await eraseAsker(desk, coach, id);
    await served.app.outbox.flush(griet.key as never);
    expect((await griet.heard()).map(({ text }) => text)).toEqual([expect.stringContaining('wiste een coach alles')]);
    expect(shown(await left.everything())).toEqual([]);
    expect(await desk.store.query({ kind: 'outbox', index: 'conversation', prefix: `${griet.key}|` })).toEqual([]);
    expect(await desk.store.query({ kind: 'identity', index: 'conversation', prefix: `${griet.key}|` })).toEqual([]);
  });
});
