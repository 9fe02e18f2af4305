import { PHASES } from '../../knowledge/entry.js';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { belongsTo, readQueue } from '../../handlers/desk/queue.js';
import { replyToAsker } from '../../handlers/desk/reply-to-asker.js';
import { similarTickets, find, suggest } from '../../handlers/desk/suggestions.js';
import { claim, close, setTags, snooze } from '../../handlers/desk/ticket-actions.js';
import { stemsOf, TicketIndex, type IndexedTicket } from '../../handlers/desk/ticket-index.js';
import { readTicket, retryDelivery } from '../../handlers/desk/ticket-view.js';
import type { Coach } from '../../handlers/desk/coach.js';
import { VIEWS, type ViewName } from '../../handlers/desk/views.js';
import { putOutbox, putTicket, type OutboxEntry } from '../../handlers/records.js';
import type { TicketId } from '../../handlers/ticket.js';
import { localLiveUpdates } from '../../bot/state/live-updates.js';
import { DeskStage, refusal } from './desk-stage.js';
import { eventually } from '../support/eventually.js';

let stage: DeskStage;
let an: Coach;
let bo: Coach;
beforeEach(async () => {
  stage = new DeskStage();
  an = await stage.coach('Annelies');
  bo = await stage.coach('Bogdan');
});

describe('views', () => {
  /** What was done with a ticket -> the views it is in for Annelies, on Tuesday, a day after the promise. */
  const cases: readonly (readonly [string, (id: string) => Promise<unknown>, readonly ViewName[]])[] = [
    ['nobody took it', () => Promise.resolve(), ['new', 'overdue', 'open']],
    ['she took it', (id) => claim(stage.desk, an, id), ['mine', 'overdue', 'open']],
    ['he took it', (id) => claim(stage.desk, bo, id), ['overdue', 'open']],
    [
      'she asked back',
      (id) => replyToAsker(stage.desk, an, id, { markdown: 'Welke?', then: 'waiting-for-mentor', once: 'once-0001' }),
      ['waiting', 'open'],
    ],
    [
      'she answered',
      (id) => replyToAsker(stage.desk, an, id, { markdown: 'Ja.', then: 'answered', once: 'once-0001' }),
      ['answered'],
    ],
    ['she closed it', (id) => close(stage.desk, an, id), ['closed']],
    [
      'she set it aside',
      (id) => snooze(stage.desk, an, id, new Date('2026-12-01T08:00:00Z')),
      ['overdue', 'open', 'snoozed'],
    ],
  ];
  test.each(cases)('%s', async (_name, act, expected) => {
    const id = await stage.ask('jan');
    await act(id);
    stage.at('2026-11-24T09:00:00+01:00');
    const found = await Promise.all(
      VIEWS.map(async (view) =>
        (await readQueue(stage.desk, an, view)).rows.some((row) => row.id === id) ? [view] : [],
      ),
    );
    expect(found.flat()).toEqual(expected);
    const { counts } = await readQueue(stage.desk, an, 'new');
    for (const view of VIEWS) expect([view, counts[view]]).toEqual([view, expected.includes(view) ? 1 : 0]);
  });

  test('urgent questions come first, then the nearest promise', async () => {
    await stage.ask('jan');
    stage.at('2026-11-20T09:00:00+01:00');
    await stage.ask('piet');
    await stage.say('hij zit onder het bloed', { who: 'joris' });
    const { rows } = await readQueue(stage.desk, an, 'open');
    expect(rows.map(({ number }) => number)).toEqual([1003, 1002, 1001]);
  });

  test('an answered or closed ticket is in no open view', async () => {
    const id = await stage.ask('jan');
    await close(stage.desk, an, id);
    const ticket = await stage.ticket(id);
    expect(VIEWS.filter((view) => belongsTo(view, ticket, new Set([an.id]), new Date('2026-11-24T08:00:00Z')))).toEqual(
      [],
    );
  });

  test('the phase of a question is that of the entry that came closest', async () => {
    await stage.ask('jan', 'hij is ziek en dan nog iets');
    const [row] = (await stage.tickets())[0]?.tried ?? [];
    const item = [...stage.desk.knowledge.current().library.items.values()].find(({ id }) => id === row?.id);
    const phases: readonly string[] = item && item.kind !== 'term' ? item.phase : [];
    const found = await Promise.all(
      PHASES.map(async (phase) => (await readQueue(stage.desk, an, 'open', { phase })).rows.length),
    );
    expect(phases).not.toEqual([]);
    expect(found).toEqual(PHASES.map((phase) => (phases.includes(phase) ? 1 : 0)));
  });

  test('filters hold back what is of another theme or channel', async () => {
    const id = await stage.ask('jan');
    await setTags(stage.desk, an, id, { theme: 'dimona', factors: [], cause: null, support: null, scope: null });
    expect((await readQueue(stage.desk, an, 'open', { theme: 'dimona' })).rows).toHaveLength(1);
    expect((await readQueue(stage.desk, an, 'open', { theme: 'ziekte' })).rows).toHaveLength(0);
    expect((await readQueue(stage.desk, an, 'open', { channel: 'teams' })).rows).toHaveLength(0);
  });
});

