import { belgianDay } from '../../../handlers/belgian-day.js';
import type { Kennis } from '../../../handlers/kennis.js';
import { createPocket, type Pocket, type PocketAnswer } from './pocket.js';
import type { PocketRequest, PocketResponse } from './pocket-line.js';

/** Beside the page, so that reading the knowledge never freezes it. */
const pocket = once((kennis): Pocket => createPocket(kennis, belgianDay(new Date())));

async function load(): Promise<Kennis | null> {
  try {
    const answer = await fetch('/kennis.json');
    if (!answer.ok) return null;
    const kennis = (await answer.json()) as { readonly v?: unknown };
    // A newer server may pack another bag than this page can read.
    return kennis.v === 1 ? (kennis as Kennis) : null;
  } catch {
    return null;
  }
}

function once<T>(make: (kennis: Kennis) => T): () => Promise<T | null> {
  let made: Promise<T | null> | null = null;
  return async () => {
    made ??= load().then((kennis) => kennis && make(kennis));
    const ready = await made;
    // Not there yet: another time it may be.
    if (ready === null) made = null;
    return ready;
  };
}

async function respond(request: PocketRequest): Promise<PocketAnswer | null> {
  switch (request.do) {
    case 'ask':
      return (await pocket())?.answer(request.text) ?? null;
    case 'show':
      return (await pocket())?.show(request.item, request.how) ?? null;
    case 'wake':
      return null;
  }
}

self.addEventListener('message', ({ data }: MessageEvent<PocketRequest & { readonly id: number }>) => {
  void pocket()
    .then(async (ready) => ({ carries: ready !== null, answer: await respond(data) }))
    .catch(() => ({ carries: false, answer: null }))
    .then((said) => {
      self.postMessage({ id: data.id, ...said } satisfies PocketResponse);
    });
});
