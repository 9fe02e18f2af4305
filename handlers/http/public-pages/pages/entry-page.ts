import { THEME_TITLES, type Entry, type Variant } from '../../../../knowledge/entry.js';
import type { Library } from '../../../../knowledge/library.js';
import { toHtml } from '../../../../knowledge/render.js';
import { pathOf, sayVariant } from '../../../turn/item-part.js';
import { dataBlock, html, type Html, type Part } from '../html.js';
import { markdown, summary } from '../markdown.js';
import { askBlock, caution, helpersBlock, originBlock, relatedBlock } from './item-blocks.js';
import type { Page } from './layout.js';

/** A question with its answer, for every situation at once. */
export function entryPage(entry: Entry, library: Library, today: string): Page {
  return {
    title: entry.title,
    description: summary(entry.short),
    path: pathOf(entry),
    crumbs: [
      ['Vragen', '/faq'],
      [THEME_TITLES[entry.theme], `/faq/thema/${entry.theme}`],
    ],
    section: '/faq',
    searchBox: 'last',
    data: questionData(entry),
    main: html`<article>
      <h1>${entry.title}</h1>
      <div class="answer">${markdown(entry.short)}</div>
      ${caution(entry, today)} ${variantsBlock(entry.variants)}
      ${entry.details !== '' && html`<div class="details">${markdown(entry.details)}</div>`}
      ${helpersBlock(entry.helpers, library)}
      ${askBlock(entry.offerCoach ? 'Dit hangt vaak af van jouw situatie. Een coach kijkt graag mee.' : 'Zit je vraag hier niet bij? Stel ze aan Mentorlijn.')}
      ${relatedBlock(entry.related, library)} ${originBlock(entry, library)}
    </article>`,
  };
}

function variantsBlock(variants: readonly Variant[]): Part {
  return (
    variants.length > 0 &&
    html`<section aria-labelledby="situatie">
      <h2 id="situatie">In jouw situatie</h2>
      <div class="variants">${variants.map(variantCard)}</div>
    </section>`
  );
}

function variantCard(variant: Variant): Html {
  return html`<div class="variant">
    <h3>${capital(sayVariant(variant))}</h3>
    ${markdown(variant.short)}${variant.details !== '' && markdown(variant.details, 4)}
  </div>`;
}

function questionData(entry: Entry): Html {
  const answer = [
    toHtml(entry.short),
    ...entry.variants.map((variant) => toHtml(`**${capital(sayVariant(variant))}:** ${variant.short}`)),
  ].join('');
  return dataBlock({
    '@context': 'https://schema.org',
    '@type': 'FAQPage',
    inLanguage: 'nl-BE',
    dateModified: entry.checked,
    mainEntity: [{ '@type': 'Question', name: entry.title, acceptedAnswer: { '@type': 'Answer', text: answer } }],
  });
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
