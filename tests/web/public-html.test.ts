import { describe, expect, test } from '@jest/globals';
// Under another name, so that Prettier leaves the spaces alone.
import { dataBlock, html as page, trusted } from '../../handlers/http/public-pages/html.js';
import { inlineMarkdown, markdown, summary } from '../../handlers/http/public-pages/markdown.js';

describe('the html tag', () => {
  test.each([
    [
      'text is escaped',
      page`<p>${'<b>"1"</b> & \'co\''}</p>`,
      '<p>&lt;b&gt;&quot;1&quot;&lt;/b&gt; &amp; &#39;co&#39;</p>',
    ],
    ['an attribute cannot be left', page`<a title="${'" onclick="x'}">`, '<a title="&quot; onclick=&quot;x">'],
    ['html inside html stays', page`<ul>${page`<li>${'a<b'}</li>`}</ul>`, '<ul><li>a&lt;b</li></ul>'],
    ['lists are joined, each part escaped', page`${['a', '<', page`<b>c</b>`]}`, 'a&lt;<b>c</b>'],
    ['nothing is nothing', page`[${null}${undefined}${false}${''}]`, '[]'],
    ['a number is a number', page`${0}`, '0'],
    ['trusted text is left alone', page`${trusted('<i>x</i>')}`, '<i>x</i>'],
    ['indentation is dropped, inserted text is not', page`<p>\n   ${'a\n   b'}</p>`, '<p>\na\n   b</p>'],
  ])('%s', (_behaviour, made, expected) => {
    expect(made.text).toBe(expected);
  });

  test('a data block cannot be closed by what it holds, and reads back the same', () => {
    const data = { name: '</script><script>alert(1)</script>\u2028' };
    const { text } = dataBlock(data);
    expect(text.match(/<\/script>/g)).toHaveLength(1);
    expect(JSON.parse(text.replace(/<\/?script[^>]*>/g, ''))).toEqual(data);
  });
});

describe('Markdown on a page', () => {
  test('HTML in the Markdown is shown, never run', () => {
    expect(markdown('<img src=x onerror=alert(1)>').text).toContain('&lt;img');
  });

  test('headings start where the page needs them', () => {
    expect(markdown('## Eerst\n\n### Dan').text).toBe('<h2>Eerst</h2>\n<h3>Dan</h3>\n');
    expect(markdown('## Eerst', 4).text).toBe('<h4>Eerst</h4>\n');
  });

  test('one line stands without its paragraph', () => {
    expect(inlineMarkdown('Bel **112**').text).toBe('Bel <strong>112</strong>');
  });

  test('a summary is one line, cut at a word', () => {
    expect(summary('Bel **112**.\n\n- nu\n- meteen')).toBe('Bel 112. - nu - meteen');
    expect(summary('een twee drie vier', 10)).toBe('een twee…');
  });
});
