import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { toHtml } from '../../knowledge/render.js';
import { safeHref, toSafeTree, type SafeNode } from '../../web/mentor/safe/html-tree.js';

function write(nodes: readonly SafeNode[]): string {
  return nodes
    .map((node) =>
      typeof node === 'string'
        ? node
        : `<${node.tag}${node.href === null ? '' : ` href=${node.href}`}>${write(node.children)}</${node.tag}>`,
    )
    .join('');
}

describe('reading the server’s HTML again', () => {
  test.each([
    [
      'our own Markdown',
      toHtml('Bel **112**.\n\n1. eerst\n2. dan'),
      '<p>Bel <strong>112</strong>.</p>\n<ol>\n<li>eerst</li>\n<li>dan</li>\n</ol>\n',
    ],
    ['a link', toHtml('[RSZ](https://socialsecurity.be)'), '<p><a href=https://socialsecurity.be>RSZ</a></p>\n'],
    ['a script', 'a<script>alert(1)</script>b', 'ab'],
    ['a script that never ends', 'a<script>alert(1)', 'a'],
    ['an event handler', '<p onclick="alert(1)" style="x">a</p>', '<p>a</p>'],
    ['an image', '<img src=x onerror=alert(1)>a', 'a'],
    ['a javascript link', '<a href="javascript:alert(1)">a</a>', '<a>a</a>'],
    ['a javascript link in disguise', '<a href=" java&#10;script:alert(1)">a</a>', '<a>a</a>'],
    ['another host without a scheme', '<a href="//kwaad.example">a</a>', '<a>a</a>'],
    ['a tag that is not closed', '<strong>a', '<strong>a</strong>'],
    ['a tag closed twice', '<p>a</p></p>b', '<p>a</p>b'],
    ['crossed tags', '<em><strong>a</em>b</strong>', '<em><strong>a</strong></em>b'],
    ['a comment', 'a<!-- <b> -->b', 'ab'],
    ['entities', '&lt;b&gt; &amp; &quot;c&quot; &#39;d&#x27;', '<b> & "c" \'d\''],
    ['a bare less-than sign', '1 < 2', '1 < 2'],
  ])('%s', (_name, html, expected) => {
    expect(write(toSafeTree(html))).toBe(expected);
  });

  test('a numbered list keeps its first number', () => {
    expect(toSafeTree('<ol start="3"><li>c</li></ol>')[0]).toMatchObject({ tag: 'ol', start: 3 });
  });

  test('whatever comes in, only allowed elements and safe links come out', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '/',
      '=',
      ' ',
      'a',
      'p',
      'script',
      'svg',
      'onload',
      'href',
      'javascript:',
      '<a href=',
      '<p>',
      '</p>',
      '<!--',
      '-->',
      '&#x6a;',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const check = (node: SafeNode): boolean =>
          typeof node === 'string' ||
          (/^(p|strong|em|s|a|ul|ol|li|h[1-6]|br|hr|code|pre|blockquote|table|thead|tbody|tr|th|td)$/.test(node.tag) &&
            (node.href === null || safeHref(node.href) === node.href) &&
            node.children.every(check));
        return toSafeTree(pieces.join('')).every(check);
      }),
      { numRuns: 500 },
    );
  });
});
