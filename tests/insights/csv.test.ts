import { describe, expect, test } from '@jest/globals';
import { toCsv } from '../../handlers/insights/csv.js';
import type { Cell, ColumnKind } from '../../handlers/insights/views.js';

const one = (cell: Cell, kind: ColumnKind = 'text'): string =>
  toCsv({ columns: [{ title: 'kop', kind }], rows: [[cell]] }).split('\r\n')[1] ?? '';

describe('a table as a file', () => {
  test.each([
    ['gewoon', 'gewoon'],
    ['een; twee', '"een; twee"'],
    ['hij zei "nee"', '"hij zei ""nee"""'],
    ['twee\nregels', '"twee\nregels"'],
    ['=2+5', `"'=2+5"`],
    ['+32 470', `"'+32 470"`],
    ['-1 dag', `"'-1 dag"`],
    ['@som(A1)', `"'@som(A1)"`],
    ['\tx', `"'\tx"`],
  ])('writes %j as %s', (cell, written) => {
    expect(one(cell)).toBe(written);
  });

  test.each([
    [12, 'number', '12'],
    [-3, 'number', '-3'],
    [12.345, 'minutes', '12,35'],
    [0.456, 'percent', '45,6'],
    [null, 'number', ''],
  ] as const)('writes the figure %j (%s) as %s', (cell, kind, written) => {
    expect(one(cell, kind)).toBe(written);
  });

  test('starts with the mark by which a spreadsheet knows UTF-8', () => {
    expect(toCsv({ columns: [{ title: 'Thema’s', kind: 'text' }], rows: [] })).toBe('\uFEFFThema’s\r\n');
  });
});
