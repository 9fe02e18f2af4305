import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { parseConfig } from '../../bot/config.js';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** What the image sets for itself. */
const image: Readonly<Record<string, string>> = Object.fromEntries(
  [...(/^ENV (.*)$/m.exec(read('Dockerfile'))?.[1] ?? '').matchAll(/(\w+)=(\S+)/g)].map(([, name = '', value = '']) => [
    name,
    value,
  ]),
);
const { services } = parse(read('compose.yaml')) as {
  services: { app: { environment: Record<string, unknown>; ports: string[] }; redis: { command: string } };
};

describe('the files to run it with', () => {
  test('a copied .env.example does not move the data out of the volume of the container', () => {
    const { NODE_ENV: _, ...places } = image;
    expect(Object.keys(places).sort()).toEqual(['CACHE_DIR', 'DATA_DIR', 'KNOWLEDGE_DIR', 'PORT']);
    for (const [name, value] of Object.entries(places))
      expect([name, String(services.app.environment[name])]).toEqual([name, value]);
    expect(services.app.ports.join()).toContain(`:${image.PORT ?? ''}`);
  });

  test('the Redis beside it keeps every commit, and throws nothing away', () => {
    for (const option of ['--appendonly yes', '--appendfsync always', '--maxmemory-policy noeviction'])
      expect(services.redis.command).toContain(option);
  });

  test('.env.example as it stands is a right configuration', () => {
    const lines = read('.env.example').matchAll(/^([A-Z][A-Z0-9_]*)=(.*)$/gm);
    const parsed = parseConfig(Object.fromEntries([...lines].map(([, name, value]) => [name ?? '', value ?? ''])));
    expect(parsed.ok ? [] : parsed.problems).toEqual([]);
  });

  test('every file that the image copies is there, and nothing of a person or a machine goes in', () => {
    const ignored = read('.dockerignore').trim().split('\n');
    expect(ignored).toEqual(expect.arrayContaining(['.git', '.env', 'data', 'node_modules', 'dist', '.cache']));
    const copied = [...read('Dockerfile').matchAll(/^COPY --from=build (?:--\S+ )?\/app\/(\S+)/gm)].map(
      ([, path = '']) => path,
    );
    expect(copied.filter((path) => !path.startsWith('node_modules/'))).toEqual([
      'package.json',
      'dist',
      'knowledge',
      'tests/ranking',
      '.cache',
    ]);
    // What stays outside the bundle, with what it reads itself; its headers are for who compiles it.
    const [, names = ''] = /^const NATIVE = \[(.*)\];$/m.exec(read('scripts/build.mjs')) ?? [];
    const outside = [...names.matchAll(/'([^']+)'/g)].map(([, name = '']) => name);
    const reads = outside.flatMap((name) =>
      Object.keys(
        (
          JSON.parse(read(`node_modules/${name}/package.json`)) as {
            readonly dependencies?: Readonly<Record<string, string>>;
          }
        ).dependencies ?? {},
      ),
    );
    const wanted = [...outside, ...reads].filter((name) => name !== 'node-addon-api');
    expect(copied.filter((path) => path.startsWith('node_modules/'))).toEqual(
      wanted.map((name) => `node_modules/${name}`),
    );
  });
});
