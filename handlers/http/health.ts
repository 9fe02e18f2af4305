import { Router } from 'express';
import { formatProblem, type Problem } from '../../knowledge/problem.js';
import { isStoreEmptied } from '../errors.js';
import type { Knowledge, Store } from '../ports.js';

export interface HealthDeps {
  readonly store: Store;
  readonly knowledge: Knowledge & { problems(): readonly Problem[] };
  readonly stopping: () => boolean;
  readonly metrics: () => Promise<{ readonly contentType: string; readonly text: string }>;
}

/** `/healthz`, `/readyz`, `/metrics`. Not ready: the store does not answer, or we are stopping. */
export function healthRoutes(deps: HealthDeps): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.json({ status: 'alive' });
  });
  router.get('/readyz', async (_request, response) => {
    const store = await deps.store.ping().then(
      () => 'ok',
      (error: unknown) => (isStoreEmptied(error) ? 'emptied' : 'unavailable'),
    );
    const { library } = deps.knowledge.current();
    const problems = deps.knowledge.problems();
    const ready = store === 'ok' && !deps.stopping();
    response.status(ready ? 200 : 503).json({
      status: ready ? 'ready' : 'not-ready',
      store,
      knowledge: {
        version: library.version,
        items: library.items.size,
        refusedChange: problems.length === 0 ? null : problems.slice(0, 20).map(formatProblem),
      },
    });
  });
  router.get('/metrics', async (_request, response) => {
    const { contentType, text } = await deps.metrics();
    response.type(contentType).send(text);
  });
  return router;
}