describe('a ticket as shown', () => {
  test('a message that failed is counted, shown, and can be tried again', async () => {
    const id = await stage.ask('jan');
    await replyToAsker(stage.desk, an, id, { markdown: 'Ja.', then: 'answered', once: 'once-0001' });
    const [letter] = await stage.store.query<OutboxEntry>({ kind: 'outbox', index: 'ticket', prefix: `${id}|` });
    await stage.store.commit({
      puts: [putOutbox(letter!.id, { ...letter!.body, state: 'failed', attempts: 12, failure: 'blocked' }, 'any')],
    });
    expect((await readQueue(stage.desk, an, 'new')).failed).toBe(1);
    expect((await readTicket(stage.desk, id)).deliveries).toMatchObject([
      { state: 'failed', failure: 'blocked', to: 'asker' },
    ]);
    await retryDelivery(stage.desk, id, letter!.id);
    expect((await readTicket(stage.desk, id)).deliveries).toMatchObject([{ state: 'waiting', attempts: 0 }]);
    expect(await refusal(retryDelivery(stage.desk, id, letter!.id))).toBe('not-possible-now');
    expect(await refusal(retryDelivery(stage.desk, 'other', letter!.id))).toBe('not-found');
  });

  test('earlier questions of the same asker are beside it', async () => {
    const first = await stage.ask('jan', 'een eerste vraag waar de bot niets van weet');
    await close(stage.desk, an, first);
    const second = await stage.ask('jan', 'een tweede vraag waar de bot niets van weet');
    expect((await readTicket(stage.desk, second)).earlier.map(({ id }) => id)).toEqual([first]);
  });
});

