import { describe, expect, test } from '@jest/globals';
import { toHtml, toPlainText } from '../../knowledge/render.js';

describe('Markdown as plain text', () => {
  test.each([
    ['**vet** en *schuin*', 'vet en schuin'],
    ['- een\n- twee', '- een\n- twee'],
    ['1. een\n2. twee', '1. een\n2. twee'],
    ['## Stappen\n\nDit.', 'Stappen:\nDit.'],
    ['[RSZ](https://www.socialsecurity.be)', 'RSZ (https://www.socialsecurity.be)'],
    ['<b>x</b>', '<b>x</b>'],
    ['> aangehaald', 'aangehaald'],
    ['a\nb', 'a\nb'],
  ])('%j', (markdown, text) => {
    expect(toPlainText(markdown)).toBe(text);
  });
});

describe('Markdown as HTML', () => {
  test.each([
    ['<script>alert(1)</script>', '<script'],
    ['[x](javascript:alert(1))', 'href="javascript'],
    ['<img src=x onerror=alert(1)>', '<img'],
    ['[x](data:text/html,x)', 'href="data:text'],
  ])('%j carries nothing that runs', (markdown, forbidden) => {
    expect(toHtml(markdown)).not.toContain(forbidden);
  });

  test('links leak no referrer', () => {
    expect(toHtml('[x](https://example.org)')).toContain('rel="noopener noreferrer"');
  });
});
