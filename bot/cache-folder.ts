import { access, constants, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { startProblem } from './start-problem.js';

/**
 * Why nothing can be kept in the cache folder; null when it can. No reason to refuse the start: but every start, and
 * every change that coaches publish, then trains anew, and whoever runs it should know.
 */
export async function cacheProblem(cacheDir: string): Promise<string | null> {
  try {
    await mkdir(cacheDir, { recursive: true });
    await access(join(cacheDir, '.'), constants.W_OK);
    return null;
  } catch (error) {
    return startProblem(error) ?? `${cacheDir}: ${String(error)}.`;
  }
}