describe('finding', () => {
  test('a ticket is found by its words, its number and the words of the coach, as soon as they are there', async () => {
    const index = new TicketIndex(stage.deps);
    const id = await stage.ask('jan', 'mag hij met de bosmaaier werken op zondag');
    const ids = async (query: string): Promise<readonly string[]> =>
      (await find(stage.desk, index, query)).hits.filter(({ kind }) => kind === 'ticket').map((hit) => hit.id);
    expect(await ids('bosmaaier zondag')).toEqual([id]);
    expect(await ids('BOSMAAIER maandag')).toEqual([]);
    expect(await ids('bósmaaier')).toEqual([id]);
    expect(await ids('1001')).toEqual([id]);
    await replyToAsker(stage.desk, an, id, {
      markdown: 'Alleen met gehoorbescherming.',
      then: 'answered',
      once: 'once-0001',
    });
    await eventually(async () => expect(await ids('gehoorbescherming')).toEqual([id]));
  });

  test('what other processes changed while the line to them was down is found after it is back', async () => {
    const quiet = localLiveUpdates();
    const index = new TicketIndex({ store: stage.store, live: quiet });
    await index.warm();
    await stage.ask('jan', 'mag hij met de bosmaaier werken op zondag');
    const count = async (): Promise<number> =>
      (await find(stage.desk, index, 'bosmaaier')).hits.filter(({ kind }) => kind === 'ticket').length;
    expect(await count()).toBe(0);
    quiet.publish('again', null);
    await eventually(async () => expect(await count()).toBe(1));
  });

  test('a ticket that changes while everything is being read is found as it became', async () => {
    const index = new TicketIndex(stage.deps);
    const id = await stage.ask('jan', 'mag hij met de bosmaaier werken op zondag');
    const warmed = index.warm();
    await replyToAsker(stage.desk, an, id, { markdown: 'Met een helm.', then: 'answered', once: 'once-0001' });
    await warmed;
    await eventually(async () =>
      expect((await find(stage.desk, index, 'helm')).hits.map((hit) => hit.id)).toContain(id),
    );
  });

  test('a number finds its question first, also one too old to be read for searching', async () => {
    const old = await stage.ask('jan', 'een eerste vraag waar de bot niets van weet');
    await stage.ask('piet', 'de uitvoering kost 1001 euro en meer weet ik niet');
    const nothingRead = { all: () => Promise.resolve(new Map()) } as unknown as TicketIndex;
    expect((await find(stage.desk, nothingRead, '1001')).hits.map((hit) => hit.id)).toEqual([old]);
    expect((await find(stage.desk, new TicketIndex(stage.deps), ' 1001 ')).hits.map((hit) => hit.id)[0]).toBe(old);
  });

  test('entries and the answers of colleagues are suggested', async () => {
    const index = new TicketIndex(stage.deps);
    const old = await stage.ask('jan', 'mag mijn leerling met de bosmaaier werken');
    await replyToAsker(stage.desk, an, old, { markdown: 'Ja, met bescherming.', then: 'answered', once: 'once-0001' });
    const id = await stage.ask('piet', 'bosmaaier door leerling laten gebruiken, mag dat');
    const { similar } = await suggest(stage.desk, index, id);
    expect(similar).toMatchObject([{ id: old, answer: 'Ja, met bescherming.' }]);
    const sick = await stage.ask('luc', 'hij is ziek en dan nog iets');
    expect((await suggest(stage.desk, index, sick)).entries[0]).toMatchObject({
      id: 'wie-betaalt-ziekte',
      markdown: expect.stringContaining('_Bron: '),
    });
  });

  test('the answer of a colleague comes without whom it was written to, and not as thanks', async () => {
    const old = await stage.ask('jan', 'mag mijn leerling met de bosmaaier werken');
    const say = (markdown: string, once: string) =>
      replyToAsker(stage.desk, an, old, { markdown, then: 'answered', once });
    await say('Dag Jan,\n\nja, met bescherming. Bel Kevin De Smet eens op 0470 12 34 56.\n\nGroeten,\nAn', 'once-0001');
    await say('Graag gedaan!', 'once-0002');
    const id = await stage.ask('piet', 'bosmaaier door leerling laten gebruiken, mag dat');
    const { similar } = await suggest(stage.desk, new TicketIndex(stage.deps), id);
    expect(similar[0]?.answer).toMatch(/^Ja, met bescherming\. Bel \[/);
    expect(similar[0]?.answer).not.toMatch(/Jan|Kevin|0470|Groeten|Graag/);
  });

  test('likeness counts rare words, not length', () => {
    const indexed = (id: string, question: string): [string, IndexedTicket] => [
      id,
      {
        id,
        number: 1,
        status: 'closed',
        question,
        askerName: null,
        answer: 'x',
        text: '',
        stems: stemsOf(question),
        createdAt: '',
      },
    ];
    const tickets = new Map([
      indexed(
        'long',
        'mijn leerling werkt en werkt en ik weet niet wat ik met de uren en de school en de bus moet doen want hij komt altijd te laat',
      ),
      indexed('right', 'te laat door de bus'),
    ]);
    expect(similarTickets(tickets, 'self', 'hij komt te laat met de bus')[0]?.id).toBe('right');
  });
});

test('of 10,000 tickets, half of them open, the queue and a search show a screenful and say how many are left', async () => {
  const id = await stage.ask('jan');
  const one = await stage.ticket(id);
  for (let from = 0; from < 10_000; from += 1_000) {
    await stage.store.commit({
      puts: Array.from({ length: 1_000 }, (_, index) => {
        const number = 2_000 + from + index;
        const state =
          number % 2 === 0
            ? ({ status: 'new' } as const)
            : ({ status: 'closed', coach: an.id, since: one.createdAt, by: 'coach' } as const);
        return putTicket({
          ticket: {
            ...one,
            ...state,
            id: `t${String(number)}` as TicketId,
            number,
            question: `vraag ${String(number)} over ${index % 7 === 0 ? 'bosmaaiers' : 'handschoenen'}`,
          },
          version: 0,
        });
      }),
    });
  }
  const index = new TicketIndex(stage.deps);
  await index.all();
  const queue = await readQueue(stage.desk, an, 'new');
  const { hits, left } = await find(stage.desk, index, 'bosmaaiers');
  expect(queue.rows).toHaveLength(200);
  expect(hits).toHaveLength(20);
  expect(left).toBeGreaterThan(1_000);
});
