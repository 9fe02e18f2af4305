import { toPlainText } from '../knowledge/render.js';
import { sayDate } from './desk/promise.js';
import type { Button, Reply, ReplyPart } from './reply.js';

/** A reply as plain text: for transcripts, the terminal, and channels without formatting. Buttons become numbers. */
export function replyToText(reply: Reply): string {
  const parts = reply.parts.map((part) => partToText(part));
  return [...parts, ...(reply.buttons.length > 0 ? [buttonsToText(reply.buttons)] : [])].join('\n\n');
}

export function buttonsToText(buttons: readonly Button[]): string {
  return buttons.map(({ label, title }, index) => `${String(index + 1)}. ${title ?? label}`).join('\n');
}

/** One part as text, everything it holds; `words` is how the channel writes Markdown. */
export function partToText(part: ReplyPart, words: (markdown: string) => string = toPlainText): string {
  switch (part.kind) {
    case 'text':
    case 'urgent':
    case 'ticket':
      return words(part.markdown);
    case 'coach':
      return `${part.coach} (coach, vraag ${String(part.number)}):\n${words(part.markdown)}`;
    case 'checklist':
      return [
        part.title,
        words(part.markdown),
        ...part.sections.map(({ title, items }) =>
          [...(title === null ? [] : [`${title}:`]), ...items.map((item) => `[ ] ${words(item)}`)].join('\n'),
        ),
        `Nagekeken op ${sayDate(part.checked)}.`,
      ]
        .filter((line) => line !== '')
        .join('\n\n');
    case 'item':
      // The question first: who was misunderstood sees it at once.
      return [
        part.title,
        `${part.variant === null ? '' : `Voor jou (${part.variant}): `}${words(part.markdown)}`,
        footer(part),
      ].join('\n\n');
  }
}

/** Who helps, the source, and when it was last checked. */
function footer(part: Extract<ReplyPart, { kind: 'item' }>): string {
  const doubt = part.certainty === 'te-controleren' ? ['Dit is nog niet zeker: laat het bevestigen.'] : [];
  return [
    ...(part.helpers.length > 0 ? [`Wie helpt: ${part.helpers.join(', ')}.`] : []),
    ...(part.sources.length > 0 ? [`Bron: ${part.sources.join('; ')}. Nagekeken op ${sayDate(part.checked)}.`] : []),
    ...doubt,
  ].join('\n');
}
