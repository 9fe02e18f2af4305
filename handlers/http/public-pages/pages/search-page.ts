import type { Item } from '../../../../knowledge/entry.js';
import { html, type Html, type Part } from '../html.js';
import { markdown, summary } from '../markdown.js';
import type { Found } from '../search.js';
import { askBlock, itemLink, itemList } from './item-blocks.js';
import type { Page } from './layout.js';

/** What the search box gives without a script. */
export function searchPage(query: string, { urgent, items }: Found): Page {
  return {
    title: `Zoeken: ${query}`,
    description: 'Zoekresultaten van Mentorlijn.',
    path: null,
    section: '/faq',
    searchBox: 'first',
    query,
    main: html`${
        urgent &&
        html`<section class="urgent" aria-labelledby="dringend">
          <h2 id="dringend">Dringend? Doe eerst dit</h2>
          ${markdown(urgent.text, 3)}
        </section>`
      }
      <h1>${sayCount(items.length)}</h1>
      ${
        items.length > 0 &&
        html`<ol class="results">
          ${items.map(resultLine)}
        </ol>`
      }
      ${askBlock(items.length > 0 ? 'Niet wat je zoekt? Stel je vraag in je eigen woorden.' : 'Zeg het eens in andere woorden, of stel je vraag aan Mentorlijn.')}`,
  };
}

function sayCount(count: number): string {
  if (count === 0) return 'Niets gevonden';
  return count === 1 ? '1 antwoord gevonden' : `${String(count)} antwoorden gevonden`;
}

function resultLine(item: Item): Html {
  return html`<li>
    ${itemLink(item)}
    <p>${summary(item.short, 180)}</p>
  </li>`;
}

/** Nothing stands at this address; `items` is what it may have meant. */
export function notFoundPage(items: readonly Item[]): Page {
  const maybe: Part =
    items.length > 0 &&
    html`<section aria-labelledby="misschien">
      <h2 id="misschien">Misschien zoek je dit</h2>
      ${itemList(items)}
    </section>`;
  return {
    title: 'Pagina niet gevonden',
    description: 'Deze pagina bestaat niet (meer).',
    path: null,
    section: null,
    searchBox: 'first',
    main: html`<h1>Deze pagina bestaat niet</h1>
      <p class="lead">
        Misschien is ze verplaatst of werd het antwoord vervangen. Zoek hierboven, of ga naar
        <a href="/faq">alle vragen</a>.
      </p>
      ${maybe} ${askBlock('Of stel je vraag meteen aan Mentorlijn.')}`,
  };
}
