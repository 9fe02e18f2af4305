import { ActivityTypes, type Activity } from 'botbuilder';
import { encodeAction } from '../../handlers/action.js';
import type { Reply, ReplyPart } from '../../handlers/reply.js';
import { partToText } from '../../handlers/reply-text.js';
import { toHtml } from '../../knowledge/render.js';

/** A Reply as one Bot Framework activity: Markdown for every client, and the parts whole for our own page. */
export function replyToActivity(reply: Reply): Partial<Activity> {
  const actions = reply.buttons.map(({ label, title, action }) => ({
    type: 'postBack',
    title: title ?? label,
    value: encodeAction(action),
  }));
  return {
    type: ActivityTypes.Message,
    text: reply.parts.map(partToMarkdown).join('\n\n'),
    textFormat: 'markdown',
    locale: 'nl-BE',
    ...(actions.length > 0 ? { suggestedActions: { to: [], actions } } : {}),
    channelData: {
      mentorlijn: {
        v: 1,
        parts: reply.parts.map(withHtml),
        buttons: reply.buttons.map((button) => ({ ...button, action: encodeAction(button.action) })),
      },
    },
  };
}

/** Markdown of a part; clients that show Markdown get its emphasis and lists, the rest of it reads as text. */
export function partToMarkdown(part: ReplyPart): string {
  switch (part.kind) {
    case 'text':
    case 'urgent':
    case 'ticket':
      return part.markdown;
    case 'coach':
      return `**${part.coach}** (coach, vraag ${String(part.number)}):\n\n${part.markdown}`;
    case 'checklist':
    case 'item':
      return partToText(part).replace(/\n/g, '  \n');
  }
}

function withHtml(part: ReplyPart): object {
  return { ...part, html: toHtml(part.markdown) };
}
