import type { IncomingMessage, ServerResponse } from 'node:http';
import express from 'express';
import { offlineRouter } from '../../handlers/http/offline/offline-router.js';
import type { Library } from '../../knowledge/library.js';
import type { Model } from '../../knowledge/match/model.js';
import { reduceModel } from '../../knowledge/match/reduce.js';
import { train } from '../../knowledge/match/train.js';
import type { Served } from './serve.js';

/** A matcher for a small library, small itself; trained in well under a second. */
export function tinyModel(library: Library): Model {
  const model = train([...library.items.values()], { concepts: Object.fromEntries(library.concepts) });
  return reduceModel(model, { leastTexts: 1, leastTextsWithin: 1, step: 8, keepPhrasings: true });
}

/** Puts /kennis.json with a trained matcher in front of a served helpline. */
export function withOffline({ app }: Served): void {
  const { knowledge, clock } = app.deps;
  const front = express().use(
    offlineRouter({ knowledge, clock, smallModel: (library) => Promise.resolve(tinyModel(library)) }),
  );
  const [behind] = app.server.listeners('request') as ((request: IncomingMessage, response: ServerResponse) => void)[];
  app.server.removeAllListeners('request');
  app.server.on('request', (request, response) => {
    if (request.url === '/kennis.json') front(request, response);
    else behind?.(request, response);
  });
}
