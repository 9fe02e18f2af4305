import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { createCatalogue } from '../../handlers/http/public-pages/catalogue.js';
import { pathOf } from '../../handlers/turn/item-part.js';
import type { Library } from '../../knowledge/library.js';
import { knowledgeOf, PUBLIC_URL, realLibrary, servePages, type ServedPages } from './public-site.js';

/** Everything a page loads: HTML, style sheet, script and icon, before compression. */
const HEAVIEST_BYTES = 100_000;
const SUB_PATHS = ['thema', 'fase', 'trefwoorden', 'zoek.json'];

let library: Library;
let pages: ServedPages;
let served: ReadonlyMap<string, string>;
let assetBytes: number;

/** Walks every internal link from /faq on. */
async function crawl(): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  const waiting = new Set(['/faq']);
  for (const path of waiting) {
    const response = await pages.get(path);
    expect([path, response.status]).toEqual([path, 200]);
    const text = await response.text();
    found.set(path, text);
    for (const [, link = ''] of text.matchAll(/<a\s[^>]*href="(\/[^"#]*)/g)) if (link !== '/') waiting.add(link);
  }
  return found;
}

beforeAll(async () => {
  library = await realLibrary();
  pages = await servePages(knowledgeOf(library));
  served = await crawl();
  assetBytes = ['pages.css', 'pages.js', 'icon.svg']
    .map((name) => statSync(join(pages.assetsFolder, name)).size)
    .reduce((sum, size) => sum + size, 0);
});
afterAll(() => pages.stop());

describe('the pages of the real library', () => {
  test('no item has the name of an index', () => {
    expect([...library.items.values()].filter(({ id }) => SUB_PATHS.includes(id))).toEqual([]);
  });

  test('every item has a page that a reader can walk to, and no link is dead', () => {
    const lost = [...library.items.values()].map(pathOf).filter((path) => !served.has(path));
    expect(lost).toEqual([]);
  });

  test('search engines are given exactly the pages that name an address of their own', async () => {
    const robots = await (await pages.get('/robots.txt')).text();
    expect(robots).toContain(`Sitemap: ${PUBLIC_URL}/sitemap.xml`);
    const response = await pages.get('/sitemap.xml');
    expect(response.headers.get('content-type')).toMatch(/^application\/xml/);
    const listed = [...(await response.text()).matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => address);
    const named = [...served.values()].flatMap((text) => /<link rel="canonical" href="([^"]+)"/.exec(text)?.[1] ?? []);
    expect(new Set(listed)).toEqual(new Set([`${PUBLIC_URL}/`, ...named]));
    expect(listed).toHaveLength(new Set(listed).size);
  });

  test('no page for search engines is closed to them, and what belongs to one person or the desk is', async () => {
    const robots = await (await pages.get('/robots.txt')).text();
    const closed = [...robots.matchAll(/^Disallow: (.+)$/gm)].map(([, path = '']) => path);
    const isClosed = (path: string): boolean => closed.some((start) => path.startsWith(start));
    expect([...served.keys()].filter(isClosed)).toEqual([]);
    expect(['/desk', '/desk/vraag/abc', '/verder/ABCD', '/v3/directline/x', '/api/messages'].every(isClosed)).toBe(
      true,
    );
  });

  test('every theme, phase and letter has its page', () => {
    const { themes, phases, letters } = createCatalogue(library);
    const wanted = [
      ...themes.map(({ key }) => `/faq/thema/${key}`),
      ...phases.map(({ key }) => `/faq/fase/${key}`),
      ...letters.map(({ key }) => `/faq/trefwoorden/${key}`),
      '/begrippen',
      '/checklists',
    ];
    expect(wanted.filter((path) => !served.has(path))).toEqual([]);
  });

  test('every page loads at most 100 KB', () => {
    const heavy = [...served].map(([path, text]) => [path, Buffer.byteLength(text) + assetBytes] as const);
    expect(heavy.filter(([, bytes]) => bytes > HEAVIEST_BYTES)).toEqual([]);
  });

  test('every page names itself once: one h1, one title, one canonical address', () => {
    for (const [path, text] of served) {
      expect([path, text.match(/<h1>/g)?.length, text.match(/<title>/g)?.length]).toEqual([path, 1, 1]);
      expect(text).toContain(`<link rel="canonical" href="${PUBLIC_URL}${path}" />`);
      expect(text).toContain('<html lang="nl-BE">');
    }
  });

  test('titles are told apart', () => {
    const titles = [...served.values()].map((text) => /<title>(.*)<\/title>/.exec(text)?.[1]);
    expect(titles.filter((title, at) => titles.indexOf(title) !== at)).toEqual([]);
  });

  test('no page has inline script, style or handler, nor an id twice', () => {
    for (const [path, text] of served) {
      expect([path, text.match(/<script(?![^>]*(?:src=|application\/ld\+json))|\sstyle=|\son[a-z]+=|<style/g)]).toEqual(
        [path, null],
      );
      const ids = [...text.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
      expect([path, ids.filter((id, at) => ids.indexOf(id) !== at)]).toEqual([path, []]);
    }
  });

  test('links within a page lead somewhere', () => {
    for (const [path, text] of served) {
      const lost = [...text.matchAll(/href="#([^"]*)"/g)].filter(([, id]) => !text.includes(` id="${id ?? ''}"`));
      expect([path, lost.map(([all]) => all)]).toEqual([path, []]);
    }
  });

  test('structured data of every item parses and says what the page says', () => {
    for (const item of library.items.values()) {
      const text = served.get(pathOf(item)) ?? '';
      const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text)?.[1] ?? 'null');
      const type = { entry: 'FAQPage', term: 'DefinedTerm', checklist: 'ItemList' }[item.kind];
      expect(data).toMatchObject({ '@context': 'https://schema.org', '@type': type });
      if (item.kind === 'entry') expect(data.mainEntity[0].name).toBe(item.title);
      else expect(data.name).toBe(item.title);
    }
  });
});
