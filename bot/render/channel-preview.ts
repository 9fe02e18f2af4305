import type { CardPiece, ChannelPreview, PhoneMessage, PreviewReply } from '../../handlers/desk/channel-preview.js';
import type { JsonValue } from '../../handlers/message.js';
import { replyToText } from '../../handlers/reply-text.js';
import { toHtml } from '../../knowledge/render.js';
import { replyToActivity } from './activity.js';
import { replyToTeams } from './teams-activity.js';
import { replyToWhatsApp, type WhatsAppMessage } from './whatsapp.js';

/** What a coach sees before sending: every channel's own renderer, within its own limits. */
export function channelPreview(publicUrl: string): PreviewReply {
  return (reply): ChannelPreview => ({
    web: JSON.parse(JSON.stringify(replyToActivity(reply))) as JsonValue,
    whatsapp: replyToWhatsApp(reply, publicUrl).map(phoneMessage),
    teams: replyToTeams(reply, { of: 'voorbeeld', publicUrl }).map(({ text, attachments = [] }) => [
      ...(text === undefined ? [] : [words(text, 'plain')]),
      ...attachments.flatMap(({ content }) => pieces((content as { body?: unknown }).body)),
    ]),
    plain: replyToText(reply),
  });
}

function phoneMessage(message: WhatsAppMessage): PhoneMessage {
  if (message.type === 'text') return { text: message.text.body, choices: [], as: 'text' };
  const { interactive } = message;
  const text = interactive.body.text;
  return interactive.type === 'button'
    ? { text, choices: interactive.action.buttons.map(({ reply }) => reply.title), as: 'buttons' }
    : {
        text,
        choices: interactive.action.sections.flatMap(({ rows }) =>
          rows.map(({ title, description }) => (description === undefined ? title : `${title}: ${description}`)),
        ),
        as: 'list',
      };
}

type Json = Readonly<Record<string, unknown>>;

/** The elements of an Adaptive Card that our cards are made of; what a card gets new must get its place here. */
function pieces(elements: unknown): readonly CardPiece[] {
  if (!Array.isArray(elements)) return [];
  return (elements as readonly Json[]).flatMap((element): readonly CardPiece[] => {
    switch (element.type) {
      case 'TextBlock':
        return [words(asText(element.text), lookOf(element))];
      case 'Container':
        return element.selectAction === undefined
          ? [{ kind: 'box', style: asText(element.style), pieces: pieces(element.items) }]
          : [{ kind: 'buttons', titles: [asText((element.selectAction as Json).title)] }];
      case 'ActionSet':
        return [{ kind: 'buttons', titles: (element.actions as readonly Json[]).map(({ title }) => asText(title)) }];
      case 'Input.Toggle':
        return [{ kind: 'tick', title: asText(element.title) }];
      default:
        throw new Error(`a card holds ${asText(element.type)}, which the preview does not know`);
    }
  });
}

function lookOf({ weight, isSubtle, color }: Json): 'plain' | 'heading' | 'quiet' | 'marked' {
  if (isSubtle === true) return 'quiet';
  if (color !== undefined) return 'marked';
  return weight === 'Bolder' ? 'heading' : 'plain';
}

function words(markdown: string, look: 'plain' | 'heading' | 'quiet' | 'marked'): CardPiece {
  return { kind: 'words', html: toHtml(markdown), look };
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : '');
