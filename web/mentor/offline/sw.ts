/// <reference lib="webworker" />
import { KNOWLEDGE_CACHE, renewed } from './renew.js';
import { routeOf } from './routes.js';

declare const self: ServiceWorkerGlobalScope;
/** Filled in by web/build.mjs: the files of this build, and a name that changes with them. */
declare const SHELL: readonly string[];
declare const BUILD: string;

const SHELL_CACHE = `shell-${BUILD}`;
/** A network that says nothing for so long is no network. */
const PATIENCE_MS = 4_000;

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(SHELL_CACHE)
      .then((cache) => cache.addAll(SHELL.map((path) => new Request(path, { cache: 'reload' }))))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(
          names
            .filter((name) => name.startsWith('shell-') && name !== SHELL_CACHE)
            // The files of the build before stay: pages of that build are still open.
            .slice(0, -1)
            .map((name) => caches.delete(name)),
        ),
      )
      .then(() => self.clients.claim()),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  const route =
    url.origin === self.location.origin && request.method === 'GET' ? routeOf(url.pathname, SHELL) : 'network';
  switch (route) {
    case 'network':
      return;
    case 'frame':
      event.respondWith(framed(request));
      return;
    case 'shell-file':
      event.respondWith(caches.match(request).then((kept) => kept ?? fetch(request)));
      return;
    case 'shell':
      // At once, as it was installed with its own files; a newer one is installed beside it as a whole.
      event.respondWith(caches.match('/', { cacheName: SHELL_CACHE }).then((kept) => kept ?? fetch(request)));
      return;
    case 'knowledge':
      event.respondWith(keptFirst(request, event));
      return;
    case 'page':
      event.respondWith(publicPage(request, url));
  }
});

/** A coach has answered. The words stay with us: the device only hears that there is something to read. */
self.addEventListener('push', (event) => {
  event.waitUntil(
    self.clients.matchAll({ type: 'window', includeUncontrolled: true }).then((pages) => {
      // Who has the conversation before his eyes needs no bell.
      if (pages.some(({ visibilityState }) => visibilityState === 'visible')) return;
      return self.registration.showNotification('Mentorlijn', {
        body: 'Je hebt antwoord van een coach.',
        tag: 'antwoord',
        icon: '/icons/icon-192.png',
        lang: 'nl-BE',
      });
    }),
  );
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(
    self.clients.matchAll({ type: 'window' }).then((pages) => {
      const page = pages.find(({ url }) => new URL(url).pathname === '/');
      return page ? page.focus() : self.clients.openWindow('/');
    }),
  );
});

/**
 * The page in a frame of another website: fresh, because the server says which websites may show it; without network
 * as it was last given, with what it said of those websites.
 */
async function framed(request: Request): Promise<Response> {
  return (await networkFirst(request, '/inbed')) ?? Response.error();
}

async function networkFirst(request: Request, key: string): Promise<Response | null> {
  const cache = await caches.open(KNOWLEDGE_CACHE);
  const kept = await cache.match(key);
  try {
    const answer = await fetch(request, kept ? { signal: AbortSignal.timeout(PATIENCE_MS) } : {});
    if (answer.ok && !answer.redirected) await cache.put(key, answer.clone());
    // A server in trouble is no reason to take away what works.
    return answer.status >= 500 && kept ? kept : answer;
  } catch {
    return kept ?? null;
  }
}

/** At once what we carry; what is newer is fetched beside it. */
async function keptFirst(request: Request, event: FetchEvent): Promise<Response> {
  const cache = await caches.open(KNOWLEDGE_CACHE);
  const kept = await cache.match(request.url);
  const newer = renewed(cache, request.url);
  if (!kept) return newer;
  event.waitUntil(newer.catch(() => undefined));
  return kept;
}

/** A public page: fresh, else as it was last read, else the same item in the chat. */
async function publicPage(request: Request, url: URL): Promise<Response> {
  const answer = await networkFirst(request, url.pathname + url.search);
  if (answer) return answer;
  const id = /^\/(?:faq|begrippen|checklists)\/([a-z0-9-]+)$/.exec(url.pathname)?.[1];
  return Response.redirect(id === undefined ? '/' : `/?toon=${id}`, 302);
}
