import express, { Router, type RequestHandler } from 'express';
import type { Clock, Knowledge } from '../../ports.js';
import { pathOf } from '../../turn/item-part.js';
import { robots, sitemap } from './for-search-engines.js';
import { missing } from './not-found.js';
import { findItem, readNow, type Now } from './now.js';
import { checklistPage, checklistsPage } from './pages/checklist-pages.js';
import { entryPage } from './pages/entry-page.js';
import { faqPage } from './pages/faq-page.js';
import { letterPage, phasePage, themePage } from './pages/index-pages.js';
import { layout, type Page } from './pages/layout.js';
import { privacyPage, type PrivacyFacts } from './pages/privacy-page.js';
import { searchPage } from './pages/search-page.js';
import { termPage, termsPage } from './pages/term-pages.js';
import { searchAnswer } from './search-answer.js';
import { readQuery } from './search.js';
import { sendPage, sendPrivately } from './send-page.js';
import { ASSETS_PATH, findAssets, keepAsset, type Site } from './site.js';

export interface PublicDeps {
  readonly knowledge: Knowledge;
  readonly clock: Clock;
  /** Address people use, without a slash at the end. */
  readonly publicUrl: string;
  /** Folder with the built style sheet, script and icon. */
  readonly assetsFolder: string;
  /** What the page about privacy says of this installation. */
  readonly privacy: PrivacyFacts;
}

const HOUR = 'public, max-age=3600';

/** The public knowledge pages: plain HTML, the same for everyone, readable without a script. */
export function publicRouter(deps: PublicDeps): Router {
  const { knowledge } = deps;
  const site: Site = { publicUrl: deps.publicUrl, assets: findAssets(deps.assetsFolder) };
  const now = readNow(deps);
  const notFound = missing(now, site);
  const show =
    (pageFor: (now: Now, key: string) => Page | null): RequestHandler<Record<string, string>> =>
    (request, response, next) => {
      const seen = now();
      const page = pageFor(seen, request.params.key ?? '');
      if (page === null) return notFound(request, response, next);
      sendPage(request, response, { etag: etagOf(seen, site), render: () => layout(page, site) });
    };

  const router = Router();
  router.get('/privacy', (request, response) => {
    const { transcript, conversation, ticket, file } = deps.privacy.retention;
    const etag = [site.assets.version, transcript, conversation, ticket, file].join('-');
    sendPage(request, response, { etag, render: () => layout(privacyPage(deps.privacy), site) });
  });
  router.get('/robots.txt', (_request, response) => {
    response.set('Cache-Control', HOUR).type('text').send(robots(site.publicUrl));
  });
  router.get('/sitemap.xml', (_request, response) => {
    response.set('Cache-Control', HOUR).type('application/xml').send(sitemap(now(), site.publicUrl));
  });
  router.use(ASSETS_PATH, express.static(deps.assetsFolder, { index: false, setHeaders: keepAsset }));
  router.get('/faq/zoek.json', (request, response) => {
    response.set('Cache-Control', 'no-store').json(searchAnswer(now(), request.query.q));
  });
  router.get('/faq', (request, response, next) => {
    const query = readQuery(request.query.q);
    if (query === '') next();
    else sendPrivately(response, 200, layout(searchPage(query, now().find(query)), site));
  });
  router.get('/faq', show(faqPage));
  router.get(['/faq/thema', '/faq/fase', '/faq/trefwoorden'], (_request, response) => response.redirect(302, '/faq'));
  router.get(
    '/faq/thema/:key',
    show(({ catalogue }, key) => made(catalogue.themes, key, themePage)),
  );
  router.get(
    '/faq/fase/:key',
    show(({ catalogue }, key) => made(catalogue.phases, key, phasePage)),
  );
  router.get(
    '/faq/trefwoorden/:key',
    show(({ catalogue }, key) => made(catalogue.letters, key, (letter) => letterPage(letter, catalogue))),
  );
  router.get(
    '/begrippen',
    show(({ catalogue }) => termsPage(catalogue)),
  );
  router.get(
    '/checklists',
    show(({ catalogue }) => checklistsPage(catalogue)),
  );
  router.get(['/faq/:key', '/begrippen/:key', '/checklists/:key'], toOwnAddress(knowledge), show(itemPage));
  router.get(['/faq/*rest', '/begrippen/*rest', '/checklists/*rest'], notFound);
  return router;
}

/** The date is part of it: pages say what is overdue and what belongs to this month. */
function etagOf({ library, today }: Now, { assets }: Site): string {
  return [library.version, today, assets.version].join('-');
}

function made<Group extends { readonly key: string }>(
  all: readonly Group[],
  key: string,
  page: (group: Group) => Page,
): Page | null {
  const found = all.find((group) => group.key === key);
  return found ? page(found) : null;
}

function itemPage({ library, today }: Now, id: string): Page | null {
  const item = findItem(library, id);
  switch (item?.kind) {
    case undefined:
      return null;
    case 'entry':
      return entryPage(item, library, today);
    case 'term':
      return termPage(item, library, today);
    case 'checklist':
      return checklistPage(item, library, today);
  }
}

/** An item asked for under another kind's address, or with a slash too many, is sent to its own. */
function toOwnAddress(knowledge: Knowledge): RequestHandler<Record<string, string>> {
  return (request, response, next) => {
    const item = findItem(knowledge.current().library, request.params.key ?? '');
    if (item && pathOf(item) !== request.path) response.redirect(301, pathOf(item));
    else next();
  };
}
