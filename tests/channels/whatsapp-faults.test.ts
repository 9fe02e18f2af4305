import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Conversation } from '../../handlers/conversation.js';
import { putOutbox, type OutboxEntry } from '../../handlers/records.js';
import { reply, text } from '../../handlers/reply.js';
import type { Ticket } from '../../handlers/ticket.js';
import { replyToAsker } from '../../handlers/desk/reply-to-asker.js';
import { MentorlijnError } from '../../handlers/errors.js';
import { scryptPasswords } from '../../handlers/desk/password.js';
import type { Coach } from '../../handlers/desk/coach.js';
import { eventually } from '../support/eventually.js';
import { FakeGraph, type GraphFault } from '../support/fake-graph.js';
import { FakeMeta, JAN } from '../support/fake-meta.js';
import { serve, type Served } from '../support/serve.js';

const HOUR = 3_600_000;
const PHONE = JAN.phone ?? '';

let graph: FakeGraph;
let served: Served;
let meta: FakeMeta;
let now: Date;
const clock = { now: () => now };
const later = (ms: number): void => {
  now = new Date(now.getTime() + ms);
};

beforeEach(async () => {
  now = new Date('2026-11-23T09:00:00Z');
  graph = new FakeGraph();
  await graph.start();
  meta = new FakeMeta(
    () => served.origin,
    graph,
    () => now,
  );
});
afterEach(async () => {
  await served.stop();
  graph.stop();
  expect(graph.mistakes).toEqual([]);
});
const start = async (more: Record<string, string> = {}): Promise<void> => {
  served = await serve({ ...meta.environment, ...more }, { clock });
};

const outbox = async (): Promise<readonly OutboxEntry[]> => {
  const { store } = served.app.deps;
  const found = await Promise.all(
    ['queue', 'failed', 'held'].map((index) => store.query<OutboxEntry>({ kind: 'outbox', index })),
  );
  return [...new Map(found.flat().map(({ id, body }) => [id, body])).values()];
};
/** Until the outbox did its work: nothing is due now. */
const settled = async (): Promise<readonly OutboxEntry[]> => {
  return eventually(async () => {
    // First every turn is committed, and then what they said is sent: the other way round a message that is on its way
    // would look like one that waits.
    const pending = await served.app.deps.store.count({ kind: 'inbox', index: 'state', prefix: 'pending|' });
    await served.app.outbox.sendDue();
    await served.app.outbox.idle();
    const open = await outbox();
    // An older message that waits holds back the younger ones.
    const first = open.find(({ state }) => state === 'waiting');
    if (pending === 0 && (first === undefined || first.dueAt > now.toISOString())) return open;
    throw new Error('the outbox never came to rest');
  });
};
/** Waits out every retry, the clock running ahead; ends when nothing waits any more. */
const untilDone = async (): Promise<readonly OutboxEntry[]> => {
  for (let round = 0; round < 30; round += 1) {
    const open = await settled();
    if (!open.some(({ state, failure }) => state === 'waiting' && failure !== 'window-closed')) return open;
    later(10 * 60_000);
  }
  return settled();
};
const answers = () => graph.to(PHONE).map(({ text }) => text);

const asCoach: Coach = { id: 'c1', name: 'An' } as Coach;
const deskDeps = () => ({ ...served.app.deps, passwords: scryptPasswords() });
async function ticket(): Promise<Ticket> {
  const [found] = await served.app.deps.store.query<Ticket>({ kind: 'ticket', index: 'created', order: 'desc' });
  if (!found) throw new Error('no ticket');
  return found.body;
}
/** Words of ours that answer nothing. */
async function unasked(words: string, more: Partial<OutboxEntry> = {}): Promise<void> {
  const { store, ids } = served.app.deps;
  const [talk] = await store.query<Conversation>({ kind: 'conversation', index: 'updated' });
  if (!talk) throw new Error('no conversation');
  const letter: OutboxEntry = {
    conversation: talk.body.key,
    address: talk.body.address,
    reply: reply([text(words)]),
    state: 'waiting',
    attempts: 0,
    dueAt: now.toISOString(),
    createdAt: now.toISOString(),
    ticket: null,
    failure: null,
    ...more,
  };
  await store.commit({ puts: [putOutbox(ids.next(), letter, 'absent')] });
}
let replies = 0;
const coachSays = async (markdown: string) =>
  replyToAsker(deskDeps(), asCoach, (await ticket()).id, {
    markdown,
    then: 'answered',
    once: `r${String((replies += 1))}`,
  });
