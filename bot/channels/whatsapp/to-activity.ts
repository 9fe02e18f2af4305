import type { Activity, Attachment } from 'botbuilder';
import { decodeAction } from '../../../handlers/action.js';
import type { Contact } from './contacts.js';
import { fileIdOf } from './media.js';
import type { InboundFile, InboundMessage, WhatsAppPerson } from './webhook.js';

/** How a file of WhatsApp is named until its bytes are fetched. */
const MEDIA_SCHEME = 'whatsapp-media:';

/** An inbound message as the activity that every channel hands to the bot. */
export function toActivity(message: InboundMessage, contact: Contact): Activity {
  return {
    type: 'message',
    id: message.id,
    timestamp: message.at,
    channelId: 'whatsapp',
    serviceUrl: '',
    // Kept in the reference: the way back for somebody whose contact has been erased.
    from: { id: contact.conversationId, name: message.name ?? undefined, role: 'user', ...wayBack(contact) },
    recipient: { id: 'mentorlijn', name: 'Mentorlijn' },
    conversation: { id: contact.conversationId },
    text: message.text,
    value: actionOf(message),
    attachments: message.files.map(toAttachment),
    channelData: { to: message.phone === null ? { recipient: message.userId } : { to: message.phone } },
  } as unknown as Activity;
}

function wayBack({ userId, phone }: Contact): WhatsAppPerson {
  return { userId, phone };
}

/** The button under a template has no action of ours: it asks what there is. */
function actionOf({ kind, button }: InboundMessage): { readonly action: string } | undefined {
  if (kind === 'template') return { action: decodeAction(button) === null ? 'my-questions' : (button ?? '') };
  return button === null ? undefined : { action: button };
}

function toAttachment({ kind, name, contentType, mediaId }: InboundFile): Attachment {
  // A place or a person has words, no bytes.
  if (mediaId === null) return { contentType, content: { detail: name ?? '' } };
  return {
    contentType: kind === 'sticker' ? `sticker/${contentType}` : contentType,
    ...(name === null ? {} : { name }),
    contentUrl: `${MEDIA_SCHEME}${mediaId}`,
    content: { file: fileIdOf(mediaId), size: 0 },
  };
}
