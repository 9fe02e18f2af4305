import { Router, type Request } from 'express';
import { formatProblem, type Problem } from '../../knowledge/problem.js';
import { sameSecret } from '../desk/secret-hash.js';
import { MentorlijnError, storeTrouble } from '../errors.js';
import type { Knowledge, Store } from '../ports.js';

export interface HealthDeps {
  readonly store: Store;
  readonly knowledge: Knowledge & { problems(): readonly Problem[] };
  readonly stopping: () => boolean;
  /** Null: only this machine itself may read the figures. */
  readonly metricsToken: string | null;
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
      (error: unknown) => storeTrouble(error),
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
  router.get('/metrics', async (request, response) => {
    refuseStranger(request, deps.metricsToken);
    const { contentType, text } = await deps.metrics();
    response.type(contentType).send(text);
  });
  return router;
}

/** How many questions come in, and how late they are, is nobody else's business. */
function refuseStranger(request: Request, token: string | null): void {
  if (token === null) {
    if (isThisMachine(request)) return;
    throw new MentorlijnError('not-allowed', 'the figures are for this machine only: set METRICS_TOKEN');
  }
  const [scheme, given = ''] = (request.get('authorization') ?? '').split(' ');
  if (scheme?.toLowerCase() !== 'bearer' || !sameSecret(given, token))
    throw new MentorlijnError('not-signed-in', 'the figures ask for METRICS_TOKEN as a Bearer token');
}

const PASSED_ON = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'] as const;

/** A proxy beside us speaks for the whole internet: what it passes on comes from elsewhere. */
function isThisMachine({ socket, headers }: Request): boolean {
  const address = (socket.remoteAddress ?? '').replace(/^::ffff:/, '');
  return (address === '::1' || address.startsWith('127.')) && PASSED_ON.every((name) => headers[name] === undefined);
}