/** A question that went to the coach. */
async function asked(): Promise<void> {
  await meta.say(JAN, 'iets waar niemand iets van weet');
  await graph.until(PHONE, 1);
  await meta.say(JAN, 'coach');
  await graph.until(PHONE, 2);
  await settled();
}

describe('a fault of the Graph API loses nothing and doubles nothing', () => {
  const FAULTS: readonly (readonly [string, readonly GraphFault[]])[] = [
    ['429 with the limit of the number', [{ code: 130429, status: 429 }]],
    [
      '429 twice, then the limit of the pair',
      [
        { code: 130429, status: 429 },
        { code: 130429, status: 429 },
        { code: 131056, status: 400 },
      ],
    ],
    ['500', [{ code: 1, status: 500 }]],
    [
      '500 three times',
      [
        { code: 1, status: 500 },
        { code: 2, status: 503 },
        { code: 131000, status: 500 },
      ],
    ],
    ['a refused connection', ['refuse']],
    ['a slow answer', ['slow']],
    [
      'an expired token that is renewed',
      [
        { code: 190, status: 401 },
        { code: 190, status: 401 },
      ],
    ],
    ['an app that is throttled', [{ code: 4, status: 400 }]],
  ];
  test.each(FAULTS)('%s', async (_name, faults) => {
    await start();
    graph.faults.push(...faults);
    await meta.say(JAN, 'moet ik dimona doen');
    await meta.say(JAN, 'wat is een prestatiestaat');
    expect(await untilDone()).toEqual([]);
    expect(answers()).toHaveLength(2);
    expect(answers()[0]).toContain('Ja, voor hij begint');
    expect(answers()[1]).toContain('Een lijst van gewerkte dagen');
  });

  test('an expired token does not use up the tries: a day later it still goes', async () => {
    await start();
    graph.faults.push(...Array.from({ length: 40 }, () => ({ code: 190, status: 401 })));
    await meta.say(JAN, 'moet ik dimona doen');
    for (let round = 0; round < 40; round += 1) {
      await settled();
      later(8 * 60_000);
    }
    const open = await settled();
    expect(open.map(({ state }) => state)).toEqual([]);
    expect(answers()).toHaveLength(1);
  });

  test('a connection lost after Meta took it: the status says so, and nothing goes twice', async () => {
    await start();
    graph.faults.push('drop');
    await meta.say(JAN, 'moet ik dimona doen');
    await graph.until(PHONE, 1);
    await settled();
    await meta.tell(graph.to(PHONE)[0]?.id ?? '', 'sent');
    expect(await untilDone()).toEqual([]);
    expect(answers()).toHaveLength(1);
  });

  test('a long answer that fails halfway goes on where it stopped', async () => {
    await start();
    await asked();
    const long = Array.from({ length: 300 }, (_, line) => `Regel ${String(line)} van een lang antwoord.`).join('\n\n');
    await coachSays(long);
    await settled();
    const whole = graph.to(PHONE).slice(2).length;
    expect(whole).toBeGreaterThan(2);
    graph.reset();
    graph.faults.push('slow', { code: 1, status: 500 });
    await meta.say(JAN, 'en nu');
    await coachSays(long);
    expect(await untilDone()).toEqual([]);
    const lines =
      answers()
        .join('\n')
        .match(/Regel \d+ /g) ?? [];
    expect(lines).toHaveLength(300);
    expect(new Set(lines).size).toBe(300);
  });

  test.each([
    ['a person who is not on WhatsApp', { code: 131026, status: 400 }, 'whatsapp-not-reached'],
    ['a form that is refused', { code: 131009, status: 400 }, 'whatsapp-refused'],
  ])('%s: tried once, and shown at the desk as failed', async (_name, fault, failure) => {
    await start();
    graph.faults.push(fault);
    await meta.say(JAN, 'moet ik dimona doen');
    const open = await settled();
    expect(open).toMatchObject([{ state: 'failed', failure, attempts: 1 }]);
    expect(answers()).toEqual([]);
  });
});

