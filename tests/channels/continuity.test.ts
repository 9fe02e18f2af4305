import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { scryptPasswords } from '../../handlers/desk/password.js';
import type { Coach } from '../../handlers/desk/coach.js';
import { replyToAsker } from '../../handlers/desk/reply-to-asker.js';
import { RECORD_KINDS } from '../../handlers/ports.js';
import { findPersonal } from '../../handlers/privacy/personal-records.js';
import { conversationKey } from '../../handlers/message.js';
import type { Ticket } from '../../handlers/ticket.js';
import { codeFrom, findCode, sayCode } from '../../handlers/continuity/code.js';
import { eventually } from '../support/eventually.js';
import { FakeGraph } from '../support/fake-graph.js';
import { FakeMeta, type Person } from '../support/fake-meta.js';
import { serve, type Served } from '../support/serve.js';
import { PageTalk } from '../support/page-talk.js';

const graph = new FakeGraph();
let served: Served;
let now = new Date('2026-11-23T09:00:00Z');
const meta = new FakeMeta(
  () => served.origin,
  graph,
  () => now,
);
const later = (minutes: number): void => {
  now = new Date(now.getTime() + minutes * 60_000);
};
beforeAll(async () => {
  await graph.start();
  served = await serve(
    { ...meta.environment, PUBLIC_URL: 'https://mentorlijn.example' },
    { clock: { now: () => now } },
  );
});
afterAll(async () => {
  await served.stop();
  graph.stop();
});
beforeEach(() => later(120));
afterEach(() => {
  expect(graph.mistakes).toEqual([]);
  graph.reset();
});

let people = 0;
const somebody = (): Person => {
  people += 1;
  return { name: 'An', phone: `3246${String(people).padStart(7, '0')}`, userId: `BE.5${String(people)}` };
};
const phone = (person: Person): string => person.phone ?? '';
const web = () => new PageTalk(served, 'An').open();
const lastTicket = async (): Promise<Ticket> => {
  const [found] = await served.app.deps.store.query<Ticket>({
    kind: 'ticket',
    index: 'created',
    order: 'desc',
    limit: 1,
  });
  if (!found) throw new Error('no ticket');
  return found.body;
};
let replies = 0;
const coachSays = async (markdown: string) =>
  replyToAsker(
    { ...served.app.deps, passwords: scryptPasswords() },
    { id: 'c1', name: 'An' } as Coach,
    (await lastTicket()).id,
    {
      markdown,
      then: 'answered',
      once: `r${String((replies += 1))}`,
    },
  );
const codeIn = (texts: readonly string[]): string => sayCode(findCode(texts.join('\n'))!);
/** A web conversation with an open question and a code for it. */
async function asked(): Promise<{ page: PageTalk; code: string; number: number }> {
  const page = await web();
  await page.say('hij is ziek, wie betaalt');
  await page.say('OAO');
  await page.say('iets waar niemand iets van weet');
  await page.say('coach');
  await page.say('verder op whatsapp');
  const heard = await page.until(5);
  return { page, code: codeIn(heard), number: (await lastTicket()).number };
}

describe('the page of another device', () => {
  const older = async (page: PageTalk): Promise<readonly { readonly text: string }[]> =>
    ((await page.call('GET', `/conversations/${page.conversationId}/older`)) as { activities: { text: string }[] })
      .activities;

  test('shows what was said before it joined, and nothing of later or of others', async () => {
    const { page, code } = await asked();
    later(1);
    const other = await web();
    await other.say('wat is een prestatiestaat');
    expect(await older(other)).toEqual([]);
    await other.say(code);
    await page.until(6);
    await page.say('mijn vragen');
    await page.until(7);
    const texts = (await older(other)).map(({ text }) => text);
    expect(texts.filter((text) => text.includes('hij is ziek'))).toHaveLength(1);
    expect(texts.filter((text) => /prestatiestaat|mijn vragen/.test(text))).toEqual([]);
    expect(await older(page)).toEqual([]);
  });

  test('forgets it when everything is erased, or when it leaves', async () => {
    const { code } = await asked();
    later(1);
    const other = await web();
    await other.say(code);
    expect((await older(other)).length).toBeGreaterThan(0);
    await other.say('ontkoppel');
    expect(await older(other)).toEqual([]);
  });
});

