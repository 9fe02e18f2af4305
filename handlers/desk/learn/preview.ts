import type { Item } from '../../../knowledge/entry.js';
import type { Library } from '../../../knowledge/library.js';
import type { Profile } from '../../conversation.js';
import { reply, text, type Reply } from '../../reply.js';
import { detailsOf, itemPart, sayVariant } from '../../turn/item-part.js';
import { answerButtons } from '../../turn/show-item.js';
import type { PreviewReply } from '../channel-preview.js';
import type { Preview } from './views.js';

/** An item as mentors see it on every channel, for everybody and for each situation that has an answer of its own. */
export function previewOf(item: Item, library: Library, today: string, preview: PreviewReply): Preview {
  const variants = item.kind === 'entry' ? item.variants : [];
  const shown = (profile: Profile): Preview['shown'] => ({
    answer: preview(answerOf(item, library, profile, today)),
    more: moreOf(item, profile, preview),
  });
  return {
    shown: shown({}),
    variants: variants.map((variant) => ({ label: sayVariant(variant), shown: shown(variant.when) })),
  };
}

function answerOf(item: Item, library: Library, profile: Profile, today: string): Reply {
  return reply([itemPart(item, library, profile, today)], answerButtons(item, profile));
}

/** What "Meer uitleg" adds. */
function moreOf(item: Item, profile: Profile, preview: PreviewReply): Preview['shown']['more'] {
  const more = detailsOf(item, profile);
  return more === null ? null : preview(reply([text(more)]));
}
