import { PHASE_TITLES, THEME_TITLES, type Entry } from '../../../../knowledge/entry.js';
import { byTitle } from '../catalogue.js';
import { html, type Html, type Part } from '../html.js';
import type { Now } from '../now.js';
import { letterLinks } from './index-pages.js';
import { itemList } from './item-blocks.js';
import type { Page } from './layout.js';

const MONTHS = [
  'januari',
  'februari',
  'maart',
  'april',
  'mei',
  'juni',
  'juli',
  'augustus',
  'september',
  'oktober',
  'november',
  'december',
] as const;
const MOST_NOW = 6;

/** Where everyone comes in: search, or walk by phase, theme or keyword. */
export function faqPage({ library, catalogue, today }: Now): Page {
  return {
    title: 'Vragen van mentors',
    description: `${String(library.entries.length)} vragen van mentors in duaal leren, met een kort antwoord, wie je helpt en waar het vandaan komt.`,
    path: '/faq',
    section: '/faq',
    searchBox: 'first',
    main: html`<h1>Vragen van mentors</h1>
      <p class="lead">
        ${library.entries.length} vragen over duaal leren, kort beantwoord. Zoek hierboven, of kies hieronder.
      </p>
      <section aria-labelledby="fasen">
        <h2 id="fasen">Waar sta je in het jaar?</h2>
        <ul class="tiles steps">
          ${catalogue.phases.map(({ key, items }) => tile(`/faq/fase/${key}`, PHASE_TITLES[key], items.length))}
        </ul>
      </section>
      ${nowBlock(library.entries, Number(today.slice(5, 7)))}
      <section aria-labelledby="themas">
        <h2 id="themas">Kies een thema</h2>
        <ul class="tiles">
          ${catalogue.themes.map(({ key, items }) => tile(`/faq/thema/${key}`, THEME_TITLES[key], items.length))}
        </ul>
      </section>
      <section aria-labelledby="trefwoorden">
        <h2 id="trefwoorden">Trefwoordenlijst</h2>
        ${letterLinks(catalogue, null)}
      </section>`,
  };
}

function tile(path: string, title: string, count: number): Html {
  return html`<li>
    <a href="${path}"><span>${title}</span> <small>${count} antwoorden</small></a>
  </li>`;
}

/** What belongs to this month most: an entry of few months goes before one of many. */
function nowBlock(entries: readonly Entry[], month: number): Part {
  const now = entries
    .filter(({ months }) => months.includes(month))
    .sort((one, other) => one.months.length - other.months.length || byTitle(one, other))
    .slice(0, MOST_NOW);
  return (
    now.length > 0 &&
    html`<section aria-labelledby="nu">
      <h2 id="nu">Nu, in ${MONTHS[month - 1]}</h2>
      ${itemList(now)}
    </section>`
  );
}
