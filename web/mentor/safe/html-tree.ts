/** The server's rendered Markdown, read again by an allow-list: nothing that is not named here reaches the page. */
export type SafeNode = SafeElement | string;

interface SafeElement {
  readonly tag: string;
  readonly href: string | null;
  /** Number an ordered list starts with. */
  readonly start: number | null;
  readonly children: readonly SafeNode[];
}

const ALLOWED = new Set(
  'p strong em s a ul ol li h1 h2 h3 h4 h5 h6 br hr code pre blockquote table thead tbody tr th td'.split(' '),
);
/** Their content is no text. */
const SILENT = new Set([
  'script',
  'style',
  'template',
  'iframe',
  'object',
  'svg',
  'math',
  'title',
  'textarea',
  'noscript',
]);
const EMPTY = new Set(['br', 'hr', 'img', 'input', 'meta', 'link']);

interface Open {
  readonly tag: string;
  readonly href: string | null;
  readonly start: number | null;
  readonly children: SafeNode[];
}

/** HTML -> a tree of allowed elements and text. A tag that is not allowed is dropped, its text stays. */
export function toSafeTree(html: string): readonly SafeNode[] {
  const root: Open = { tag: '', href: null, start: null, children: [] };
  const stack: Open[] = [root];
  const tokens = /<!--[\s\S]*?(?:-->|$)|<(\/?)([a-zA-Z][a-zA-Z0-9]*)((?:[^>"']|"[^"]*"|'[^']*')*)>|([^<]+|<)/g;
  let silent: string | null = null;
  for (const [, slash, name, attributes, text] of html.matchAll(tokens)) {
    const top = stack.at(-1) ?? root;
    const tag = name?.toLowerCase() ?? null;
    if (silent !== null) {
      if (slash === '/' && tag === silent) silent = null;
    } else if (text !== undefined) {
      top.children.push(decode(text));
    } else if (tag === null) {
      continue;
    } else if (slash === '/') {
      close(stack, tag);
    } else if (SILENT.has(tag)) {
      silent = tag;
    } else if (ALLOWED.has(tag)) {
      const element: Open = {
        tag,
        href: tag === 'a' ? safeHref(attribute(attributes ?? '', 'href')) : null,
        start: startOf(tag, attributes ?? ''),
        children: [],
      };
      top.children.push(element);
      if (!EMPTY.has(tag)) stack.push(element);
    }
  }
  return root.children;
}

function close(stack: Open[], tag: string): void {
  const at = stack.findLastIndex((open, index) => index > 0 && open.tag === tag);
  if (at > 0) stack.length = at;
}

function attribute(attributes: string, name: string): string | null {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(attributes);
  return found ? decode(found[1] ?? found[2] ?? found[3] ?? '') : null;
}

function startOf(tag: string, attributes: string): number | null {
  const start = tag === 'ol' ? Number(attribute(attributes, 'start') ?? Number.NaN) : Number.NaN;
  return Number.isSafeInteger(start) ? start : null;
}

/** Links to the web, to mail, to a telephone, or within our own site. */
export function safeHref(href: string | null): string | null {
  if (href === null) return null;
  // eslint-disable-next-line no-control-regex -- browsers skip these when they read a scheme
  const plain = href.replace(/[\u0000-\u0020]/g, '');
  return /^(https?:\/\/|mailto:|tel:|\/(?!\/)|#)/i.test(plain) ? plain : null;
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

function decode(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
    },
  );
}
