import type { Item } from '../../knowledge/entry.js';
import type { Library } from '../../knowledge/library.js';
import type { Profile } from '../conversation.js';
import { itemPart, pathOf } from '../turn/item-part.js';

/** The answer of an item as the start of a coach's reply: Markdown, for this asker's situation, with its source. */
export function insertText(item: Item, library: Library, profile: Profile, today: string): string {
  const part = itemPart(item, library, profile, today);
  if (part.kind === 'checklist') {
    return [
      part.markdown,
      ...part.sections.map(({ title, items }) =>
        [...(title === null ? [] : [`**${title}**`, '']), ...items.map((line) => `- ${line}`)].join('\n'),
      ),
    ]
      .filter(Boolean)
      .join('\n\n');
  }
  const source = part.sources.length > 0 ? `_Bron: ${part.sources.join('; ')}._` : '';
  return [part.markdown, source].filter(Boolean).join('\n\n');
}

/** Where everybody can read it. */
export function publicPath(item: Item): string {
  return pathOf(item);
}
