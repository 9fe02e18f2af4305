import type { Term } from '../../../../knowledge/entry.js';
import type { Library } from '../../../../knowledge/library.js';
import { toPlainText } from '../../../../knowledge/render.js';
import { pathOf } from '../../../turn/item-part.js';
import type { Catalogue } from '../catalogue.js';
import { dataBlock, html, type Html } from '../html.js';
import { markdown, summary } from '../markdown.js';
import { askBlock, caution, itemList, originBlock, relatedBlock } from './item-blocks.js';
import type { Page } from './layout.js';

/** Every term, A to Z. */
export function termsPage({ terms }: Catalogue): Page {
  return {
    title: 'Begrippen',
    description:
      'Moeilijke woorden van school, sociaal secretariaat, verzekeraar en overheid, in gewone taal uitgelegd.',
    path: '/begrippen',
    section: '/begrippen',
    searchBox: 'first',
    main: html`<h1>Begrippen</h1>
      <p class="lead">
        Woorden die je tegenkomt bij school, sociaal secretariaat, verzekeraar en overheid, in gewone taal.
      </p>
      <nav class="letters" aria-label="Letters">
        ${terms.map(({ key }) => html`<a href="#${anchor(key)}">${key.toUpperCase()}</a>`)}
      </nav>
      ${terms.map(
        ({ key, items }) =>
          html`<section aria-labelledby="${anchor(key)}">
            <h2 id="${anchor(key)}">${key.toUpperCase()}</h2>
            ${plainList(items)}
          </section>`,
      )}`,
  };
}

/** Without the word "begrip" behind each: all of them are. */
function plainList(terms: readonly Term[]): Html {
  return html`<ul class="items columns">
    ${terms.map((term) => html`<li><a href="${pathOf(term)}">${term.title}</a></li>`)}
  </ul>`;
}

function anchor(letter: string): string {
  return `letter-${letter}`;
}

export function termPage(term: Term, library: Library, today: string): Page {
  const names = term.aka.filter((name) => name.toLowerCase() !== term.title.toLowerCase());
  const asked = library.entries.filter((entry) => entry.related.includes(term.id) && !term.related.includes(entry.id));
  return {
    title: term.title,
    description: summary(term.short),
    path: pathOf(term),
    crumbs: [['Begrippen', '/begrippen']],
    section: '/begrippen',
    searchBox: 'last',
    data: dataBlock({
      '@context': 'https://schema.org',
      '@type': 'DefinedTerm',
      inLanguage: 'nl-BE',
      name: term.title,
      description: toPlainText(term.short),
      ...(names.length > 0 ? { alternateName: names } : {}),
    }),
    main: html`<article>
      <h1>${term.title}</h1>
      ${names.length > 0 && html`<p class="aka">Ook gezocht als: ${names.join(', ')}</p>`}
      <div class="answer">${markdown(term.short)}</div>
      ${caution(term, today)} ${term.details !== '' && html`<div class="details">${markdown(term.details)}</div>`}
      ${askBlock('Nog niet duidelijk? Vraag het in je eigen woorden.')} ${relatedBlock(term.related, library)}
      ${
        asked.length > 0 &&
        html`<section class="related" aria-labelledby="vragen">
          <h2 id="vragen">Vragen waarin dit terugkomt</h2>
          ${itemList(asked)}
        </section>`
      }
      ${originBlock(term, library)}
    </article>`,
  };
}
