import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Conversation } from '../../handlers/conversation.js';
import type { Ticket } from '../../handlers/ticket.js';
import { eventually, until } from '../support/eventually.js';
import { FakeGraph } from '../support/fake-graph.js';
import { FakeMeta, JAN, type Person } from '../support/fake-meta.js';
import { serve, type Served } from '../support/serve.js';

const graph = new FakeGraph();
let served: Served;
const meta = new FakeMeta(() => served.origin, graph);
beforeAll(async () => {
  await graph.start();
  served = await serve(meta.environment);
});
afterAll(async () => {
  await served.stop();
  graph.stop();
});
afterEach(() => {
  expect(graph.mistakes).toEqual([]);
  graph.reset();
});

let people = 0;
/** Somebody new, so that tests do not share a conversation. */
const somebody = (): Person => ({
  name: 'An',
  phone: `3247${String((people += 1)).padStart(7, '0')}`,
  userId: `BE.2${String(people)}`,
});
const PHONE = (person: Person): string => person.phone ?? '';
const conversations = async () =>
  (await served.app.deps.store.query<Conversation>({ kind: 'conversation', index: 'updated' })).map(({ body }) => body);
const tickets = async () =>
  (await served.app.deps.store.query<Ticket>({ kind: 'ticket', index: 'created' })).map(({ body }) => body);

describe('registration', () => {
  const verify = async (query: string) => {
    const response = await fetch(`${served.origin}/webhooks/whatsapp?${query}`);
    return { status: response.status, text: await response.text() };
  };

  test('Meta gets its challenge back for the right word', async () => {
    expect(await verify('hub.mode=subscribe&hub.verify_token=verify-me&hub.challenge=12345')).toEqual({
      status: 200,
      text: '12345',
    });
  });

  test.each([
    ['a wrong word', 'hub.mode=subscribe&hub.verify_token=nope&hub.challenge=1', 403],
    ['no word', 'hub.mode=subscribe&hub.challenge=1', 403],
    ['two words', 'hub.mode=subscribe&hub.verify_token=verify-me&hub.verify_token=verify-me&hub.challenge=1', 403],
    ['another mode', 'hub.mode=other&hub.verify_token=verify-me&hub.challenge=1', 403],
    ['no challenge', 'hub.mode=subscribe&hub.verify_token=verify-me', 400],
    ['a challenge that is markup', 'hub.mode=subscribe&hub.verify_token=verify-me&hub.challenge=%3Cb%3E', 400],
  ])('%s is refused', async (_name, query, status) => {
    expect((await verify(query)).status).toBe(status);
  });
});

describe('signature', () => {
  const body = () => JSON.stringify(meta.event(JAN, { messages: [meta.words(JAN, 'dimona')] }));
  test.each([
    ['none', ''],
    ['no scheme', 'abc'],
    ['another scheme', 'sha1=abc'],
    ['of other bytes', 'other'],
  ])('%s is refused and nothing is taken in', async (_name, header) => {
    const given = header === 'other' ? meta.sign('{}') : header;
    expect(await meta.post(body(), { 'x-hub-signature-256': given })).toBe(401);
    expect(graph.shown).toEqual([]);
  });

  test('over the very bytes: white space counts', async () => {
    const spaced = `  ${body()}  `;
    expect(await meta.post(spaced, { 'x-hub-signature-256': meta.sign(body()) })).toBe(401);
  });

  test.each([
    ['no json', 'hello', 400],
    ['null', 'null', 200],
    ['a list', '[]', 200],
    ['an empty event', '{}', 200],
  ])('signed %s', async (_name, text, status) => {
    expect(await meta.post(text)).toBe(status);
  });

  test('an event for another number is passed by', async () => {
    const other = JSON.stringify(meta.event(JAN, { messages: [meta.words(JAN, 'dimona')] })).replaceAll(
      graph.phoneNumberId,
      '999',
    );
    expect(await meta.post(other)).toBe(200);
    expect(graph.shown).toEqual([]);
  });
});

