import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Package {
  readonly name: string;
  readonly version: string;
  readonly licence: string | null;
}
interface Rules {
  productionPackages(lock: unknown): readonly Package[];
  forbiddenLicences(packages: readonly Package[]): readonly Package[];
  readAudit(text: string): { readonly kind: string; readonly reason?: string; readonly found?: readonly object[] };
}
const root = join(import.meta.dirname, '../..');
const rules = (await import(join(root, 'scripts/audit-rules.mjs'))) as Rules;

describe('what we build upon', () => {
  test('has a licence of our list, each production package', () => {
    const packages = rules.productionPackages(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')));
    expect(packages.length).toBeGreaterThan(100);
    expect(rules.forbiddenLicences(packages)).toEqual([]);
  });

  test.each([
    ['MIT', 0],
    ['(MIT OR GPL-3.0)', 0],
    ['(ISC AND CC-BY-3.0)', 0],
    ['GPL-3.0', 1],
    ['(MIT AND GPL-3.0)', 1],
    ['SEE LICENSE IN LICENSE', 1],
    [null, 1],
  ])('%s: %d outside the list', (licence, count) => {
    expect(rules.forbiddenLicences([{ name: 'x', version: '1', licence }])).toHaveLength(count);
  });

  test('what serves development only does not count', () => {
    const lock = {
      packages: {
        '': {},
        'node_modules/a': { version: '1', license: 'MIT' },
        'node_modules/b': { version: '1', dev: true },
      },
    };
    expect(rules.productionPackages(lock)).toEqual([{ name: 'a', version: '1', licence: 'MIT' }]);
  });

  test.each([
    [
      '{"vulnerabilities":{"a":{"name":"a","severity":"high","via":[{"title":"bad"}]}}}',
      { kind: 'known', found: [{ name: 'a', severity: 'high', title: 'bad' }] },
    ],
    ['{"vulnerabilities":{}}', { kind: 'known', found: [] }],
    ['{"message":"405 Method Not Allowed"}', { kind: 'unknown', reason: '405 Method Not Allowed' }],
    ['not json', { kind: 'unknown', reason: 'no JSON' }],
  ])('the registry’s answer %s is never taken for "none" when it is none', (text, read) => {
    expect(rules.readAudit(text)).toEqual(read);
  });
});