describe('from the page to WhatsApp', () => {
  test('with the code everything follows: what is known, the open question, and the coach’s answer', async () => {
    const { page, code, number } = await asked();
    const an = somebody();
    const link = (await page.texts()).join('\n');
    expect(link).toContain(`https://wa.me/3225550123?text=Verder%20met%20code%20${code}`);
    await meta.say(an, `Verder met code ${code}`);
    const [joined] = await graph.until(phone(an), 1);
    expect(joined?.text).toContain('Je gesprek gaat hier verder');
    expect(joined?.text).toContain('OAO');
    await meta.say(an, 'mijn vragen');
    expect((await graph.until(phone(an), 2))[1]?.text).toContain(`Vraag ${String(number)}`);
    expect((await page.until(6))[5]).toContain('gaat nu verder op WhatsApp');
    await coachSays('Dit is het antwoord.');
    expect((await graph.until(phone(an), 3))[2]?.text).toContain('Dit is het antwoord.');
    expect(await page.texts()).toHaveLength(6);
  });

  test('writing on the page again brings the answers back to the page', async () => {
    const { page, code } = await asked();
    const an = somebody();
    await meta.say(an, code);
    await graph.until(phone(an), 1);
    await page.say('mijn vragen');
    await page.until(7);
    await coachSays('Antwoord op de pagina.');
    expect((await page.until(8))[7]).toContain('Antwoord op de pagina.');
    expect(graph.to(phone(an))).toHaveLength(1);
  });

  test('an answer that WhatsApp holds back comes along to the page', async () => {
    const { page, code } = await asked();
    const an = somebody();
    await meta.say(an, code);
    await graph.until(phone(an), 1);
    later(25 * 60);
    await coachSays('Antwoord dat wachtte.');
    expect((await graph.until(phone(an), 2))[1]?.type).toBe('template');
    await served.app.outbox.idle();
    await page.comeBack();
    await page.say('mijn vragen');
    const heard = (await page.until(8)).join('\n');
    expect(heard).toContain('Antwoord dat wachtte.');
    await meta.say(an, 'mijn vragen');
    await graph.until(phone(an), 3);
    expect(graph.to(phone(an)).filter(({ text }) => text.includes('Antwoord dat wachtte.'))).toEqual([]);
  });

  test('the same event twice joins once', async () => {
    const { code } = await asked();
    const an = somebody();
    const event = meta.event(an, { messages: [meta.words(an, code)] });
    await meta.post(event);
    await graph.until(phone(an), 1);
    await meta.post(event);
    await meta.say(an, 'wat is een prestatiestaat');
    const texts = (await graph.until(phone(an), 2)).map(({ text }) => text);
    expect(texts).toHaveLength(2);
    expect(texts[1]).toContain('lijst van gewerkte dagen');
  });
});

