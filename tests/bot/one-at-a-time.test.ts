import { expect, test } from '@jest/globals';
import { oneAtATime } from '../../bot/one-at-a-time.js';
import { eventually } from '../support/eventually.js';

test('one runs at a time; who waits says so until his turn, also behind one that failed', async () => {
  const began: string[] = [];
  const waited: string[] = [];
  const ends = new Map<string, (error?: Error) => void>();
  const line = oneAtATime(
    (order: string) => {
      began.push(order);
      return new Promise<string>((done, fail) => {
        ends.set(order, (error) => {
          if (error) fail(error);
          else done(order);
        });
      });
    },
    { onWait: (order) => waited.push(order), everyMs: 1 },
  );
  const [first, second] = [line('first'), line('second')];
  await eventually(() => {
    expect(waited.filter((order) => order === 'second').length).toBeGreaterThan(2);
  });
  expect(began).toEqual(['first']);
  ends.get('first')?.(new Error('broken'));
  await expect(first).rejects.toThrow('broken');
  await eventually(() => {
    expect(began).toEqual(['first', 'second']);
  });
  const told = waited.length;
  ends.get('second')?.();
  await expect(second).resolves.toBe('second');
  expect(waited).toHaveLength(told);
});
