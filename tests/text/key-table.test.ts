import { expect, test } from '@jest/globals';
import { KeyTable } from '../../knowledge/text/key-table.js';

test('a key keeps the place it came in, however many come after it', () => {
  const table = new KeyTable([7, -1, 0]);
  expect([7, -1, 0, 1].map((key) => table.find(key))).toEqual([0, 1, 2, -1]);
  const keys = Array.from({ length: 5_000 }, (_unused, at) => Math.imul(at + 1, 0x9e3779b1));
  const places = keys.map((key) => table.add(key));
  expect(places.map((_place, at) => table.add(keys[at] ?? 0))).toEqual(places);
  expect(keys.map((key) => table.find(key))).toEqual(places);
  expect(table.size).toBe(new Set([7, -1, 0, ...keys]).size);
  expect(Array.from(table.keys).map((key) => table.find(key))).toEqual([...table.keys.keys()]);
});

test('many keys are found at once where each is found alone, also keys that share a slot and keys it does not hold', () => {
  const table = new KeyTable(Array.from({ length: 40 }, (_unused, at) => at * 64));
  const sought = Int32Array.from({ length: 80 }, (_unused, at) => at * 32);
  const places = new Int32Array(100);
  table.findAll(sought, places);
  expect(Array.from(places.subarray(0, 80))).toEqual(Array.from(sought, (key) => table.find(key)));
});