describe('from WhatsApp to the page', () => {
  test('questions asked there before go along', async () => {
    const an = somebody();
    await meta.say(an, 'iets waar niemand iets van weet');
    await graph.until(phone(an), 1);
    await meta.say(an, 'coach');
    await graph.until(phone(an), 2);
    const first = (await lastTicket()).number;
    await meta.say(an, 'code');
    const shown = await graph.until(phone(an), 3);
    expect(shown[2]?.text).toContain('https://mentorlijn.example/verder/ML-');
    expect(shown[2]?.text).not.toContain('wa.me');
    const page = await web();
    await page.say('nog iets waar niemand iets van weet');
    await page.say('coach');
    await page.until(2);
    const second = (await lastTicket()).number;
    await page.say(`verder met code ${codeIn(shown.map(({ text }) => text))}`);
    await page.say('mijn vragen');
    const mine = (await page.until(4))[3] ?? '';
    expect(mine).toContain(`Vraag ${String(first)}`);
    expect(mine).toContain(`Vraag ${String(second)}`);
  });

  test('erasing takes both channels: no word, number or id of him is left', async () => {
    const an = somebody();
    await meta.say(an, 'iets over Zwaluwstaart');
    await graph.until(phone(an), 1);
    await meta.say(an, 'coach');
    await graph.until(phone(an), 2);
    await meta.say(an, 'code');
    const code = codeIn((await graph.until(phone(an), 3)).map(({ text }) => text));
    const page = await web();
    await page.say('iets over Zandloper');
    await page.say(code);
    await page.until(2);
    // The phone is told that it goes on elsewhere: nothing is on its way any more.
    await graph.until(phone(an), 4);
    await served.app.outbox.idle();
    await page.say('wis mijn gegevens');
    await page.say('ja');
    await eventually(async () => expect(await page.texts()).toEqual([expect.stringContaining('gewist')]));
    await served.app.outbox.idle();
    const key = (await lastKeys()).find((one) => one.startsWith('whatsapp:'));
    expect(key).toBeUndefined();
    expect(await everything()).not.toMatch(new RegExp(`Zwaluwstaart|Zandloper|${phone(an)}|${an.userId ?? ''}"`));
  });
});

/** Keys of conversations that are still there. */
async function lastKeys(): Promise<readonly string[]> {
  const found = await served.app.deps.store.query<{ key: string }>({ kind: 'conversation', index: 'updated' });
  const mine = await Promise.all(found.map(async ({ body }) => ((await hasWords(body.key)) ? body.key : null)));
  return mine.filter((key) => key !== null);
}
async function hasWords(key: string): Promise<boolean> {
  const lines = await served.app.deps.store.readLog<{ text: string }>(`talk:${key}`, 0, 500);
  return lines.some(({ body }) => /Zwaluwstaart|Zandloper/.test(body.text));
}
/** Every record that any index finds, as text. */
async function everything(): Promise<string> {
  const names = [
    'conversation',
    'updated',
    'created',
    'state',
    'queue',
    'failed',
    'held',
    'ticket',
    'outbox',
    'fetch',
    'due',
  ];
  const found = await Promise.all(
    RECORD_KINDS.flatMap((kind) => names.map((index) => served.app.deps.store.query({ kind, index }))),
  );
  return JSON.stringify(found.flat().filter(({ kind }) => kind !== 'lock'));
}

describe('a code', () => {
  test('works once', async () => {
    const { code } = await asked();
    const [one, two] = [somebody(), somebody()];
    await meta.say(one, code);
    await graph.until(phone(one), 1);
    await meta.say(two, code);
    expect((await graph.until(phone(two), 1))[0]?.text).toContain('Die code ken ik niet');
  });

  test('works for a quarter of an hour', async () => {
    const { code } = await asked();
    later(16);
    const an = somebody();
    await meta.say(an, code);
    expect((await graph.until(phone(an), 1))[0]?.text).toContain('Die code ken ik niet');
  });

  test('asked again ends the one before', async () => {
    const { page, code } = await asked();
    await page.say('code');
    const newer = codeIn([(await page.until(6))[5] ?? '']);
    expect(newer).not.toBe(code);
    const an = somebody();
    await meta.say(an, code);
    expect((await graph.until(phone(an), 1))[0]?.text).toContain('Die code ken ik niet');
    await meta.say(an, newer);
    expect((await graph.until(phone(an), 2))[1]?.text).toContain('Je gesprek gaat hier verder');
  });

  test('typed where it was made says where to type it', async () => {
    const { page, code } = await asked();
    await page.say(code);
    expect((await page.until(6))[5]).toContain('Typ ze daar');
  });

  test('cannot be guessed: after five wrong ones the right one is refused too', async () => {
    const { code } = await asked();
    const an = somebody();
    for (let count = 1; count <= 5; count += 1) {
      await meta.say(an, `ML-2222-222${String(count + 1)}`);
      await graph.until(phone(an), count);
    }
    await meta.say(an, code);
    expect((await graph.until(phone(an), 6))[5]?.text).toContain('Te veel foute codes');
  });

  test('is not made without end', async () => {
    const page = await web();
    for (let count = 0; count < 11; count += 1) await page.say('code');
    expect((await page.until(11))[10]).toContain('Je vroeg al veel codes');
  });

  test.each([
    ['ML-7KQ4-92XD', '7KQ492XD'],
    ['ml 7kq4 92xd', '7KQ492XD'],
    ['Verder met code ml7kq492xd.', '7KQ492XD'],
    ['ML-7KQ4-92X', null],
    ['html7kq492xd', null],
    ['ML-7KQ0-92XD', null],
    ['5 ml kwik doen', null],
  ])('in %j', (text, code) => {
    expect(findCode(text)).toBe(code);
  });

  test('every sign of a code is one that is read well', () => {
    for (const secret of ['AAAAAAAA', 'zzzzzzzz', '0123-_xY', 'short'])
      expect(codeFrom(secret)).toMatch(/^[2-9A-HJ-NP-Z]{8}$/);
  });
});

