import { beforeEach, expect, test } from '@jest/globals';
import type { Coach } from '../../handlers/desk/coach.js';
import { readQueue } from '../../handlers/desk/queue.js';
import type { Queue, QueueFilter, ViewName } from '../../handlers/desk/views.js';
import { putTicket } from '../../handlers/records.js';
import type { TicketId } from '../../handlers/ticket.js';
import { DeskStage, refusal } from './desk-stage.js';

let stage: DeskStage;
let an: Coach;
beforeEach(async () => {
  stage = new DeskStage();
  an = await stage.coach('Annelies');
});

const dayOf = (index: number): string => new Date(Date.UTC(2020, 0, 1 + Math.floor(index / 3))).toISOString();

/** Closed or new questions; three share a promise. Every five-hundredth is about dimona. */
async function fill(count: number, status: 'new' | 'closed'): Promise<void> {
  const one = await stage.ticket(await stage.ask('jan'));
  await stage.store.commit({
    puts: Array.from({ length: count }, (_, index) => {
      const state =
        status === 'new'
          ? ({ status } as const)
          : ({ status, coach: an.id, since: one.createdAt, by: 'coach' } as const);
      const tags = { ...one.tags, theme: index % 500 === 0 ? ('dimona' as const) : null };
      const ticket = { ...one, ...state, tags, id: `t${String(index)}` as TicketId, number: 5_000 + index };
      return putTicket({ ticket: { ...ticket, dueAt: dayOf(index) }, version: 0 });
    }),
  });
}

/** Every page down to the end. */
async function walk(view: ViewName, filter: QueueFilter = {}): Promise<readonly Queue[]> {
  const pages: Queue[] = [await readQueue(stage.desk, an, view, filter)];
  for (let next = pages[0]?.next ?? null; next !== null; next = pages.at(-1)?.next ?? null)
    pages.push(await readQueue(stage.desk, an, view, { ...filter, after: next }));
  return pages;
}

test('every closed question is on exactly one page, however many share a promise', async () => {
  await fill(700, 'closed');
  const pages = await walk('closed');
  const ids = pages.flatMap(({ rows }) => rows.map(({ id }) => id));
  expect(ids).toHaveLength(700);
  expect(new Set(ids).size).toBe(700);
  expect(pages.length).toBeGreaterThan(2);
  expect(pages.at(-1)).toMatchObject({ more: false, next: null });
  expect(pages[0]?.rows[0]?.number).toBe(5_699);
});

test('a filter finds what lies years back, over pages that are short', async () => {
  await fill(4_600, 'closed');
  const pages = await walk('closed', { theme: 'dimona' });
  expect(pages.flatMap(({ rows }) => rows.map(({ number }) => number)).sort()).toEqual(
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => 5_000 + n * 500),
  );
  expect(pages.length).toBeGreaterThan(1);
});

test('open questions: as many pages as are asked for, by promise', async () => {
  await fill(450, 'new');
  const one = await readQueue(stage.desk, an, 'new');
  expect([one.rows.length, one.more, one.next]).toEqual([200, true, null]);
  const three = await readQueue(stage.desk, an, 'new', { pages: 3 });
  expect([three.rows.length, three.more]).toEqual([451, false]);
  expect(three.rows.map(({ dueAt }) => dueAt)).toEqual(three.rows.map(({ dueAt }) => dueAt).sort());
});

test('the place of another list, or none at all, is refused', async () => {
  expect(await refusal(readQueue(stage.desk, an, 'closed', { after: 'answered|2026' }))).toBe('bad-request');
  expect(await refusal(readQueue(stage.desk, an, 'closed', { after: 'x' }))).toBe('bad-request');
});
