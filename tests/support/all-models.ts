import type { Library } from '../../knowledge/library.js';
import { keepModels, TRAINED_PARTS } from '../../knowledge/model-cache.js';

/** What the processes of a start train, one part after the other. */
export async function keepAllModels(library: Library, cacheDir: string): Promise<void> {
  for (const part of TRAINED_PARTS) await keepModels(part, library, cacheDir);
}