describe('a conversation', () => {
  test('a question is marked read and answered, with a list of buttons', async () => {
    const an = somebody();
    expect(await meta.say(an, 'moet ik dimona doen')).toBe(200);
    const [answer] = await graph.until(PHONE(an), 1);
    expect(answer?.text).toContain('Ja, voor hij begint.');
    expect(answer?.buttons.map(({ title }) => title)).toEqual(['Geholpen', 'Niet echt', 'Vraag de coach']);
    await until(() => graph.read.length === 1, 'the mark that it was read');
  });

  test('a pressed button and its typed number do the same', async () => {
    const an = somebody();
    await meta.say(an, 'moet ik dimona doen');
    const [answer] = await graph.until(PHONE(an), 1);
    const helped = answer?.buttons[0];
    await meta.post(meta.event(an, { messages: [meta.press(an, helped?.id ?? '', helped?.title ?? '')] }));
    expect((await graph.until(PHONE(an), 2))[1]?.text).toContain('Fijn dat het helpt');
    await meta.say(an, 'moet ik dimona doen');
    await graph.until(PHONE(an), 3);
    await meta.say(an, '1');
    expect((await graph.until(PHONE(an), 4))[3]?.text).toContain('Fijn dat het helpt');
  });

  test('an emergency is answered at once and makes a red ticket', async () => {
    const an = somebody();
    await meta.say(an, 'hij zit onder het bloed');
    expect((await graph.until(PHONE(an), 1))[0]?.text).toContain('*112*');
    expect((await tickets()).at(-1)).toMatchObject({ urgency: 'medical', address: { channel: 'whatsapp' } });
  });

  test('several messages of one event are each answered, in the order of their clocks', async () => {
    const an = somebody();
    const now = Math.floor(Date.now() / 1_000);
    const first = meta.words(an, 'wat is een prestatiestaat', { timestamp: String(now - 5) });
    const second = meta.words(an, 'moet ik dimona doen', { timestamp: String(now) });
    await meta.post(meta.event(an, { messages: [second, first] }));
    const texts = (await graph.until(PHONE(an), 2)).map(({ text }) => text);
    expect(texts[0]).toContain('Een lijst van gewerkte dagen');
    expect(texts[1]).toContain('Ja, voor hij begint');
  });

  test('the same event five times at once is answered once', async () => {
    const an = somebody();
    const event = meta.event(an, { messages: [meta.words(an, 'moet ik dimona doen')] });
    expect(await Promise.all([1, 2, 3, 4, 5].map(() => meta.post(event)))).toEqual([200, 200, 200, 200, 200]);
    await graph.until(PHONE(an), 1);
    expect(await meta.post(event)).toBe(200);
    await meta.say(an, 'wat is een prestatiestaat');
    expect(
      (await graph.until(PHONE(an), 2)).map(({ text }) => text.includes('Dimona') || text.includes('Ja, voor')),
    ).toEqual([true, false]);
  });

  test('"stop" silences what is unasked and "start" lifts it', async () => {
    const an = somebody();
    await meta.say(an, 'stop');
    await graph.until(PHONE(an), 1);
    const mine = async () => (await conversations()).at(-1)?.stopped;
    expect(await mine()).toBe(true);
    await meta.say(an, 'Start');
    expect((await graph.until(PHONE(an), 2))[1]?.text).toContain('Ik ben er weer');
    expect(await mine()).toBe(false);
  });
});

describe('who somebody is', () => {
  const an = (more: Partial<Person>): Person => ({ ...somebody(), ...more });

  test('without a number he is answered by his id', async () => {
    const person = an({ phone: null });
    await meta.say(person, 'moet ik dimona doen');
    expect((await graph.until(person.userId ?? '', 1))[0]?.text).toContain('Ja, voor hij begint');
  });

  test('with the number, then without it: one conversation', async () => {
    const person = an({});
    await meta.say(person, 'moet ik dimona doen');
    await graph.until(PHONE(person), 1);
    const before = (await conversations()).length;
    await meta.say({ ...person, phone: null }, 'wat is een prestatiestaat');
    await graph.until(PHONE(person), 2);
    expect(await conversations()).toHaveLength(before);
  });

  test('an old number without an id, and later the id: one conversation', async () => {
    const person = an({ userId: null });
    await meta.say(person, 'moet ik dimona doen');
    await graph.until(PHONE(person), 1);
    const before = (await conversations()).length;
    await meta.say({ ...person, userId: 'BE.777' }, 'wat is een prestatiestaat');
    await graph.until(PHONE(person), 2);
    await meta.say({ ...person, phone: null, userId: 'BE.777' }, 'moet ik dimona doen');
    await graph.until(PHONE(person), 3);
    expect(await conversations()).toHaveLength(before);
  });

  test('a number that comes with another id is somebody else', async () => {
    const person = an({});
    await meta.say(person, 'moet ik dimona doen');
    await graph.until(PHONE(person), 1);
    const before = (await conversations()).length;
    await meta.say({ ...person, userId: 'BE.888' }, 'mijn vragen');
    await graph.until(PHONE(person), 2);
    expect(await conversations()).toHaveLength(before + 1);
  });

  test('a changed id keeps the conversation, also when a late message still has the old one', async () => {
    const person = an({ phone: null });
    await meta.say(person, 'moet ik dimona doen');
    await graph.until(person.userId ?? '', 1);
    const before = (await conversations()).length;
    const now = `${person.userId ?? ''}99`;
    const system = {
      type: 'system',
      system: {
        type: 'user_changed_user_id',
        user_id: now,
        body: `User An changed from ${person.userId ?? ''} to ${now}`,
      },
    };
    await meta.post(meta.event(null, { messages: [meta.message({ ...person, userId: null }, system)] }));
    await meta.say(person, 'wat is een prestatiestaat');
    await graph.until(now, 1);
    await meta.say({ ...person, userId: now }, 'moet ik dimona doen');
    await graph.until(now, 2);
    expect(await conversations()).toHaveLength(before);
  });
});

