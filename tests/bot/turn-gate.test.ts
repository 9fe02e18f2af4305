import { expect, test } from '@jest/globals';
import { TurnGate } from '../../bot/turn-gate.js';

/** Work that ends when it is told to. */
function held(): { readonly work: () => Promise<void>; readonly end: () => void; readonly begun: () => boolean } {
  let begun = false;
  let end = (): void => undefined;
  const ended = new Promise<void>((done) => (end = done));
  return { work: () => ((begun = true), ended), end: () => end(), begun: () => begun };
}
const settle = (): Promise<void> => new Promise((done) => setImmediate(done));

test('so many at a time, and the next in the order they came', async () => {
  const gate = new TurnGate(2);
  const turns = [held(), held(), held(), held()];
  const all = turns.map(({ work }) => gate.run(work));
  await settle();
  expect(turns.map(({ begun }) => begun())).toEqual([true, true, false, false]);
  turns[1]?.end();
  await settle();
  expect(turns.map(({ begun }) => begun())).toEqual([true, true, true, false]);
  for (const { end } of turns) end();
  await Promise.all(all);
});

test('who fails leaves his place to the next', async () => {
  const gate = new TurnGate(1);
  const failing = gate.run(() => Promise.reject(new Error('broken')));
  const next = gate.run(() => Promise.resolve('done'));
  await expect(failing).rejects.toThrow('broken');
  expect(await next).toBe('done');
  expect(await gate.run(() => Promise.resolve('later'))).toBe('later');
});
