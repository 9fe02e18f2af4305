import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, test } from '@jest/globals';
import { startNightlyRetention } from '../../bot/nightly-retention.js';
import { LockWatch } from '../../handlers/lock-watch.js';
import { newRecord, putNewCoach } from '../../handlers/desk/accounts.js';
import { publicCoach, type Coach } from '../../handlers/desk/coach.js';
import type { DeskDeps } from '../../handlers/desk/desk-deps.js';
import { scryptPasswords } from '../../handlers/desk/password.js';
import { replyToAsker } from '../../handlers/desk/reply-to-asker.js';
import { addNote, claim } from '../../handlers/desk/ticket-actions.js';
import type { Ticket } from '../../handlers/ticket.js';
import { eventually } from '../support/eventually.js';
import { FakeGraph } from '../support/fake-graph.js';
import { FakeMeta, type Person } from '../support/fake-meta.js';
import { startRedis, type TestRedis } from '../support/redis-server.js';
import { serve, type Served } from '../support/serve.js';
import { PNG } from '../support/small-files.js';
import { WatchedStore } from '../support/watched-store.js';
import { WebTalk } from '../support/web-talk.js';

const DAYS = { transcript: 180, conversation: 400, ticket: 730, file: 60 };
/** What only this person has: on the page, and on WhatsApp. */
const NAME = 'Griet Zandloper';
const WORDS = 'Zolderkamerverdriet';
const PHONE = '32478112299';
/** Of somebody who only ever sent a thumb. */
const THUMB = '32478334455';
const DAY = 86_400_000;

const graph = new FakeGraph();
let lives = 0;
let redis: TestRedis;
beforeAll(async () => {
  redis = await startRedis();
  await graph.start();
});
afterAll(async () => {
  graph.stop();
  await redis.remove();
});

describe.each(['SQLite', 'Redis'])('every term of what is kept, on %s', (kind) => {
  let served: Served;
  let left: WatchedStore;
  let desk: DeskDeps;
  let coach: Coach;
  let page: WebTalk;
  let now = 0;
  const clock = { now: () => new Date(now) };
  const meta = new FakeMeta(() => served.origin, graph, clock.now);
  const person: Person = { name: NAME, phone: PHONE, userId: 'BE.99887766' };

  const thumb: Person = { name: 'Duim', phone: THUMB, userId: 'BE.99554433' };

  beforeEach(async () => {
    now = Date.parse('2026-11-23T10:00:00+01:00');
    graph.reset();
    served = await serve(
      {
        ...meta.environment,
        ...(kind === 'Redis' ? { REDIS_URL: redis.url, REDIS_NAME: `terms-${String((lives += 1))}` } : {}),
      },
      { clock, aroundStore: (store) => (left = new WatchedStore(store)) },
    );
    desk = { ...served.app.deps, passwords: scryptPasswords(16) };
    const record = await newRecord(desk, { name: 'An', email: 'an@voorbeeld.be', password: 'zin vol gras' }, 'lead');
    await desk.store.commit({ puts: putNewCoach(record) });
    coach = publicCoach(record);
  });
  afterEach(() => served.stop());

  async function helpEverybody(): Promise<void> {
    const tickets = await desk.store.query<Ticket>({ kind: 'ticket', index: 'created' });
    for (const { body } of tickets) {
      await claim(desk, coach, body.id);
      await addNote(desk, coach, body.id, `${NAME} belde me ook`, `note-${body.id}`.slice(0, 40));
      const once = `once-${body.id}`.slice(0, 40);
      await replyToAsker(desk, coach, body.id, { markdown: `Dag, over ${WORDS}.`, then: 'answered', once });
    }
    await served.app.outbox.sendDue();
    await served.app.outbox.idle();
  }

  /** A question with a photo, a number to call and a coach's answer; on the page, and on WhatsApp. */
  async function live(): Promise<void> {
    page = await new WebTalk(served, NAME).open();
    await page.say('mijn leerling heeft een OAO');
    await page.upload(`${WORDS}.png`, PNG, 'image/png');
    await page.say(`${WORDS}: mag dat, vraagt ${NAME}`);
    await page.say('coach');
    await page.say('bel mij', 'callback:altijd');
    await page.say('0478 11 22 99');
    await page.say('ga verder op een ander toestel');
    await meta.say(person, `iets over ${WORDS}`);
    await graph.until(PHONE, 1);
    await meta.say(person, 'coach');
    await graph.until(PHONE, 2);
    await meta.post(
      meta.event(thumb, {
        messages: [meta.message(thumb, { type: 'reaction', reaction: { emoji: '👍', message_id: 'wamid.x' } })],
      }),
    );
    await helpEverybody();
    await graph.until(PHONE, 3);
    for (const { id } of graph.to(PHONE)) await meta.tell(id, 'delivered');
    await eventually(async () => expect(await desk.store.count({ kind: 'outbox', index: 'queue' })).toBe(0));
  }

  async function night(days: number): Promise<void> {
    now = Date.parse('2026-11-23T10:00:00+01:00') + days * DAY;
    const nightly = startNightlyRetention({ ...served.app.deps, lockWatch: new LockWatch(), store: left }, DAYS);
    await nightly.look();
    nightly.stop();
    await left.sweep(clock.now());
  }

  /** Kinds of records and logs in which something of the person stands. */
  async function traces(): Promise<readonly string[]> {
    const all = JSON.parse(await left.everything()) as {
      readonly records: readonly { readonly kind: string }[];
      readonly logs: readonly { readonly log: string }[];
    };
    const mine = [NAME, WORDS, PHONE.slice(2), THUMB.slice(2), '478 11 22', 'BE.99', page.conversationId];
    const of = (one: object): boolean => mine.some((secret) => JSON.stringify(one).includes(secret));
    const records = all.records.filter(of).map(({ kind: what }) => what);
    const logs = all.logs.filter(of).map(({ log }) => log.replace(/:.*/, ''));
    return [...new Set([...records, ...logs])].sort();
  }

  test('each kind goes in its own night; in the end not a name, a number or an id is left', async () => {
    await live();
    const all = ['attachment', 'contact', 'conversation', 'dl', 'identity', 'talk', 'ticket'];
    const kept: Record<number, readonly string[]> = {};
    for (const days of [0, 59, 61, 181, 401, 731, 1_100]) {
      await night(days);
      kept[days] = await traces();
    }
    const [ticket, situation] = [
      ['contact', 'ticket'],
      ['conversation', 'identity'],
    ];
    expect(kept).toEqual({
      0: [...all, 'inbox', 'outbox'].sort(),
      59: all,
      61: all.filter((what) => what !== 'attachment'),
      181: [...ticket, ...situation].sort(),
      401: ticket,
      731: ['contact'],
      1100: [],
    });
  });

  test('the figures hold no name, number, id or conversation of anybody, and outlive them all', async () => {
    await live();
    const month = 'events:2026-11';
    const figures = await desk.store.readLog(month, 0, 1_000);
    expect(figures.length).toBeGreaterThan(8);
    const mine = ['Griet', 'Zandloper', '478 11 22', PHONE.slice(2), THUMB.slice(2), 'BE.99', page.conversationId];
    const ids = (await desk.store.query<Ticket>({ kind: 'ticket', index: 'created' })).map(({ body }) => body.id);
    for (const secret of [...mine, ...ids, 'an@voorbeeld.be', coach.id, 'web:', 'whatsapp:'])
      expect(JSON.stringify(figures)).not.toContain(secret);
    await night(5 * 366);
    expect(await desk.store.readLog(month, 0, 1_000)).toEqual(figures);
  });
});