describe('statuses', () => {
  test('the furthest stands, whatever the order and however often', async () => {
    await start();
    await asked();
    await coachSays('Het antwoord.');
    await settled();
    const last = graph.to(PHONE).at(-1)?.id ?? '';
    for (const status of ['read', 'delivered', 'read', 'sent', 'delivered'])
      expect(await meta.tell(last, status)).toBe(200);
    const [sent] = await served.app.deps.store.query<OutboxEntry>({
      kind: 'outbox',
      index: 'ticket',
      prefix: `${(await ticket()).id}|`,
    });
    expect(sent?.body).toMatchObject({ state: 'sent', receipt: { state: 'read' } });
  });

  test('accepted and refused afterwards: it goes again, once', async () => {
    await start();
    await meta.say(JAN, 'moet ik dimona doen');
    await graph.until(PHONE, 1);
    await settled();
    const first = graph.to(PHONE)[0]?.id ?? '';
    const failed = { errors: [{ code: 131000 }] };
    await meta.tell(first, 'failed', failed);
    await meta.tell(first, 'failed', failed);
    expect(await untilDone()).toEqual([]);
    expect(answers()).toHaveLength(2);
    await meta.tell(first, 'failed', failed);
    expect(await untilDone()).toEqual([]);
    expect(answers()).toHaveLength(2);
  });

  test('for a message we never sent is passed by', async () => {
    await start();
    expect(await meta.tell('wamid.unknown', 'delivered')).toBe(200);
  });
});

describe('after 24 hours', () => {
  test('a template says that an answer waits; the answer comes when he reacts, before anything else', async () => {
    await start();
    await asked();
    later(25 * HOUR);
    graph.closed.add(PHONE);
    await coachSays('Dit is het antwoord.');
    expect(await settled()).toMatchObject([{ state: 'waiting', failure: 'window-closed' }]);
    expect(graph.to(PHONE).slice(2)).toMatchObject([{ type: 'template', template: 'antwoord_klaar' }]);
    later(30 * HOUR);
    await settled();
    expect(graph.to(PHONE)).toHaveLength(3);
    graph.closed.delete(PHONE);
    await meta.say(JAN, 'Ja');
    const shown = await graph.until(PHONE, 4);
    expect(shown[3]?.text).toContain('Dit is het antwoord.');
    expect(await settled()).toEqual([]);
    expect(graph.to(PHONE)).toHaveLength(4);
    expect((await ticket()).status).toBe('answered');
  });

  test('a question instead of "ja": first the answer that waited, then the new one', async () => {
    await start();
    await asked();
    later(25 * HOUR);
    await coachSays('Dit is het antwoord.');
    await settled();
    await meta.say(JAN, 'mijn vragen');
    const shown = await graph.until(PHONE, 5);
    expect(shown[3]?.text).toContain('Dit is het antwoord.');
    expect(shown[4]?.text).toContain('Vraag 1001');
  });

  test('the button under the template shows what waited, and makes no question of it', async () => {
    await start();
    await asked();
    later(25 * HOUR);
    await coachSays('Dit is het antwoord.');
    await settled();
    const press = meta.message(JAN, {
      type: 'button',
      button: { text: 'Toon mijn antwoord', payload: 'Toon mijn antwoord' },
    });
    await meta.post(meta.event(JAN, { messages: [press] }));
    expect((await graph.until(PHONE, 4))[3]?.text).toContain('Dit is het antwoord.');
    await settled();
    expect(graph.to(PHONE)).toHaveLength(4);
  });

  test('Meta’s word counts over our clock: 131047 opens the same way', async () => {
    await start();
    await asked();
    graph.closed.add(PHONE);
    await coachSays('Dit is het antwoord.');
    expect(await settled()).toMatchObject([{ state: 'waiting', failure: 'window-closed' }]);
    expect(graph.to(PHONE).at(-1)).toMatchObject({ type: 'template' });
    graph.closed.delete(PHONE);
    later(1_000);
    await meta.say(JAN, 'ok');
    expect((await graph.until(PHONE, 4))[3]?.text).toContain('Dit is het antwoord.');
  });

  test('the same when Meta says so only afterwards, in a status', async () => {
    await start();
    await asked();
    await coachSays('Dit is het antwoord.');
    await settled();
    await meta.tell(graph.to(PHONE).at(-1)?.id ?? '', 'failed', { errors: [{ code: 131047 }] });
    later(60_000);
    expect(await settled()).toMatchObject([{ state: 'waiting', failure: 'window-closed' }]);
    expect(graph.to(PHONE).at(-1)).toMatchObject({ type: 'template' });
    await meta.say(JAN, 'toon');
    expect((await graph.until(PHONE, 5))[4]?.text).toContain('Dit is het antwoord.');
  });

  test.each([
    ['without a template', { WHATSAPP_TEMPLATE: '' }],
    ['with a template that Meta does not know', { WHATSAPP_TEMPLATE: 'weg' }],
  ])('%s the desk shows it, and it still goes when he writes', async (_name, environment) => {
    await start(environment);
    await asked();
    later(25 * HOUR);
    await coachSays('Dit is het antwoord.');
    expect(await settled()).toMatchObject([{ state: 'failed', failure: 'window-closed' }]);
    await meta.say(JAN, 'ja');
    expect((await graph.until(PHONE, 3))[2]?.text).toContain('Dit is het antwoord.');
  });

  test('nobody is knocked at for what he did not ask for; it comes when he writes', async () => {
    await start();
    await meta.say(JAN, 'moet ik dimona doen');
    await graph.until(PHONE, 1);
    later(25 * HOUR);
    await unasked('Je gesprek gaat nu verder op de webpagina.');
    expect(await settled()).toMatchObject([{ state: 'waiting', failure: 'window-closed' }]);
    expect(graph.to(PHONE)).toHaveLength(1);
    await meta.say(JAN, 'wat is een prestatiestaat');
    expect((await graph.until(PHONE, 3))[1]?.text).toContain('Je gesprek gaat nu verder');
  });

  test('an answer of ours that an outage kept for a day is announced', async () => {
    await start();
    graph.faults.push({ code: 190, status: 401 });
    await meta.say(JAN, 'moet ik dimona doen');
    await settled();
    later(25 * HOUR);
    await settled();
    expect(graph.to(PHONE)).toMatchObject([{ type: 'template' }]);
    await meta.say(JAN, 'ja');
    expect((await graph.until(PHONE, 2))[1]?.text).toContain('Ja, voor hij begint');
  });

  test('who said "stop" is not knocked at; the desk shows it', async () => {
    await start();
    await asked();
    await meta.say(JAN, 'stop');
    await graph.until(PHONE, 3);
    later(25 * HOUR);
    await coachSays('Dit is het antwoord.');
    expect(await settled()).toMatchObject([{ state: 'failed', failure: 'window-closed' }]);
    expect(graph.to(PHONE)).toHaveLength(3);
  });
});

