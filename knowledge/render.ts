import MarkdownIt from 'markdown-it';
import { keepLast } from './keep-last.js';

type Tokens = ReturnType<InstanceType<typeof MarkdownIt>['parse']>;

const markdownIt = new MarkdownIt({ html: false, linkify: true, breaks: false, typographer: false });

/** Curated or coach's Markdown -> HTML without any HTML of its own. Links open elsewhere and leak no referrer. */
export function toHtml(markdown: string): string {
  return rendered(markdown);
}

/** The same answers go out again and again: rendering them costs more than finding them. */
const MOST_KEPT = 200;
const rendered = keepLast(MOST_KEPT, (markdown) => markdownIt.render(markdown));

const plainLink = markdownIt.renderer.rules.link_open;
markdownIt.renderer.rules.link_open = (tokens, index, options, env, self) => {
  const token = tokens[index];
  token?.attrSet('rel', 'noopener noreferrer');
  if (/^https?:/.test(String(token?.attrGet('href') ?? ''))) token?.attrSet('target', '_blank');
  return plainLink ? plainLink(tokens, index, options, env, self) : self.renderToken(tokens, index, options);
};

/** What a channel writes around words it shows bold or slanted, and before a heading. */
interface TextMarks {
  readonly strong: string;
  readonly em: string;
  /** Before every line of a quotation. */
  readonly quote: string;
}
const NO_MARKS: TextMarks = { strong: '', em: '', quote: '' };
const WHATSAPP_MARKS: TextMarks = { strong: '*', em: '_', quote: '> ' };

/** Markdown -> text as a channel without any formatting shows it: no asterisks, no hashes, lists as "- " and "1. ". */
export function toPlainText(markdown: string): string {
  return plain(markdown);
}

const plain = keepLast(MOST_KEPT, (markdown) => markedText(markdown, NO_MARKS));

/** Markdown -> text with the marks WhatsApp shows: *bold*, _slanted_, "- " and "1. " for lists. */
export function toWhatsAppText(markdown: string): string {
  return markedText(markdown, WHATSAPP_MARKS);
}

function markedText(markdown: string, marks: TextMarks): string {
  return plainBlocks(markdownIt.parse(markdown, {}), marks)
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function plainBlocks(tokens: Tokens, marks: TextMarks): string {
  let out = '';
  const lists: { ordered: boolean; next: number }[] = [];
  let quotes = 0;
  for (const token of tokens) {
    const list = lists.at(-1);
    switch (token.type) {
      case 'bullet_list_open':
      case 'ordered_list_open':
        lists.push({ ordered: token.type === 'ordered_list_open', next: Number(token.attrGet('start') ?? 1) });
        break;
      case 'bullet_list_close':
      case 'ordered_list_close':
        lists.pop();
        if (lists.length === 0) out += '\n';
        break;
      case 'list_item_open':
        if (list) out += `${'  '.repeat(lists.length - 1)}${list.ordered ? `${String(list.next++)}. ` : '- '}`;
        break;
      case 'inline':
        out += quoted(plainInline(token.children ?? [], marks), quotes > 0 ? marks.quote : '');
        break;
      case 'paragraph_close':
        out += list ? '\n' : '\n\n';
        break;
      case 'blockquote_open':
        quotes += 1;
        break;
      case 'blockquote_close':
        quotes -= 1;
        break;
      case 'heading_open':
        out += marks.strong;
        break;
      case 'heading_close':
        out += `${marks.strong}:\n`;
        break;
      case 'fence':
      case 'code_block':
        out += `${token.content.trimEnd()}\n\n`;
        break;
    }
  }
  return out;
}

function quoted(text: string, mark: string): string {
  return mark === '' ? text : text.replace(/^/gm, mark);
}

function plainInline(tokens: Tokens, marks: TextMarks): string {
  let href: string | null = null;
  let linkText = '';
  return tokens
    .map((token) => {
      if (token.type === 'link_open') {
        href = String(token.attrGet('href') ?? '');
        linkText = '';
        return '';
      }
      if (token.type === 'link_close') {
        const address = href ?? '';
        href = null;
        return address === '' || address === linkText || address.endsWith(`//${linkText}`) ? '' : ` (${address})`;
      }
      if (token.type === 'strong_open' || token.type === 'strong_close') return marks.strong;
      if (token.type === 'em_open' || token.type === 'em_close') return marks.em;
      const text = token.type === 'softbreak' || token.type === 'hardbreak' ? '\n' : token.content;
      if (href !== null) linkText += text;
      return text;
    })
    .join('');
}
