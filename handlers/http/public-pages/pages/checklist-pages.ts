import {
  PHASE_TITLES,
  PHASES,
  THEME_TITLES,
  type Checklist,
  type ChecklistSection,
} from '../../../../knowledge/entry.js';
import type { Library } from '../../../../knowledge/library.js';
import { toPlainText } from '../../../../knowledge/render.js';
import { pathOf } from '../../../turn/item-part.js';
import { groups, type Catalogue } from '../catalogue.js';
import { dataBlock, html, type Html } from '../html.js';
import { inlineMarkdown, markdown, summary } from '../markdown.js';
import { askBlock, caution, helpersBlock, originBlock, relatedBlock } from './item-blocks.js';
import type { Page } from './layout.js';

/** Every checklist, under the first phase it is for. */
export function checklistsPage({ checklists }: Catalogue): Page {
  const phases = groups(PHASES, checklists, (checklist) => checklist.phase.slice(0, 1));
  return {
    title: 'Checklists',
    description: 'Lijstjes om af te vinken of af te drukken: van voor je begint tot het einde van het traject.',
    path: '/checklists',
    section: '/checklists',
    searchBox: 'first',
    main: html`<h1>Checklists</h1>
      <p class="lead">Vink af op je gsm, of druk af voor in de camionette.</p>
      ${phases.map(
        ({ key, items }) =>
          html`<section aria-labelledby="${key}">
            <h2 id="${key}">${PHASE_TITLES[key]}</h2>
            <ul class="items">
              ${items.map((checklist) => html`<li><a href="${pathOf(checklist)}">${checklist.title}</a></li>`)}
            </ul>
          </section>`,
      )}`,
  };
}

export function checklistPage(checklist: Checklist, library: Library, today: string): Page {
  const beside = besideTheList(checklist);
  const all = checklist.sections.flatMap(({ items }) => items);
  return {
    title: checklist.title,
    description: summary(checklist.short),
    path: pathOf(checklist),
    crumbs: [
      ['Checklists', '/checklists'],
      [THEME_TITLES[checklist.theme], `/faq/thema/${checklist.theme}`],
    ],
    section: '/checklists',
    searchBox: 'last',
    data: dataBlock({
      '@context': 'https://schema.org',
      '@type': 'ItemList',
      inLanguage: 'nl-BE',
      name: checklist.title,
      numberOfItems: all.length,
      itemListElement: all.map((item, at) => ({ '@type': 'ListItem', position: at + 1, name: toPlainText(item) })),
    }),
    main: html`<article>
      <h1>${checklist.title}</h1>
      <div class="answer">${markdown(checklist.short)}</div>
      ${caution(checklist, today)}
      <div class="checklist" data-checklist="${checklist.id}">${checklist.sections.map(sectionBlock)}</div>
      ${beside !== '' && html`<div class="details">${markdown(beside)}</div>`}
      ${helpersBlock(checklist.helpers, library)} ${askBlock('Blijf je ergens haperen? Stel je vraag aan Mentorlijn.')}
      ${relatedBlock(checklist.related, library)} ${originBlock(checklist, library)}
    </article>`,
  };
}

/** The details hold the list itself too; what is left is text that belongs beside it. */
function besideTheList({ details, sections }: Checklist): string {
  const titles = new Set(sections.map(({ title }) => title));
  return details
    .split('\n')
    .filter((line) => !/^\s*[-*]\s+\[[ xX]\]/.test(line) && !titles.has(/^##\s+(.+?)\s*$/.exec(line)?.[1] ?? ''))
    .join('\n')
    .trim();
}

function sectionBlock({ title, items }: ChecklistSection): Html {
  return html`<fieldset>
    ${title === null ? html`<legend class="unseen">Lijst</legend>` : html`<legend>${title}</legend>`}
    <ul>
      ${items.map(
        (item) =>
          html`<li>
            <label
              ><input type="checkbox" autocomplete="off" value="${toPlainText(item)}" /><span
                >${inlineMarkdown(item)}</span
              ></label
            >
          </li>`,
      )}
    </ul>
  </fieldset>`;
}