describe('pace', () => {
  test('a burst to one person is spread, and everything arrives in order', async () => {
    await start();
    for (let count = 0; count < 12; count += 1)
      await meta.say(JAN, count % 2 ? 'moet ik dimona doen' : 'wat is een prestatiestaat');
    await settled();
    expect(answers().length).toBeLessThan(12);
    for (let round = 0; round < 12; round += 1) {
      later(6_000);
      await settled();
    }
    expect(answers()).toHaveLength(12);
    expect(answers().map((text) => text.includes('Ja, voor'))).toEqual(
      Array.from({ length: 12 }, (_, count) => count % 2 === 1),
    );
  });
});

test('when nothing can be kept Meta hears 503 and sends it again; danger is answered meanwhile, once', async () => {
  let away = true;
  served = await serve(meta.environment, {
    clock,
    aroundStore: (store) =>
      new Proxy(store, {
        get: (target, name) => {
          const member: unknown = Reflect.get(target, name);
          if (typeof member !== 'function') return member;
          return (...given: unknown[]) => {
            const kind: unknown = given[0];
            if (away && kind === 'identity') throw new MentorlijnError('store-unavailable', 'away');
            return (member as (...all: unknown[]) => unknown).apply(target, given);
          };
        },
      }),
  });
  const event = meta.event(JAN, { messages: [meta.words(JAN, 'hij bloedt, overal bloed')] });
  expect(await meta.post(event)).toBe(503);
  expect(await meta.post(event)).toBe(503);
  expect(answers()).toHaveLength(1);
  expect(answers()[0]).toContain('112');
  away = false;
  expect(await meta.post(event)).toBe(200);
  await graph.until(PHONE, 2);
  expect((await ticket()).urgency).toBe('medical');
});

describe('a tip', () => {
  const tip = () => unasked('**Tip.** Kijk de verzekering na.\n\nBel je makelaar.', { purpose: 'tip' });

  test.each([
    [
      'within 24 hours goes as words',
      1,
      {},
      { type: 'text', text: '*Tip.* Kijk de verzekering na.\n\nBel je makelaar.' },
    ],
    [
      'after 24 hours goes in a template of its own, on one line',
      25,
      { WHATSAPP_TIP_TEMPLATE: 'tip' },
      { type: 'template', template: 'tip', text: 'Tip. Kijk de verzekering na. Bel je makelaar.' },
    ],
  ])('%s', async (_what, hours, environment, shown) => {
    await start(environment);
    await meta.say(JAN, 'moet ik dimona doen');
    await graph.until(PHONE, 1);
    later(hours * HOUR);
    await tip();
    await settled();
    expect(graph.to(PHONE)[1]).toMatchObject(shown);
  });
});
