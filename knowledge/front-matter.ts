import { isNode, isScalar, LineCounter, parseDocument, stringify, visit } from 'yaml';

/** A parsed YAML text, with the way back from a field to its line. */
export interface YamlText {
  readonly data: unknown;
  /** 1-based line of the value at `path` in the whole file; the nearest parent's when the value is absent. */
  lineOf(path: readonly (string | number)[]): number;
  /** Syntax errors: YAML that cannot be trusted. */
  readonly errors: readonly { readonly line: number; readonly message: string }[];
}

/** A Markdown file split in its fields and its text. */
export interface FrontMatter {
  readonly fields: YamlText;
  readonly body: string;
  /** 1-based line of the body's first line. */
  readonly bodyLine: number;
}

const FENCE = /^---[ \t]*\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)/m;

/** The only YAML reader of the house. `firstLine` is the 1-based line where `text` starts in its file. */
export function readYaml(text: string, firstLine = 1): YamlText {
  const { document, at } = parse(text, firstLine);
  const errors = document.errors.map((error) => ({ line: at(error.pos[0]), message: error.message }));
  const value = errors.length > 0 ? { data: undefined, errors } : toData({ document, at }, firstLine);
  return { ...value, lineOf: (path) => lineIn(parse(text, firstLine), path, firstLine) };
}

interface Parse {
  readonly document: ReturnType<typeof parseDocument>;
  /** The line of a character. */
  readonly at: (offset: number) => number;
}

/** A parsed document holds fifty times its text: whoever needs a line, seldom and for few, has it parsed again. */
function parse(text: string, firstLine: number): Parse {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, prettyErrors: false });
  return { document, at: (offset) => lines.linePos(offset).line + firstLine - 1 };
}

function lineIn({ document, at }: Parse, path: readonly (string | number)[], firstLine: number): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return at(node.range[0]);
  }
  return firstLine;
}

/** An alias without its anchor is only found here. */
function toData({ document, at }: Parse, firstLine: number): Pick<YamlText, 'data' | 'errors'> {
  try {
    const odd = firstOddKey(document);
    if (odd !== null)
      return {
        data: undefined,
        errors: [{ line: at(odd), message: 'een veldnaam is gewone tekst, geen lijst of blok' }],
      };
    return { data: document.toJS() as unknown, errors: [] };
  } catch (error) {
    return {
      data: undefined,
      errors: [{ line: firstLine, message: error instanceof Error ? error.message : 'onleesbaar' }],
    };
  }
}

/** Where a field is named by something else than text: nested, reading it takes for ever. */
function firstOddKey(document: ReturnType<typeof parseDocument>): number | null {
  let found: number | null = null;
  visit(document, {
    Pair: (_key, { key }) => {
      if (key === null || isScalar(key)) return undefined;
      found = isNode(key) && key.range ? key.range[0] : 0;
      return visit.BREAK;
    },
  });
  return found;
}

/** Splits `---` fields from the Markdown under them; null when the file does not start with a `---` block. */
export function readFrontMatter(text: string): FrontMatter | null {
  const clean = text.replace(/^\uFEFF/, '');
  const match = FENCE.exec(clean);
  if (match?.index !== 0) return null;
  const head = match[0];
  return {
    fields: readYaml(match[1] ?? '', 2),
    body: clean.slice(head.length),
    bodyLine: head.split('\n').length,
  };
}

/** One value as it may stand behind `field: ` or between the brackets of a list: quoted where YAML needs it. */
export function yamlValue(value: string): string {
  const flat = value.replace(/\s+/g, ' ').trim();
  const plain = stringify(flat, { lineWidth: 0 }).trim();
  // What is plain on a line of its own is not always plain inside [a, b].
  return plain === flat && /[,[\]{}]/.test(flat) ? JSON.stringify(flat) : plain;
}
