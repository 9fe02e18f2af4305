import { parseArgs } from 'node:util';

/** What may stand behind a command, options without their dashes. */
export interface Expected {
  /** How many words that are no option. */
  readonly words?: number;
  readonly flags?: readonly string[];
  /** Options that a value follows. */
  readonly valued?: readonly string[];
}

export interface TypedWords {
  readonly words: readonly string[];
  readonly flags: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, string>;
  /** `--help` or `-h`. */
  readonly asksHelp: boolean;
  /** What was not expected, as it was typed: a slip of the hand must not run as if it were not there. */
  readonly unknown: readonly string[];
  /** Options that miss their value. */
  readonly incomplete: readonly string[];
}

/** What somebody typed behind a command. */
export function readWords(args: readonly string[], { words: most = 0, flags = [], valued = [] }: Expected): TypedWords {
  const kinds = [
    ...flags.map((name) => [name, 'boolean'] as const),
    ...valued.map((name) => [name, 'string'] as const),
  ];
  const options = Object.fromEntries(kinds.map(([name, type]) => [name, { type }]));
  const { tokens } = parseArgs({ args: [...args], options, strict: false, allowPositionals: true, tokens: true });
  const words = tokens.filter((token) => token.kind === 'positional').map(({ value }) => value);
  const given = tokens
    .filter((token) => token.kind === 'option')
    .map((token) => ({ ...token, value: token.value ?? '' }));
  const isHelp = (name: string): boolean => name === 'help' || name === 'h';
  const isIncomplete = ({ name, value }: (typeof given)[number]): boolean =>
    valued.includes(name) && (value === '' || value.startsWith('--'));
  return {
    words: words.slice(0, most),
    flags: new Set(given.map(({ name }) => name).filter((name) => flags.includes(name))),
    values: new Map(given.filter(({ name }) => valued.includes(name)).map(({ name, value }) => [name, value])),
    asksHelp: given.some(({ name }) => isHelp(name)),
    unknown: [
      ...given.filter(({ name }) => !Object.hasOwn(options, name) && !isHelp(name)).map(({ rawName }) => rawName),
      ...words.slice(most),
    ],
    incomplete: given.filter(isIncomplete).map(({ rawName }) => rawName),
  };
}

/** For the commands of developers: prints the usage when it is asked for, or when something typed is not known. */
export function mayRun({ asksHelp, unknown, incomplete }: TypedWords, usage: string): boolean {
  if (asksHelp) {
    process.stdout.write(`${usage}\n`);
    return false;
  }
  const wrong = [
    ...unknown.map((word) => `unknown: ${word}`),
    ...incomplete.map((option) => `${option} needs a value`),
  ];
  if (wrong.length === 0) return true;
  process.stderr.write(`${[...wrong, usage].join('\n')}\n`);
  process.exitCode = 1;
  return false;
}
