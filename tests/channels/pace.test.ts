import { describe, expect, test } from '@jest/globals';
import { NumberPace, pairPace } from '../../bot/channels/whatsapp/pace.js';
import { MemoryStore } from '../../bot/state/memory/memory-store.js';

describe('the pace of one number', () => {
  test('over several processes it stays below eighty a second, and every one gets its turn', async () => {
    const store = new MemoryStore();
    let now = new Date('2026-11-23T09:00:00Z');
    const clock = { now: () => now };
    const processes = Array.from({ length: 4 }, () => new NumberPace(store, clock, '1'));
    const sent = processes.map(() => 0);
    for (let step = 0; step < 500; step += 1) {
      now = new Date(now.getTime() + 10);
      for (const [index, pace] of processes.entries())
        for (let tries = 0; tries < 3; tries += 1) if ((await pace.place()) === 0) sent[index] = (sent[index] ?? 0) + 1;
    }
    const all = sent.reduce((sum, count) => sum + count, 0);
    // Five seconds, and the second that may be used ahead.
    expect(all).toBeLessThanOrEqual(80 * 6);
    expect(all).toBeGreaterThan(60 * 5);
    for (const count of sent) expect(count).toBeGreaterThan(0);
  });

  test('told to slow down, every process waits', async () => {
    const store = new MemoryStore();
    const clock = { now: () => new Date('2026-11-23T09:00:00Z') };
    const [one, two] = [new NumberPace(store, clock, '1'), new NumberPace(store, clock, '1')];
    expect(await one.place()).toBe(0);
    await one.slowDown(5_000);
    expect(await one.place()).toBeGreaterThan(0);
    expect(await two.place()).toBeGreaterThan(0);
  });
});

describe('clocks ten minutes apart', () => {
  const TEN = 600_000;
  const now = new Date('2026-11-23T09:00:00Z');
  const ahead = new Date(now.getTime() + TEN);

  test('what one process sent does not hold up what another sends', async () => {
    const store = new MemoryStore();
    const there = new NumberPace(store, { now: () => ahead }, '1');
    const here = new NumberPace(store, { now: () => now }, '1');
    expect(await there.place()).toBe(0);
    expect(await here.place()).toBe(0);
    await there.slowDown(2_000);
    expect(await there.place()).toBe(1_000);
    expect(await new NumberPace(store, { now: () => now }, '1').place()).toBe(0);
  });

  test('nor does what one sent to somebody hold up what another sends to him', () => {
    const there = pairPace(null, ahead);
    expect(pairPace(there.next, now)).toEqual(pairPace(null, now));
  });

  test('a burst is counted by every process whose clock is right', () => {
    let at: string | null = null;
    for (let count = 0; count < 8; count += 1) at = pairPace(at, now).next;
    expect(pairPace(at, now).waitMs).toBe(6_000);
  });
});

describe('the pace to one person', () => {
  test('eight at once, then one per six seconds', () => {
    let now = new Date('2026-11-23T09:00:00Z');
    let at: string | null = null;
    const waits: number[] = [];
    for (let count = 0; count < 10; count += 1) {
      const { waitMs, next } = pairPace(at, now);
      waits.push(waitMs);
      now = new Date(now.getTime() + waitMs);
      at = waitMs === 0 ? next : pairPace(at, now).next;
    }
    expect(waits).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 6_000, 6_000]);
  });
});
