import type { Item } from '../../../knowledge/entry.js';
import type { Library } from '../../../knowledge/library.js';
import { toHtml } from '../../../knowledge/render.js';
import type { Profile } from '../../conversation.js';
import { reply, text } from '../../reply.js';
import { replyToText } from '../../reply-text.js';
import { detailsOf, itemPart, sayVariant } from '../../turn/item-part.js';
import type { Preview } from './views.js';

/** An item as mentors see it, for everybody and for each situation that has an answer of its own. */
export function previewOf(item: Item, library: Library, today: string): Preview {
  const variants = item.kind === 'entry' ? item.variants : [];
  return {
    title: item.title,
    ...shown(item, library, {}, today),
    variants: variants.map((variant) => ({
      label: sayVariant(variant),
      ...shown(item, library, variant.when, today),
    })),
  };
}

function shown(item: Item, library: Library, profile: Profile, today: string): { html: string; text: string } {
  const part = itemPart(item, library, profile, today);
  const more = item.kind === 'checklist' ? null : detailsOf(item, profile);
  const sections =
    part.kind === 'checklist'
      ? part.sections.map(({ title, items }) =>
          [title === null ? '' : `## ${title}`, ...items.map((line) => `- ${line}`)].join('\n'),
        )
      : [];
  return {
    html: toHtml([part.markdown, ...sections, ...(more === null ? [] : [more])].join('\n\n')),
    text: replyToText(reply([part, ...(more === null ? [] : [text(more)])])),
  };
}
