import { belgianDay } from '../../../handlers/belgian-day.js';
import { KNOWLEDGE_CACHE, renewed } from './renew.js';

const PACKED_ON = 'mentorlijn.packed';
const FRAME = '/inbed';
const PAGES = ['/checklists', '/begrippen', '/faq'];
/** First the mentor's question, then the packing. */
const AFTER_MS = 4_000;

/** Registers the service worker and, once a day on a good connection, packs what is needed without network. */
export function packBag(today: string): void {
  if (!('serviceWorker' in navigator)) return;
  setTimeout(() => {
    void pack(today).catch(() => undefined);
  }, AFTER_MS);
}

async function pack(today: string): Promise<void> {
  await register();
  if (isDear() || packedOn() === today) return;
  await fill(today);
}

/** Because its reader wants it now, whatever the network costs. Whether everything is there. */
export async function packNow(): Promise<boolean> {
  await register();
  return fill(belgianDay(new Date()));
}

/** ISO date in Belgium on which everything was last packed; null for never, or where nothing can be kept. */
export function packedOn(): string | null {
  try {
    return localStorage.getItem(PACKED_ON);
  } catch {
    return null;
  }
}

async function register(): Promise<void> {
  await navigator.serviceWorker.register('/sw.js', { scope: '/' });
  await navigator.serviceWorker.ready;
}

async function fill(today: string): Promise<boolean> {
  // By hand as well: on a first visit the service worker does not yet see what this page asks.
  const cache = await caches.open(KNOWLEDGE_CACHE);
  const kennis = await renewed(cache, new URL('/kennis.json', location.href).href);
  if (!kennis.ok) return false;
  await packPages(cache);
  // In a frame of another website the page itself comes from an address of its own.
  if (location.pathname === FRAME) await keep(cache, FRAME);
  // Without its matcher (a server that still trains) we come back at the next visit.
  const complete = kennis.headers.get('etag')?.includes('-full') === true;
  if (complete) localStorage.setItem(PACKED_ON, today);
  return complete;
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

/** Megabytes nobody asked for are not taken from who counts them, nor over a network that needs it for his question. */
function isDear(): boolean {
  const { connection } = navigator as {
    readonly connection?: { readonly saveData?: boolean; readonly effectiveType?: string };
  };
  return connection?.saveData === true || /^(?:slow-)?[23]g$/.test(connection?.effectiveType ?? '');
}
