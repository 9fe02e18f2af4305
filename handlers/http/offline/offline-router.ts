import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { Router } from 'express';
import type { Library } from '../../../knowledge/library.js';
import type { PocketModels } from '../../../knowledge/model-cache.js';
import type { Clock, Knowledge } from '../../ports.js';
import { kennisBundle } from './kennis-bundle.js';
import { belgianDay } from '../../belgian-day.js';

export interface OfflineDeps {
  readonly knowledge: Knowledge;
  readonly clock: Clock;
  /** The models of a library as phones carry them; null for what is not trained yet. Never trains. */
  readonly pocketModels: (library: Library) => Promise<PocketModels>;
}

interface Made {
  readonly complete: boolean;
  readonly etag: string;
  /** Gzipped: nearly everybody takes it so. */
  readonly body: Buffer;
}

/** A bundle without a matcher is looked at again after this time. */
const INCOMPLETE_MS = 60_000;
const gzipped = promisify(gzip);
const plain = promisify(gunzip);

/** `/kennis.json`: the knowledge with its matcher, for phones without network. Made once per version, when first asked. */
export function offlineRouter(deps: OfflineDeps): Router {
  const current = keepMade(deps);
  const router = Router();
  router.get('/kennis.json', async (request, response) => {
    const { etag, body } = await current();
    const readsGzip = request.acceptsEncodings('gzip') !== false;
    response.set({
      // The same words in other bytes: weak.
      ETag: readsGzip ? etag : `W/${etag}`,
      Vary: 'Accept-Encoding',
      'Cache-Control': 'public, no-cache',
      'Content-Type': 'application/json; charset=utf-8',
    });
    // Not request.fresh: a client that says no-cache wants to ask, not to download megabytes it has.
    if (request.get('if-none-match')?.includes(etag) === true) {
      response.status(304).end();
      return;
    }
    // Every browser that has service workers reads gzip; a proxy, a script or a check may not.
    if (readsGzip) response.set('Content-Encoding', 'gzip').send(body);
    else response.send(await plain(body));
  });
  return router;
}

/** However many ask at once, a version is made once. */
function keepMade({ knowledge, clock, pocketModels }: OfflineDeps): () => Promise<Made> {
  let kept: { readonly version: string; readonly made: Promise<Made>; until: number } | null = null;
  return () => {
    const { library } = knowledge.current();
    const now = clock.now();
    if (kept?.version === library.version && now.getTime() < kept.until) return kept.made;
    const mine = { version: library.version, made: make(library, pocketModels, now), until: Number.POSITIVE_INFINITY };
    kept = mine;
    mine.made.then(
      ({ complete }) => {
        if (!complete) mine.until = now.getTime() + INCOMPLETE_MS;
      },
      () => {
        mine.until = 0;
      },
    );
    return mine.made;
  };
}

async function make(library: Library, pocketModels: OfflineDeps['pocketModels'], now: Date): Promise<Made> {
  const models = await pocketModels(library);
  const bundle = await kennisBundle(library, models, belgianDay(now));
  const text = JSON.stringify(bundle);
  const complete = models.matcher !== null && models.signals !== null;
  const etag = `"${markOf(text.replace(bundle.date, ''))}-${complete ? 'full' : 'words'}"`;
  return { complete, etag, body: await gzipped(text, { level: 9 }) };
}

/** Of what it says, models and all, and not of the day it was made: a phone takes it again only when it is another. */
function markOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 20);
}
