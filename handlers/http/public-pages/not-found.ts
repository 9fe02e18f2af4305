import type { RequestHandler } from 'express';
import type { Clock, Knowledge } from '../../ports.js';
import { readNow, type Now } from './now.js';
import { layout } from './pages/layout.js';
import { notFoundPage } from './pages/search-page.js';
import { readQuery } from './search.js';
import { sendPrivately } from './send-page.js';
import { findAssets, type Site } from './site.js';

interface NotFoundDeps {
  readonly knowledge: Knowledge;
  readonly clock: Clock;
  readonly publicUrl: string;
  readonly assetsFolder: string;
}

/** Addresses whose callers expect JSON, also when they say they take anything. */
const MACHINES = /^\/(api|v3|webhooks|desk\/api)(\/|$)/;
const MOST_GUESSES = 5;

/** The Dutch 404 page, with what the words of the address may have meant. */
export function missing(now: () => Now, site: Site): RequestHandler {
  return (request, response) => {
    const words = readQuery(lastPart(request.path).replace(/[^\p{L}\p{N}]+/gu, ' '));
    const { items } = now().find(words);
    sendPrivately(response, 404, layout(notFoundPage(items.slice(0, MOST_GUESSES)), site));
  };
}

/** For the end of the server: a page for a browser; everyone else goes on to the JSON error. */
export function publicNotFound(deps: NotFoundDeps): RequestHandler {
  const page = missing(readNow(deps), { publicUrl: deps.publicUrl, assets: findAssets(deps.assetsFolder) });
  return (request, response, next) => {
    const reads = request.method === 'GET' || request.method === 'HEAD';
    const wantsPage = request.headers.accept?.includes('text/html') === true;
    if (reads && wantsPage && !MACHINES.test(request.path)) return page(request, response, next);
    next();
  };
}

function lastPart(path: string): string {
  try {
    return decodeURIComponent(path.split('/').findLast((part) => part !== '') ?? '');
  } catch {
    return '';
  }
}
