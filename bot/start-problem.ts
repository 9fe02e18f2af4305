import { StartRefused } from './state/start-refused.js';

/** What the system says of a file or folder that was named in a setting. */
const FILE_PROBLEMS: Readonly<Record<string, string>> = {
  ENOENT: 'dat bestaat niet',
  ENOTDIR: 'dat is geen map',
  EEXIST: 'dat is geen map',
  EISDIR: 'dat is een map, geen bestand',
  EACCES: 'daar zijn geen rechten voor',
  EPERM: 'daar zijn geen rechten voor',
  EROFS: 'daar mag niets geschreven worden',
  ENOSPC: 'de schijf is vol',
};

/** Why it does not start, in one line for whoever runs it; null for a fault of ours, which is told with its stack. */
export function startProblem(error: unknown): string | null {
  if (error instanceof StartRefused) return error.message;
  const { code = '', path } = Object(error) as Partial<NodeJS.ErrnoException>;
  const problem = FILE_PROBLEMS[code];
  return problem === undefined || path === undefined ? null : `${path}: ${problem}.`;
}
