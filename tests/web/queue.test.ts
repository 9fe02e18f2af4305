import { describe, expect, test } from '@jest/globals';
import {
  add,
  markSending,
  moveTo,
  nextDue,
  remove,
  retryNow,
  settle,
  untilDue,
  wakeUp,
  type Queue,
} from '../../web/mentor/talk/queue.js';

const message = (clientId: string, text = clientId) => ({ clientId, kind: 'message' as const, text, action: null });
const two: Queue = add(add([], message('a'), 0), message('b'), 1);

describe('the outgoing queue', () => {
  test('keeps the order in which things were said', () => {
    expect(nextDue(two, 5, 'words')?.clientId).toBe('a');
    expect(nextDue(settle(two, 'a', { kind: 'sent' }, 5, 0.5), 5, 'words')?.clientId).toBe('b');
  });

  test('takes the same message once', () => {
    expect(add(two, message('a'), 9)).toHaveLength(2);
  });

  test('waits longer after every failure, at most a minute and a bit', () => {
    let queue = two;
    const waits: number[] = [];
    for (let attempt = 0; attempt < 9; attempt += 1) {
      queue = settle(markSending(queue, 'a', 'c'), 'a', { kind: 'later' }, 0, 0.5);
      waits.push(untilDue(queue, 0, 'words') ?? -1);
    }
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000]);
  });

  test('an answer never overtakes its question: what is behind a waiting message waits too', () => {
    const queue = settle(two, 'a', { kind: 'later' }, 0, 0.5);
    expect(nextDue(queue, 10, 'words')).toBeNull();
    expect(nextDue(queue, 1_000, 'words')?.clientId).toBe('a');
  });

  test('waits as long as the server says', () => {
    expect(untilDue(settle(two, 'a', { kind: 'later', afterMs: 30_000 }, 0, 0.5), 0, 'words')).toBe(30_000);
  });

  test('a refused message stays to be seen and lets the next pass', () => {
    const queue = settle(two, 'a', { kind: 'refused' }, 0, 0.5);
    expect(queue.map(({ state }) => state)).toEqual(['refused', 'waiting']);
    expect(nextDue(queue, 0, 'words')?.clientId).toBe('b');
  });

  test('after a refused token it is sent at once, but a server that keeps refusing is not hammered', () => {
    const once = settle(two, 'a', { kind: 'sign-in' }, 0, 0.5);
    expect(untilDue(once, 0, 'words')).toBe(0);
    expect(untilDue(settle(once, 'a', { kind: 'sign-in' }, 0, 0.5), 0, 'words')).toBe(2_000);
  });

  test('what was being sent when the page closed is sent again', () => {
    const queue = wakeUp(markSending(two, 'a', 'c'));
    expect(nextDue(queue, 0, 'words')).toMatchObject({ clientId: 'a', state: 'waiting', triedIn: 'c' });
  });

  test('when the network returns nothing waits any longer', () => {
    expect(untilDue(retryNow(settle(two, 'a', { kind: 'later' }, 0, 0.5)), 0, 'words')).toBe(0);
  });

  test('in a new conversation only what was never tried goes by itself', () => {
    const queue = moveTo(markSending(two, 'a', 'old'), 'new');
    expect(queue.map(({ clientId, state }) => [clientId, state])).toEqual([
      ['a', 'unsure'],
      ['b', 'waiting'],
    ]);
    expect(nextDue(queue, 0, 'words')?.clientId).toBe('b');
    expect(nextDue(retryNow(queue, 'a'), 0, 'words')?.clientId).toBe('a');
  });

  test('a waiting welcome of the old conversation is dropped', () => {
    const queue = add([], { clientId: 'start-old', kind: 'start', text: '', action: null }, 0);
    expect(moveTo(queue, 'new')).toEqual([]);
    expect(remove(two, 'a')).toHaveLength(1);
  });
});
