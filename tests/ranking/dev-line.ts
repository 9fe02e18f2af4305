import { readFileSync } from 'node:fs';

/** One line of a development set: what is asked and what a good outcome is. */
export interface DevLine {
  readonly id: string;
  readonly text?: string;
  readonly turns?: readonly string[];
  readonly profile?: Readonly<Record<string, unknown>>;
  readonly gold: {
    readonly entries?: readonly string[];
    readonly refs?: readonly string[];
    readonly decision?: string;
    readonly urgent?: string | null;
    readonly language?: string;
  };
  readonly style: string;
  readonly set: string;
}

/** Reads development sets; a broken line is an error with its place. */
export function readDevSets(files: readonly string[]): DevLine[] {
  return files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, at) => {
        if (line.trim() === '') return [];
        try {
          return [JSON.parse(line) as DevLine];
        } catch (cause) {
          throw new Error(`${file}:${String(at + 1)} is no JSON`, { cause });
        }
      }),
  );
}

/** The question that counts: the last turn. */
export function questionOf(line: DevLine): string {
  return line.text ?? line.turns?.at(-1) ?? '';
}