describe('"ontkoppel"', () => {
  test('typed in the joined channel: a conversation of its own again', async () => {
    const { code, number } = await asked();
    const an = somebody();
    await meta.say(an, code);
    await graph.until(phone(an), 1);
    await meta.say(an, 'ontkoppel');
    expect((await graph.until(phone(an), 2))[1]?.text).toContain('Losgemaakt');
    await meta.say(an, 'mijn vragen');
    expect((await graph.until(phone(an), 3))[2]?.text).not.toContain(String(number));
  });

  test('typed at home: the other channel is out', async () => {
    const { page, code } = await asked();
    const an = somebody();
    await meta.say(an, code);
    await graph.until(phone(an), 1);
    await page.say('ontkoppel');
    expect((await page.until(7))[6]).toContain('Losgemaakt');
    await meta.say(an, 'mijn vragen');
    expect((await graph.until(phone(an), 2))[1]?.text).toContain('nog geen vragen');
  });

  test('typed by who never joined', async () => {
    const page = await web();
    await page.say('ontkoppel');
    expect((await page.until(1))[0]).toContain('nergens aan gekoppeld');
  });
});

describe('links', () => {
  const get = (path: string) => fetch(`${served.origin}${path}`, { redirect: 'manual' });
  test.each([
    ['/verder/ML-7KQ4-92XD', '/#verder=ML-7KQ4-92XD'],
    ['/verder/ML-7KQ4-92XD/whatsapp', 'https://wa.me/3225550123?text=Verder%20met%20code%20ML-7KQ4-92XD'],
  ])('%s leads to %s', async (path, to) => {
    const response = await get(path);
    expect([response.status, response.headers.get('location')]).toEqual([302, to]);
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  test('a picture for a phone’s camera', async () => {
    const response = await get('/verder/ML-7KQ4-92XD/qr.svg');
    expect(response.headers.get('content-type')).toContain('image/svg+xml');
    expect(await response.text()).toContain('<svg');
  });

  test.each(['/verder/hallo', '/verder/ML-7KQ4', '/verder/%3Cscript%3E/qr.svg'])('%s does not exist', async (path) => {
    expect((await get(path)).status).toBe(404);
  });
});

test('who joined is found whole: his conversation, codes and the ids of his channels', async () => {
  const { page, code } = await asked();
  const an = somebody();
  await meta.say(an, code);
  await graph.until(phone(an), 1);
  const found = await findPersonal(served.app.deps.store, conversationKey('web', page.conversationId));
  const ids = found.others.filter(({ kind }) => kind === 'identity').map(({ id }) => id.split('|')[0]);
  expect([...ids].sort()).toEqual(['home', 'wa', 'wa-phone', 'wa-user']);
});
