/** One thing wrong with a knowledge file. All problems of a folder are reported together. */
export interface Problem {
  /** Path relative to the knowledge folder. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly message: string;
  /** A warning is shown but does not refuse the library. */
  readonly severity: 'error' | 'warning';
}

/** `entries/ziekte/x.md:4: fout: …`, the form editors turn into a link. */
export function formatProblem(problem: Problem): string {
  const severity = problem.severity === 'error' ? 'fout' : 'let op';
  return `${problem.file}:${String(problem.line)}: ${severity}: ${problem.message}`;
}
