import { pathOf } from '../../turn/item-part.js';
import { escapeHtml } from './html.js';
import type { Now } from './now.js';

/** What is not for search engines: the desk, addresses of programs, and links that belong to one person. */
const NOT_FOR_ENGINES = ['/desk', '/api/', '/v3/', '/push/', '/webhooks/', '/verder/', '/inbed'] as const;

/** `/robots.txt`: where a search engine may look, and where the list of all pages is. */
export function robots(publicUrl: string): string {
  const lines = ['User-agent: *', ...NOT_FOR_ENGINES.map((path) => `Disallow: ${path}`)];
  return `${lines.join('\n')}\n\nSitemap: ${publicUrl}/sitemap.xml\n`;
}

/** `/sitemap.xml`: every page with an address of its own. A mentor who types his question elsewhere finds us too. */
export function sitemap({ library, catalogue }: Now, publicUrl: string): string {
  const indexes = [
    ...['/', '/faq', '/begrippen', '/checklists'],
    ...catalogue.themes.map(({ key }) => `/faq/thema/${key}`),
    ...catalogue.phases.map(({ key }) => `/faq/fase/${key}`),
    ...catalogue.letters.map(({ key }) => `/faq/trefwoorden/${key}`),
    '/privacy',
  ];
  const urls = [
    ...indexes.map((path) => line(publicUrl + path)),
    ...[...library.items.values()].map((item) => line(publicUrl + pathOf(item), item.checked)),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`;
}

function line(address: string, changed?: string): string {
  return `<url><loc>${escapeHtml(address)}</loc>${changed === undefined ? '' : `<lastmod>${changed}</lastmod>`}</url>`;
}
