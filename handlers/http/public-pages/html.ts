/** HTML that is safe to send: everything that came in as plain text was escaped. */
export class Html {
  constructor(readonly text: string) {}
}

/** What may stand between `${}`: text is escaped, HTML stays, lists are joined, nothing is nothing. */
export type Part = Html | string | number | null | undefined | false | readonly Part[];

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Safe in element content and in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);
}

/** The tag that writes every page: `html\`<p>${text}</p>\``. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(strings.map((string, at) => (at === 0 ? '' : say(parts[at - 1])) + tight(string)).join(''));
}

/** HTML that others made safe, such as rendered Markdown. */
export function trusted(text: string): Html {
  return new Html(text);
}

/** Indentation is for who writes the page, not for who loads it. */
function tight(string: string): string {
  return string.replace(/\s*\n\s*/g, '\n');
}

function say(part: Part): string {
  if (part === null || part === undefined || part === false) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'string') return escapeHtml(part);
  return typeof part === 'number' ? String(part) : part.map(say).join('');
}

/** Data for machines inside a page. `<` is written otherwise, so that no text can close the block. */
export function dataBlock(data: object): Html {
  const json = JSON.stringify(data)
    .replace(/</g, '\\u003c')
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029');
  return new Html(`<script type="application/ld+json">${json}</script>`);
}
