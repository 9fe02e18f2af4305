import {
  PHASE_TITLES,
  PHASES,
  THEME_TITLES,
  THEMES,
  type Checklist,
  type Entry,
  type Phase,
  type Theme,
} from '../../../../knowledge/entry.js';
import { groups, type Catalogue, type Group, type Keyword } from '../catalogue.js';
import { html, type Html, type Part } from '../html.js';
import { askBlock, itemLink, itemList } from './item-blocks.js';
import type { Page } from './layout.js';

type Placed = Entry | Checklist;
const WAY_BACK = [['Vragen', '/faq']] as const;
/** A page with fewer headings than this needs no list of them. */
const FEW = 3;

/** All of one theme, in the order of the school year. */
export function themePage({ key, items }: Group<Theme, Placed>): Page {
  const title = THEME_TITLES[key];
  return {
    title: `Thema: ${title}`,
    description: `Vragen en antwoorden over ${title.toLowerCase()} voor mentors in duaal leren.`,
    path: `/faq/thema/${key}`,
    crumbs: WAY_BACK,
    section: '/faq',
    searchBox: 'first',
    main: html`<h1>${title}</h1>
      ${sections(
        groups(PHASES, items, ({ phase }) => phase.slice(0, 1)),
        PHASE_TITLES,
      )}${askBlock('Zit je vraag er niet bij? Stel ze aan Mentorlijn.')}`,
  };
}

/** All of one phase, theme by theme. */
export function phasePage({ key, items }: Group<Phase, Placed>): Page {
  const title = PHASE_TITLES[key];
  return {
    title: `Fase: ${title}`,
    description: `Wat mentors vragen in deze fase van het schooljaar: ${title.toLowerCase()}.`,
    path: `/faq/fase/${key}`,
    crumbs: WAY_BACK,
    section: '/faq',
    searchBox: 'first',
    main: html`<h1>${title}</h1>
      ${sections(
        groups(THEMES, items, ({ theme }) => [theme]),
        THEME_TITLES,
      )}${askBlock('Zit je vraag er niet bij? Stel ze aan Mentorlijn.')}`,
  };
}

function sections<Key extends string>(
  found: readonly Group<Key, Placed>[],
  titles: Readonly<Record<Key, string>>,
): Part {
  const contents = html`<details class="contents">
    <summary>Spring naar een deel</summary>
    <nav aria-label="Op deze pagina">
      <ul>
        ${found.map(
          ({ key, items }) =>
            html`<li>
              <a href="#${key}">${titles[key]} <small>${items.length}</small></a>
            </li>`,
        )}
      </ul>
    </nav>
  </details>`;
  return [
    found.length >= FEW && contents,
    found.map(
      ({ key, items }) =>
        html`<section aria-labelledby="${key}">
          <h2 id="${key}">${titles[key]}</h2>
          ${itemList(items)}
        </section>`,
    ),
  ];
}

/** One letter of the keyword index. */
export function letterPage({ key, items }: Group<string, Keyword>, catalogue: Catalogue): Page {
  const title = `Trefwoorden met ${key.toUpperCase()}`;
  return {
    title,
    description: `Trefwoordenlijst voor mentors in duaal leren, letter ${key.toUpperCase()}.`,
    path: `/faq/trefwoorden/${key}`,
    crumbs: WAY_BACK,
    section: '/faq',
    searchBox: 'first',
    main: html`<h1>${title}</h1>
      ${letterLinks(catalogue, key)}
      <dl class="keywords">
        ${items.map(
          ({ word, items: found }) =>
            html`<div>
              <dt>${word}</dt>
              ${found.map((item) => html`<dd>${itemLink(item)}</dd>`)}
            </div>`,
        )}
      </dl>`,
  };
}

export function letterLinks({ letters }: Catalogue, here: string | null): Html {
  return html`<nav class="letters" aria-label="Trefwoorden van A tot Z">
    ${letters.map(({ key }) => html`<a href="/faq/trefwoorden/${key}" ${key === here && html` aria-current="page"`}>${key.toUpperCase()}</a>`)}
  </nav>`;
}
