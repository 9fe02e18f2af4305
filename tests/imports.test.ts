import { describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';

const root = join(import.meta.dirname, '..');
const ROOMS = ['knowledge', 'handlers', 'bot', 'web', 'tests'] as const;

interface Import {
  readonly from: string;
  readonly to: string;
  /** `import type`: gone after the build. */
  readonly typeOnly: boolean;
}

function sources(room: string): string[] {
  return readdirSync(join(root, room), { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && /\.tsx?$/.test(file.name))
    .map((file) => relative(root, join(file.parentPath, file.name)));
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8');
  const found = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\s(type\s)?(?:[^'";]*?\sfrom\s)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g,
  );
  return [...found].map((match) => {
    const name = match[2] ?? match[3] ?? '';
    return {
      from: file,
      to: name.startsWith('.') ? normalize(join(dirname(file), name)) : name,
      typeOnly: match[1] !== undefined,
    };
  });
}

const all = ROOMS.flatMap(sources).flatMap(importsOf);
const say = ({ from, to }: Import): string => `${from} -> ${to}`;

interface Rule {
  readonly reason: string;
  readonly breaks: (found: Import) => boolean;
}

const inside = (path: string, folder: string): boolean => path.startsWith(`${folder}/`);
const isPackage = (name: string, wanted: string): boolean => name === wanted || name.startsWith(`${wanted}/`);

const RULES: readonly Rule[] = [
  {
    reason: 'knowledge/ knows no turn, no ticket, no network',
    breaks: ({ from, to }) =>
      inside(from, 'knowledge') && ['handlers', 'bot', 'web', 'tests'].some((room) => inside(to, room)),
  },
  {
    reason: 'handlers/ never reaches for the rim',
    breaks: ({ from, to }) => inside(from, 'handlers') && ['bot', 'web', 'tests'].some((room) => inside(to, room)),
  },
  {
    reason: 'nothing imports web/',
    breaks: ({ from, to }) => !inside(from, 'web') && !inside(from, 'tests') && inside(to, 'web'),
  },
  { reason: 'nothing imports tests/', breaks: ({ from, to }) => !inside(from, 'tests') && inside(to, 'tests') },
  {
    reason: 'botbuilder only in bot/: its support ended, it must stay replaceable',
    breaks: ({ from, to }) => isPackage(to, 'botbuilder') && !inside(from, 'bot') && !inside(from, 'tests'),
  },
  {
    reason: 'express only in handlers/http/ and bot/',
    breaks: ({ from, to }) =>
      isPackage(to, 'express') && !inside(from, 'handlers/http') && !inside(from, 'bot') && !inside(from, 'tests'),
  },
  {
    reason: 'stories know no HTTP',
    breaks: ({ from, to }) => inside(from, 'handlers') && !inside(from, 'handlers/http') && inside(to, 'handlers/http'),
  },
  {
    reason: 'ports and shapes import no story',
    breaks: ({ from, to }) =>
      /^handlers\/(ports|message|outcome|reply|action|conversation|ticket|events|errors|texts)\.ts$/.test(from) &&
      /^handlers\/(turn|desk|insights|http)\//.test(to) &&
      !/(opening-hours|promise)\.js$/.test(to),
  },
  {
    reason: 'fuse.js only in match/fuzzy.ts',
    breaks: ({ from, to }) => isPackage(to, 'fuse.js') && from !== 'knowledge/match/fuzzy.ts' && !inside(from, 'tests'),
  },
  {
    reason: 'one YAML reader: front-matter.ts',
    breaks: ({ from, to }) => isPackage(to, 'yaml') && from !== 'knowledge/front-matter.ts' && !inside(from, 'tests'),
  },
  {
    reason: 'markdown-it only in render.ts',
    breaks: ({ from, to }) => isPackage(to, 'markdown-it') && from !== 'knowledge/render.ts',
  },
  {
    reason: 'ioredis only in bot/state/redis',
    breaks: ({ from, to }) => isPackage(to, 'ioredis') && !inside(from, 'bot/state/redis') && !inside(from, 'tests'),
  },
  {
    reason: 'the matcher runs in the browser: no node modules in knowledge/text and knowledge/match',
    breaks: ({ from, to }) => /^knowledge\/(text|match)\//.test(from) && to.startsWith('node:'),
  },
  {
    reason: 'web/ shares the matcher and plain shapes only',
    breaks: ({ from, to, typeOnly }) =>
      inside(from, 'web') &&
      !typeOnly &&
      (inside(to, 'bot') ||
        (/^handlers\/(turn|desk|http|insights)\//.test(to) && !/\/(views|coach)\.js$/.test(to)) ||
        to.startsWith('node:')) &&
      !/(vite\.config|build)\.(ts|mjs)$/.test(from),
  },
  { reason: 'nobody imports main.ts', breaks: ({ to }) => to === 'bot/main.js' },
];

describe('who may import whom (STIJL.md)', () => {
  test.each(RULES)('$reason', ({ breaks }) => {
    expect(all.filter(breaks).map(say)).toEqual([]);
  });

  test('the environment is read in config.ts only', () => {
    const readers = ROOMS.filter((room) => room !== 'tests')
      .flatMap(sources)
      .filter((file) => readFileSync(join(root, file), 'utf8').includes('process.env'));
    expect(readers).toEqual(['bot/config.ts']);
  });

  test('a file uses no clock of its own but through ports', () => {
    const rooms = sources('handlers').filter((file) =>
      /\bnew Date\(\)|\bDate\.now\(\)|Math\.random\(/.test(readFileSync(join(root, file), 'utf8')),
    );
    expect(rooms).toEqual([]);
  });
});
