import { describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { readWords } from '../../bot/cli/read-words.js';

describe('what is typed behind a command', () => {
  const EXPECTED = { words: 1, flags: ['json'], valued: ['to'] };

  test.each<[typed: string, read: object]>([
    ['', { words: [], unknown: [], incomplete: [], asksHelp: false }],
    ['map', { words: ['map'] }],
    ['map andere', { words: ['map'], unknown: ['andere'] }],
    ['--json map', { words: ['map'], flags: new Set(['json']) }],
    ['--jsn', { flags: new Set(), unknown: ['--jsn'] }],
    ['-x', { unknown: ['-x'] }],
    ['--to map', { words: [], values: new Map([['to', 'map']]) }],
    ['--to=map', { values: new Map([['to', 'map']]) }],
    ['--to', { incomplete: ['--to'] }],
    ['--to --json', { incomplete: ['--to'] }],
    ['--help', { asksHelp: true, unknown: [] }],
    ['-h', { asksHelp: true, unknown: [] }],
  ])('"%s" is read whole', (typed, read) => {
    expect(readWords(typed.split(' ').filter(Boolean), EXPECTED)).toMatchObject(read);
  });
});

describe('a command', () => {
  const root = join(import.meta.dirname, '../..');
  const run = (file: string, ...args: readonly string[]) =>
    spawnSync(process.execPath, [join(root, 'node_modules/tsx/dist/cli.mjs'), join(root, file), ...args], {
      cwd: root,
      encoding: 'utf8',
    });

  test.each([
    ['bot/cli/knowledge.ts', 'export', '/elsewhere'],
    ['bot/cli/ask.ts', '--jsn'],
    ['bot/cli/teams-package.ts', '--x'],
  ])('%s %s %s does nothing, names what it does not know, and ends with 1', (file, ...args) => {
    const { status, stdout, stderr } = run(file, ...args);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain(args.at(-1));
    expect(stderr).toContain('npm run');
  });

  test.each(['bot/cli/knowledge.ts', 'bot/cli/store.ts'])('%s --help says how it is used, and ends well', (file) => {
    const { status, stdout, stderr } = run(file, '--help');
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('npm run -s');
  });
});