describe('what is no text', () => {
  test.each([
    ['an image', { type: 'image', image: { id: 'm1', mime_type: 'image/jpeg' } }],
    ['a voice note', { type: 'audio', audio: { id: 'm2', mime_type: 'audio/ogg; codecs=opus', voice: true } }],
    ['a video', { type: 'video', video: { id: 'm3', mime_type: 'video/mp4' } }],
    ['a document', { type: 'document', document: { id: 'm4', mime_type: 'application/pdf', filename: 'x.pdf' } }],
    ['a sticker', { type: 'sticker', sticker: { id: 'm5', mime_type: 'image/webp' } }],
    ['a place', { type: 'location', location: { latitude: 50.85, longitude: 4.35, name: 'Werf' } }],
    [
      'a contact',
      { type: 'contacts', contacts: [{ name: { formatted_name: 'Piet' }, phones: [{ phone: '+32470' }] }] },
    ],
  ])('%s is answered with a request to type', async (_name, content) => {
    const an = somebody();
    await meta.post(meta.event(an, { messages: [meta.message(an, content)] }));
    expect((await graph.until(PHONE(an), 1))[0]?.text).toContain('Typ je vraag');
  });

  test('something unknown gets a friendly word too', async () => {
    const an = somebody();
    await meta.post(
      meta.event(an, { messages: [meta.message(an, { type: 'unsupported', errors: [{ code: 131051 }] })] }),
    );
    expect((await graph.until(PHONE(an), 1))[0]?.text).toContain('Typ je vraag');
  });

  test('an image with words under it is read by its words', async () => {
    const an = somebody();
    const image = { type: 'image', image: { id: 'm9', mime_type: 'image/jpeg', caption: 'moet ik dimona doen' } };
    await meta.post(meta.event(an, { messages: [meta.message(an, image)] }));
    expect((await graph.until(PHONE(an), 1))[0]?.text).toContain('Ja, voor hij begint');
  });

  test('a reaction is kept for the coach and not answered', async () => {
    const an = somebody();
    await meta.say(an, 'moet ik dimona doen');
    const [answer] = await graph.until(PHONE(an), 1);
    const reaction = { type: 'reaction', reaction: { message_id: answer?.id, emoji: '👍' } };
    await meta.post(meta.event(an, { messages: [meta.message(an, reaction)] }));
    await meta.say(an, 'coach');
    await graph.until(PHONE(an), 2);
    const key = (await tickets()).at(-1)?.conversation;
    await eventually(async () => {
      const talk = await served.app.deps.store.readLog<{ text: string }>(`talk:${String(key)}`, 0, 100);
      expect(talk.map(({ body }) => body.text)).toContain('[reactie: 👍]');
    });
    expect(graph.to(PHONE(an))).toHaveLength(2);
  });
});

test('what is said in a group is passed by', async () => {
  const an = somebody();
  await meta.say(an, 'moet ik dimona doen', { group_id: 'g1' });
  await meta.say(an, 'wat is een prestatiestaat');
  const texts = (await graph.until(PHONE(an), 1)).map(({ text }) => text);
  expect(texts.join()).not.toContain('Ja, voor hij begint');
});

test('"wis mijn gegevens": told so, and no number, id or receipt of him is left', async () => {
  const an = somebody();
  await meta.say(an, 'moet ik dimona doen');
  await graph.until(PHONE(an), 1);
  await meta.say(an, 'wis mijn gegevens');
  await graph.until(PHONE(an), 2);
  await meta.say(an, 'ja');
  expect((await graph.until(PHONE(an), 3))[2]?.text).toContain('gewist');
  const { store } = served.app.deps;
  const left = async () => {
    await served.app.outbox.idle();
    const found = await Promise.all(
      (['identity', 'receipt', 'conversation', 'outbox'] as const).flatMap((kind) =>
        ['conversation', 'updated', 'queue', 'outbox'].map((index) => store.query({ kind, index })),
      ),
    );
    return JSON.stringify(found.flat());
  };
  await eventually(async () => {
    const text = await left();
    expect(text).not.toContain(PHONE(an));
    expect(text).not.toContain(graph.to(PHONE(an))[2]?.id);
  });
});

test('without its settings the address says that WhatsApp is off', async () => {
  const off = await serve();
  const response = await fetch(`${off.origin}/webhooks/whatsapp?hub.mode=subscribe`);
  expect(response.status).toBe(404);
  expect(await response.text()).toContain('WhatsApp is off');
  await off.stop();
});
