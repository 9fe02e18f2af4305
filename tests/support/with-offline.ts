import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import express from 'express';
import { offlineRouter } from '../../handlers/http/offline/offline-router.js';
import type { Library } from '../../knowledge/library.js';
import { loadLibrary } from '../../knowledge/load-library.js';
import { pocketModels, type PocketModels } from '../../knowledge/model-cache.js';
import { keepAllModels } from './all-models.js';
import { fakeKnowledge } from './fake-knowledge.js';
import type { Served } from './serve.js';

const root = join(import.meta.dirname, '../..');

export interface RealKnowledge {
  readonly library: Library;
  readonly models: PocketModels;
}

/** The knowledge of this repository with its matcher as phones carry it; trained when nobody did so before. */
export async function realKnowledge(): Promise<RealKnowledge> {
  const { library } = await loadLibrary(join(root, 'knowledge'));
  if (!library) throw new Error('the knowledge has problems');
  const cache = join(root, '.cache');
  await keepAllModels(library, cache);
  return { library, models: await pocketModels(library, cache) };
}

/** Puts /kennis.json with the real knowledge in front of a served helpline. */
export function withOffline({ app }: Served, { library, models }: RealKnowledge): void {
  const knowledge = { current: () => ({ ...fakeKnowledge().current(), library }) };
  const front = express().use(
    offlineRouter({ knowledge, clock: app.deps.clock, pocketModels: () => Promise.resolve(models) }),
  );
  const [behind] = app.server.listeners('request') as ((request: IncomingMessage, response: ServerResponse) => void)[];
  app.server.removeAllListeners('request');
  app.server.on('request', (request, response) => {
    if (request.url === '/kennis.json') front(request, response);
    else behind?.(request, response);
  });
}
