import type { Certainty, Item, ItemId, Organisation, SourceRef } from '../../../../knowledge/entry.js';
import { describeSource, type Library } from '../../../../knowledge/library.js';
import { sayDate } from '../../../desk/promise.js';
import { TEXTS } from '../../../texts.js';
import { pathOf } from '../../../turn/item-part.js';
import { html, type Html, type Part } from '../html.js';

/** The blocks that pages of entries, terms and checklists share. */

const CERTAINTY_TEXTS: Readonly<Record<Certainty, string>> = {
  bevestigd: 'Bevestigd: dit staat zo in een officiële of betrouwbare bron.',
  'algemeen-bekend': 'Algemeen bekend: zo gaat het doorgaans. Bij jou kan het anders zijn.',
  'te-controleren': 'Nog niet zeker: laat dit bevestigen voor je erop rekent.',
};

/** What a reader must know before relying on it: not sure yet, or due for a check. */
export function caution(item: Item, today: string): Part {
  const lines = [
    ...(item.certainty === 'te-controleren' ? [CERTAINTY_TEXTS['te-controleren']] : []),
    ...(item.reviewBy < today ? [TEXTS.expired] : []),
  ];
  return lines.length > 0 && html`<div class="caution">${lines.map((line) => html`<p>${line}</p>`)}</div>`;
}

export function helpersBlock(ids: readonly string[], library: Library): Part {
  const found = ids.flatMap((id) => library.organisations.get(id) ?? []);
  return (
    found.length > 0 &&
    html`<section aria-labelledby="wie-helpt">
      <h2 id="wie-helpt">Wie helpt</h2>
      <ul class="helpers">
        ${found.map(helper)}
      </ul>
    </section>`
  );
}

function helper({ name, does, website, phone }: Organisation): Html {
  return html`<li>
    <strong>${name}</strong
    ><span>${does}</span
    >${phone !== undefined && html`<a class="phone" href="tel:${phone.replace(/[^\d+]/g, '')}">Bel ${phone}</a>`}${website !== undefined && html`<a href="${webAddress(website)}" rel="noopener noreferrer" target="_blank">${website}</a>`}
  </li>`;
}

function webAddress(website: string): string {
  return /^https?:\/\//.test(website) ? website : `https://${website}`;
}

export function relatedBlock(ids: readonly ItemId[], library: Library): Part {
  const found = ids.flatMap((id) => library.items.get(id) ?? []);
  return (
    found.length > 0 &&
    html`<section class="related" aria-labelledby="verwant">
      <h2 id="verwant">Hoort hierbij</h2>
      ${itemList(found)}
    </section>`
  );
}

/** When it was checked, how sure it is and where it comes from. */
export function originBlock(item: Item, library: Library): Html {
  const sources = new Map(item.sources.map((source) => [describeSource(source, library.sources), source]));
  return html`<section class="origin" aria-labelledby="herkomst">
    <h2 id="herkomst">Waar dit vandaan komt</h2>
    <p>
      <strong>Nagekeken op <time datetime="${item.checked}">${sayDate(item.checked)}</time>.</strong>
      ${CERTAINTY_TEXTS[item.certainty]}
    </p>
    <ul>
      ${[...sources].map(([said, source]) => sourceLine(said, source, library))}
    </ul>
  </section>`;
}

function sourceLine(said: string, { ref, url }: SourceRef, library: Library): Html {
  if (url !== undefined && /^https?:\/\//.test(url))
    return html`<li>${said.replace(url, '')}<a href="${url}" rel="noopener noreferrer" target="_blank">${url}</a></li>`;
  // The other reports are named as a whole.
  const topic = /^[qs]\d/.test(ref) ? library.sources.topics[ref] : undefined;
  return html`<li>${said}${topic !== undefined && html`: <q>${topic}</q>`}</li>`;
}

/** The way to a person, on every page that answers. */
export function askBlock(text: string): Html {
  return html`<aside class="ask-block" aria-label="Stel je vraag">
    <p>${text}</p>
    <a class="ask" href="/">Stel je vraag</a>
  </aside>`;
}

const KIND_TEXTS = { entry: null, term: 'begrip', checklist: 'checklist' } as const;

/** Links to items; what is not a question says what it is. */
export function itemList(items: readonly Item[]): Html {
  return html`<ul class="items">
    ${items.map((item) => html`<li>${itemLink(item)}</li>`)}
  </ul>`;
}

export function itemLink(item: Item): Html {
  const kind = KIND_TEXTS[item.kind];
  return html`<a href="${pathOf(item)}">${item.title}</a>${kind !== null && html` <small>${kind}</small>`}`;
}
