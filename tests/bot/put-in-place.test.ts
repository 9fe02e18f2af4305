import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

interface Script {
  readonly putInPlace: (next: string, dist: string, now?: Date) => void;
}
const script = join(import.meta.dirname, '../../scripts/put-in-place.mjs');
const { putInPlace } = (await import(script)) as Script;

let dist: string;
beforeEach(() => {
  dist = mkdtempSync(join(tmpdir(), 'mentorlijn-dist-'));
});
afterEach(() => {
  rmSync(dist, { recursive: true, force: true });
});

const MONDAY = new Date('2026-11-23T09:00:00Z');
const later = (days: number): Date => new Date(MONDAY.getTime() + days * 86_400_000);

/** One build: its files, name -> text. */
function build(files: Readonly<Record<string, string>>, at: Date): void {
  const next = join(dist, '.next-1');
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(next, name)), { recursive: true });
    writeFileSync(join(next, name), text);
  }
  putInPlace(next, dist, at);
}

const there = (folder: string): readonly string[] => readdirSync(join(dist, folder)).sort();
const read = (name: string): string => readFileSync(join(dist, name), 'utf8');

test('what a running server reads later is still there after a build, beside what is new', () => {
  build({ 'bot/main.js': 'asks part-A', 'bot/part-A.js': 'a', 'web/desk/index.html': 'app.1', 'web/desk/app.1.js': '1' }, MONDAY);
  build({ 'bot/main.js': 'asks part-B', 'bot/part-B.js': 'b', 'web/desk/index.html': 'app.2', 'web/desk/app.2.js': '2' }, later(1));
  expect(there('bot')).toEqual(['main.js', 'part-A.js', 'part-B.js']);
  expect(there('web/desk')).toEqual(['app.1.js', 'app.2.js', 'index.html']);
  expect([read('bot/main.js'), read('bot/part-A.js'), read('web/desk/index.html')]).toEqual(['asks part-B', 'a', 'app.2']);
  expect(readdirSync(dist).filter((name) => name.startsWith('.next'))).toEqual([]);
}); // prettier-ignore

test('building again, changed or not, takes nothing from a server of two builds ago', () => {
  build({ 'bot/part-A.js': 'a' }, MONDAY);
  build({ 'bot/part-B.js': 'b' }, later(1));
  build({ 'bot/part-B.js': 'b' }, later(2));
  build({ 'bot/part-C.js': 'c' }, later(3));
  expect(there('bot')).toEqual(['part-A.js', 'part-B.js', 'part-C.js']);
});

test('a week after it was replaced a file goes with the next build; one that came back stays', () => {
  build({ 'bot/part-A.js': 'a', 'bot/part-B.js': 'b' }, MONDAY);
  build({ 'bot/part-C.js': 'c' }, later(30));
  expect(there('bot')).toEqual(['part-A.js', 'part-B.js', 'part-C.js']);
  build({ 'bot/part-B.js': 'b' }, later(38));
  expect(there('bot')).toEqual(['part-B.js', 'part-C.js']);
});

test('files that no build of ours made are left alone, and a damaged list loses nothing', () => {
  build({ 'bot/part-A.js': 'a' }, MONDAY);
  mkdirSync(join(dist, 'teams'));
  writeFileSync(join(dist, 'teams/app.zip'), 'zip');
  writeFileSync(join(dist, '.superseded.json'), '{"bot/');
  build({ 'bot/part-B.js': 'b' }, later(90));
  expect([there('bot'), there('teams')]).toEqual([['part-A.js', 'part-B.js'], ['app.zip']]);
});
