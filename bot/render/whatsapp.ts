import { encodeAction } from '../../handlers/action.js';
import { buttonsToText, partToText } from '../../handlers/reply-text.js';
import type { Button, ChecklistPart, Reply, ReplyPart } from '../../handlers/reply.js';
import { toWhatsAppText } from '../../knowledge/render.js';
import { splitText } from './split-text.js';

/** WhatsApp's limits, in characters and pieces (Cloud API). */
export const WHATSAPP_LIMITS = {
  text: 4_096,
  interactiveBody: 1_024,
  buttons: 3,
  buttonTitle: 20,
  buttonId: 256,
  rows: 10,
  rowTitle: 24,
  rowDescription: 72,
  rowId: 200,
  listButton: 20,
} as const;

const LIST_BUTTON = 'Kies';
const LIST_TITLE = 'Keuzes';
const WHAT_NOW = 'Kies hier, of typ het nummer.';

/** One message of the Cloud API, without the one it goes to. */
export type WhatsAppMessage =
  | { readonly type: 'text'; readonly text: { readonly body: string; readonly preview_url: false } }
  | { readonly type: 'interactive'; readonly interactive: Interactive };

type Interactive =
  | {
      readonly type: 'button';
      readonly body: { readonly text: string };
      readonly action: {
        readonly buttons: readonly {
          readonly type: 'reply';
          readonly reply: { readonly id: string; readonly title: string };
        }[];
      };
    }
  | {
      readonly type: 'list';
      readonly body: { readonly text: string };
      readonly action: {
        readonly button: string;
        readonly sections: readonly { readonly title: string; readonly rows: readonly Row[] }[];
      };
    };

interface Row {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
}

/** A Reply as the messages WhatsApp carries: as few as fit, the buttons under the last. `publicUrl` makes paths links. */
export function replyToWhatsApp(reply: Reply, publicUrl: string): readonly WhatsAppMessage[] {
  const words = reply.parts.map((part) => partToWhatsApp(part, publicUrl)).join('\n\n');
  const { buttons } = reply;
  if (buttons.length === 0) return texts(words);
  if (buttons.length > WHATSAPP_LIMITS.rows || buttons.some(tooLongId))
    return texts(`${words}\n\n${buttonsToText(buttons)}`);
  const body = needsNumbers(buttons) ? `${words}\n\n${buttonsToText(buttons)}` : words;
  const [before, last] = lastPiece(body);
  return [...texts(before), { type: 'interactive', interactive: interactive(last, buttons) }];
}

function texts(words: string): readonly WhatsAppMessage[] {
  return splitText(words, WHATSAPP_LIMITS.text).map((body) => ({ type: 'text', text: { body, preview_url: false } }));
}

/** What fits above the buttons; the rest goes before it as text. */
function lastPiece(body: string): readonly [string, string] {
  if (body.trim() === '') return ['', WHAT_NOW];
  if (body.length <= WHATSAPP_LIMITS.interactiveBody) return ['', body];
  const paragraphs = body.split('\n\n');
  const last = paragraphs.at(-1) ?? '';
  // A paragraph that stands on its own is a better heading for the buttons than the tail of one.
  return last.length <= WHATSAPP_LIMITS.interactiveBody
    ? [paragraphs.slice(0, -1).join('\n\n'), last]
    : [body, WHAT_NOW];
}

function interactive(text: string, buttons: readonly Button[]): Interactive {
  if (buttons.length <= WHATSAPP_LIMITS.buttons) {
    const replies = buttons.map((button) => ({
      type: 'reply' as const,
      reply: { id: encodeAction(button.action), title: clip(button.label, WHATSAPP_LIMITS.buttonTitle) },
    }));
    return { type: 'button', body: { text }, action: { buttons: replies } };
  }
  return {
    type: 'list',
    body: { text },
    action: { button: LIST_BUTTON, sections: [{ title: LIST_TITLE, rows: buttons.map(toRow) }] },
  };
}

/** A row is a little wider than a button: what fits stands whole, the rest has its whole name below. */
function toRow({ label, title = label, action }: Button): Row {
  const id = encodeAction(action);
  if (title.length <= WHATSAPP_LIMITS.rowTitle) return { id, title };
  return { id, title: clip(label, WHATSAPP_LIMITS.rowTitle), description: clip(title, WHATSAPP_LIMITS.rowDescription) };
}

/** A button has no room for a whole question: then all are written out, numbered, above it. */
function needsNumbers(buttons: readonly Button[]): boolean {
  if (buttons.length <= WHATSAPP_LIMITS.buttons)
    return buttons.some(({ label, title }) => (title ?? label).length > WHATSAPP_LIMITS.buttonTitle);
  return buttons.some(({ label, title }) => (title ?? label).length > WHATSAPP_LIMITS.rowDescription);
}

function tooLongId({ action }: Button): boolean {
  return encodeAction(action).length > WHATSAPP_LIMITS.rowId;
}

function clip(text: string, max: number): string {
  const characters = Array.from(text);
  if (text.length <= max) return text;
  let out = '';
  for (const character of characters) {
    if (out.length + character.length > max - 1) break;
    out += character;
  }
  return `${out.trimEnd()}…`;
}

/** One part in WhatsApp's own marks. What can be ticked or printed is linked. */
function partToWhatsApp(part: ReplyPart, publicUrl: string): string {
  switch (part.kind) {
    case 'text':
    case 'urgent':
    case 'ticket':
      return toWhatsAppText(part.markdown);
    case 'coach':
      return `*${part.coach}* (coach, vraag ${String(part.number)}):\n${toWhatsAppText(part.markdown)}`;
    case 'item':
      return withBoldTitle(part.title, partToText(part, toWhatsAppText));
    case 'checklist':
      return `${checklist(part)}\n\nAfvinken of afdrukken: ${publicUrl}${part.path}`;
  }
}

function withBoldTitle(title: string, words: string): string {
  return words.startsWith(title) ? `*${title}*${words.slice(title.length)}` : words;
}

function checklist(part: ChecklistPart): string {
  return withBoldTitle(part.title, partToText(part, toWhatsAppText)).replace(/^\[ \] /gm, '☐ ');
}
