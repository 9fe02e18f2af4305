import type { Kennis } from '../../../handlers/kennis.js';
import { createPocket, type Pocket } from './pocket.js';
import type { PocketRequest, PocketResponse } from './pocket-line.js';

/** Beside the page, so that reading the knowledge never freezes it. */
let pocket: Promise<Pocket | null> | null = null;

async function load(): Promise<Pocket | null> {
  try {
    const answer = await fetch('/kennis.json');
    if (!answer.ok) return null;
    const kennis = (await answer.json()) as { readonly v?: unknown };
    // A newer server may pack another bag than this page can read.
    return kennis.v === 1 ? createPocket(kennis as Kennis, new Date().toISOString().slice(0, 10)) : null;
  } catch {
    return null;
  }
}

async function respond({ id, ask, show }: PocketRequest): Promise<PocketResponse> {
  pocket ??= load();
  const ready = await pocket;
  // Not there yet: another time it may be.
  if (!ready) pocket = null;
  if (!ready) return { id, answer: null };
  return { id, answer: show ? ready.show(show.id, show.how) : ready.answer(ask ?? '') };
}

self.addEventListener('message', ({ data }: MessageEvent<PocketRequest>) => {
  void respond(data).then((response) => {
    self.postMessage(response);
  });
});
