import { describe, expect, test } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SETTINGS } from '../bot/config.js';

const root = join(import.meta.dirname, '..');
const ROOMS = ['bot', 'handlers', 'knowledge', 'web', 'tests', 'scripts', 'bench', 'docs'];
const PAGES = [
  'README.md',
  'knowledge/README.md',
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
const names = new Set(ROOMS.flatMap((room) => readdirSync(join(root, room), { recursive: true }).map(String)));
/** `tests/faults/kill-turn` names `kill-turn.test.ts`. */
const isThere = (path: string): boolean => existsSync(join(root, path)) || existsSync(join(root, `${path}.test.ts`));
const all = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map(([, found = '']) => found);

describe.each(PAGES)('%s', (page) => {
  const text = readFileSync(join(root, page), 'utf8');

  test('links to no page that is not there', () => {
    const links = all(text, /\]\(([^)\s#]+)(?:#[^)\s]*)?\)/g).filter((link) => !/^[a-z]+:/.test(link));
    expect(links.filter((link) => !existsSync(join(root, dirname(page), link)))).toEqual([]);
  });

  test('names no file, command or setting that is not there', () => {
    const paths = all(text, /`((?:bot|handlers|knowledge|web|tests|docs|scripts|bench)\/[\w./-]+)`/g);
    const files = all(text, /`([\w-]+\.(?:ts|tsx|mjs))`/g);
    const commands = all(text, /npm run (?:-s )?([\w:-]+)/g);
    const settings = all(text, /^\| `([A-Z]+(?:_[A-Z]+)+)`/gm);
    expect({
      paths: paths.filter((path) => !isThere(path)),
      files: files.filter((name) => ![...names].some((path) => path === name || path.endsWith(`/${name}`))),
      commands: commands.filter((name) => !Object.hasOwn(scripts, name)),
      settings: settings.filter((name) => !Object.hasOwn(SETTINGS, name)),
    }).toEqual({ paths: [], files: [], commands: [], settings: [] });
  });
});
