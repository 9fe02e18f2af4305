import { toHtml, toPlainText } from '../../../knowledge/render.js';
import { trusted, type Html } from './html.js';

/** Curated Markdown as part of a page; its headings start at the level that fits there. */
export function markdown(text: string, topHeading: 2 | 3 | 4 = 2): Html {
  const deeper = topHeading - 2;
  return trusted(
    toHtml(text).replace(/<(\/?)h([1-6])>/g, (_all, slash: string, level: string) => {
      const to = Math.min(6, Math.max(topHeading, Number(level) + deeper));
      return `<${slash}h${String(to)}>`;
    }),
  );
}

/** One line of Markdown without the paragraph around it, as inside a label. */
export function inlineMarkdown(text: string): Html {
  return trusted(
    toHtml(text)
      .trim()
      .replace(/^<p>([\s\S]*)<\/p>$/, (all, inner: string) => (inner.includes('<p>') ? all : inner)),
  );
}

/** The start of a text in one line, cut at a word, as search engines and shared links show it. */
export function summary(text: string, longest = 155): string {
  const line = toPlainText(text).replace(/\s+/g, ' ').trim();
  if (line.length <= longest) return line;
  return `${line.slice(0, longest).replace(/\s+\S*$/, '')}…`;
}
