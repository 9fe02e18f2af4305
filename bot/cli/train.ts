import { setPriority } from 'node:os';
import { buildLibrary } from '../../knowledge/load-library.js';
import { keepAllModels } from '../../knowledge/model-cache.js';
import type { TrainingOrder } from '../train-apart.js';

// Turns go before training where they share a processor.
setPriority(10);
process.once('message', (order: TrainingOrder) => {
  const { library } = buildLibrary(order.texts);
  if (!library) process.exit(2);
  void keepAllModels(library, order.cacheDir).then(() => process.exit(0));
});
