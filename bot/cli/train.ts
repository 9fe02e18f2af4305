import { setPriority } from 'node:os';
import { loadKeptLibrary } from '../../knowledge/library-cache.js';
import { adoptModels, keepModels } from '../../knowledge/model-cache.js';
import { endWithParent } from '../end-with-parent.js';
import { ANSWERING, type TrainingOrder } from '../train-apart.js';

endWithParent();
process.once('message', (order: TrainingOrder) => {
  void train(order).then((code) => process.exit(code));
});

async function train({ texts, cacheDir, adoptFrom, part, pace }: TrainingOrder): Promise<number> {
  if (pace === 'aside') setPriority(10);
  const { library } = await loadKeptLibrary(texts, cacheDir);
  if (!library) return 2;
  await adoptModels(library, adoptFrom, cacheDir);
  await keepModels(part, library, cacheDir, () => process.send?.(ANSWERING));
  return 0;
}
