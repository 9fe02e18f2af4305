import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mask } from '../../handlers/privacy/mask.js';

const LINES = readFileSync(join(import.meta.dirname, 'audit-table.txt'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));

const words = (text: string): readonly string[] => text.match(/[\p{L}\d]+/gu) ?? [];
const count = (list: readonly string[], word: string): number => list.filter((one) => one === word).length;

/** Of one line: how many personal bits it holds, which of them show through, and which other words went with them. */
function audit(line: string) {
  const personal = [...line.matchAll(/«([^»]*)»/g)].map(([, bit = '']) => bit);
  const rest = words(line.replace(/«[^»]*»/g, ' '));
  const kept = words(mask(line.replace(/[«»]/g, '')).replace(/\[[a-z-]+\]/g, ' '));
  return {
    bits: personal.length,
    leaks: personal.filter((bit) =>
      words(bit).some((word) => word.length > 1 && count(kept, word) > count(rest, word)),
    ),
    lost: rest.filter((word) => count(rest, word) > count(kept, word)),
  };
}

describe('the audit of masking', () => {
  test.each(LINES)('%s', (line) => {
    expect(audit(line)).toMatchObject({ leaks: [], lost: [] });
  });

  test('is large, and most of its lines hold something personal', () => {
    expect(LINES.length).toBeGreaterThanOrEqual(250);
    expect(LINES.reduce((sum, line) => sum + audit(line).bits, 0)).toBeGreaterThanOrEqual(180);
  });
});
