/** Of the service worker: where knowledge and public pages are kept. */
const KNOWLEDGE_CACHE = 'kennis-1';
const PACKED_ON = 'mentorlijn.packed';
const FRAME = '/inbed';
const PAGES = ['/checklists', '/begrippen', '/faq'];
/** First the mentor's question, then the packing. */
const AFTER_MS = 4_000;

/** Registers the service worker and, once a day, packs what is needed without network: knowledge, checklists, words. */
export function packBag(today: string): void {
  if (!('serviceWorker' in navigator)) return;
  setTimeout(() => {
    void pack(today).catch(() => undefined);
  }, AFTER_MS);
}

async function pack(today: string): Promise<void> {
  await navigator.serviceWorker.register('/sw.js', { scope: '/' });
  await navigator.serviceWorker.ready;
  if (savesData() || localStorage.getItem(PACKED_ON) === today) return;
  const kennis = await fetch('/kennis.json', { cache: 'no-cache' });
  if (!kennis.ok) return;
  const complete = kennis.headers.get('etag')?.includes('-full') === true;
  const cache = await caches.open(KNOWLEDGE_CACHE);
  // By hand as well: on a first visit the service worker does not yet see what this page asks.
  await cache.put(new URL('/kennis.json', location.href).href, kennis);
  await packPages(cache);
  // In a frame of another website the page itself comes from an address of its own.
  if (location.pathname === FRAME) await keep(cache, FRAME);
  // Without its matcher (a server that still trains) we come back at the next visit.
  if (complete) localStorage.setItem(PACKED_ON, today);
}

async function packPages(cache: Cache): Promise<void> {
  const texts = await Promise.all(PAGES.map((path) => keep(cache, path)));
  const files = new Set(
    texts.flatMap((text) =>
      [...text.matchAll(/(?:href|src)="(\/(?:checklists\/[a-z0-9-]+|public\/[^"]+))"/g)].map(([, path]) => path ?? ''),
    ),
  );
  // One by one: a phone on a site has better things to do.
  for (const path of files) await keep(cache, path);
}

async function keep(cache: Cache, path: string): Promise<string> {
  const answer = await fetch(path);
  if (!answer.ok || answer.redirected) return '';
  await cache.put(path, answer.clone());
  return answer.text();
}

function savesData(): boolean {
  const { connection } = navigator as { readonly connection?: { readonly saveData?: boolean } };
  return connection?.saveData === true;
}
