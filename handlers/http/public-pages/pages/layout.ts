import { html, type Html, type Part } from '../html.js';
import { LONGEST_QUERY } from '../search.js';
import type { Site } from '../site.js';

/** One page, before the frame that all pages share. */
export interface Page {
  readonly title: string;
  readonly description: string;
  /** Its one address; null for a page that no search engine should know. */
  readonly path: string | null;
  /** The way back, from the general to the particular: [name, path]. */
  readonly crumbs?: readonly (readonly [string, string])[];
  /** Which part of the menu it belongs to. */
  readonly section: '/faq' | '/begrippen' | '/checklists' | null;
  readonly main: Html;
  readonly data?: Html;
  readonly query?: string;
  /** A page to look things up starts with the search box, a page to read ends with it. */
  readonly searchBox: 'first' | 'last';
}

const MENU = [
  ['Vragen', '/faq'],
  ['Begrippen', '/begrippen'],
  ['Checklists', '/checklists'],
] as const;
const THEME_COLOUR = '#0b4a2e';

export function layout(page: Page, site: Site): Html {
  const box = searchBox(page.query ?? '');
  return html`<!doctype html>
    <html lang="nl-BE">
      <head>
        ${head(page, site)}
      </head>
      <body>
        <a class="skip" href="#inhoud">Naar de inhoud</a>
        <header class="top">
          <div class="bar">
            <a class="brand" href="/faq">Mentorlijn</a>
            <nav class="menu" aria-label="Hoofdmenu">
              <ul>
                ${MENU.map(([name, path]) => html`<li><a href="${path}" ${current(page.section === path)}>${name}</a></li>`)}
              </ul>
            </nav>
            <a class="ask" href="/">Stel je vraag</a>
          </div>
        </header>
        <main id="inhoud">
          ${page.crumbs && crumbs(page.crumbs)} ${page.searchBox === 'first' && box} ${page.main}
          ${page.searchBox === 'last' && box}
        </main>
        ${footer(page, site)}
      </body>
    </html> `;
}

function head({ title, description, path, data }: Page, { publicUrl, assets }: Site): Html {
  const full = title === 'Mentorlijn' ? title : `${title} – Mentorlijn`;
  return html`<meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${full}</title>
    <meta name="description" content="${description}" />
    <meta name="theme-color" content="${THEME_COLOUR}" />
    ${
      path === null
        ? html`<meta name="robots" content="noindex" />`
        : html`<link rel="canonical" href="${publicUrl + path}" />
            <meta property="og:type" content="article" />
            <meta property="og:site_name" content="Mentorlijn" />
            <meta property="og:locale" content="nl_BE" />
            <meta property="og:title" content="${title}" />
            <meta property="og:description" content="${description}" />
            <meta property="og:url" content="${publicUrl + path}" />`
    }
    ${assets.icon && html`<link rel="icon" type="image/svg+xml" href="${assets.icon}" />`}
    ${assets.css && html`<link rel="stylesheet" href="${assets.css}" />`}
    ${assets.script && html`<script type="module" src="${assets.script}"></script>`} ${data}`;
}

function current(isCurrent: boolean): Part {
  return isCurrent && html` aria-current="true"`;
}

function crumbs(way: NonNullable<Page['crumbs']>): Html {
  return html`<nav class="crumbs" aria-label="Kruimelpad">
    <ol>
      ${way.map(([name, path]) => html`<li><a href="${path}">${name}</a></li>`)}
    </ol>
  </nav>`;
}

/** Works as a plain form; the script adds answers while someone types. */
function searchBox(query: string): Html {
  return html`<form class="search" role="search" action="/faq" method="get" data-search>
    <label for="zoek">Zoek in alle antwoorden</label>
    <div class="field">
      <input
        type="search"
        id="zoek"
        name="q"
        value="${query}"
        maxlength="${LONGEST_QUERY}"
        autocomplete="off"
        enterkeyhint="search"
        placeholder="bv. ziek of dimona"
      /><button type="submit">Zoek</button>
    </div>
    <p class="status" role="status" data-status></p>
    <div data-found></div>
  </form>`;
}

function footer({ path }: Page, { publicUrl }: Site): Html {
  return html`<footer class="bottom">
    <p>
      <strong>Iemand in gevaar?</strong> Bel <a href="tel:112">112</a>. Vergiftigd? Bel
      <a href="tel:070245245">070 245 245</a>.
    </p>
    <p>
      Mentorlijn helpt mentors in duaal leren. De antwoorden zijn vaste teksten, nagekeken bij hun bron. Ze vervangen
      geen juridisch advies. <a href="/privacy">Wat bewaren we van jou?</a>
    </p>
    ${path !== null && html`<p class="address">${publicUrl + path}</p>`}
  </footer>`;
}
