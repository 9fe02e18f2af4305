import { encodeAction } from '../../../handlers/action.js';
import { replyToText } from '../../../handlers/reply-text.js';
import type { Reply } from '../../../handlers/reply.js';
import { replyToActivity } from '../../../bot/render/activity.js';
import { TICKS } from '../../../bot/render/card/reply-card.js';
import { replyToTeams } from '../../../bot/render/teams-activity.js';
import { replyToWhatsApp, type WhatsAppMessage } from '../../../bot/render/whatsapp.js';
import { problemOf } from '../../support/fake-graph.js';

/** What a person on one channel gets to see of a reply. */
interface Seen {
  /** Every word on the screen, in order. */
  readonly text: string;
  /** What each choice does, as the channel sends it back; null where choices are only numbers in the text. */
  readonly choices: readonly string[] | null;
  /** Limits of the channel that are broken. */
  readonly problems: readonly string[];
}

export interface Channel {
  readonly name: string;
  readonly render: (reply: Reply) => Seen;
  /** Marks of Markdown that this channel would show as they are. */
  readonly raw: RegExp | null;
}

export const PUBLIC_URL = 'https://mentorlijn.example';
/** No Markdown at all: bold, headings, links, code. */
const ANY_MARKDOWN = /\*\*|__|^#{1,6} |\]\(|`|~~|\\[*_]/m;

/** Add a channel here and it is held to every reply. */
export const CHANNELS: readonly Channel[] = [
  {
    name: 'plain text',
    raw: ANY_MARKDOWN,
    render: (reply) => ({ text: replyToText(reply), choices: null, problems: [] }),
  },
  { name: 'WhatsApp', raw: ANY_MARKDOWN, render: whatsapp },
  // Teams and the Emulator show Markdown themselves.
  { name: 'activity text', raw: null, render: activityText },
  // Cards know emphasis, lists and links; headings, quotations, tables and code they would show as they are.
  { name: 'Teams cards', raw: /^#{1,6} |^>|^\||`/m, render: teamsCards },
  { name: 'mentor’s page', raw: ANY_MARKDOWN, render: webPage },
];

function whatsapp(reply: Reply): Seen {
  const messages = replyToWhatsApp(reply, PUBLIC_URL);
  const numbered = reply.buttons.length > 10;
  return {
    text: messages.map(whatsappText).join('\n\n'),
    choices: numbered ? null : messages.flatMap(whatsappChoices),
    problems: messages.flatMap(
      (message) => problemOf({ messaging_product: 'whatsapp', to: '32470000001', ...message }) ?? [],
    ),
  };
}

function whatsappText(message: WhatsAppMessage): string {
  if (message.type === 'text') return message.text.body;
  const { interactive } = message;
  const titles =
    interactive.type === 'button'
      ? interactive.action.buttons.map(({ reply }) => reply.title)
      : interactive.action.sections.flatMap(({ rows }) =>
          rows.map(({ title, description }) => `${title} ${description ?? ''}`),
        );
  return [interactive.body.text, ...titles].join('\n');
}

function whatsappChoices(message: WhatsAppMessage): readonly string[] {
  if (message.type === 'text') return [];
  const { interactive } = message;
  return interactive.type === 'button'
    ? interactive.action.buttons.map(({ reply }) => reply.id)
    : interactive.action.sections.flatMap(({ rows }) => rows.map(({ id }) => id));
}

/** Microsoft refuses an activity above some 28 kB. */
const MAX_ACTIVITY_BYTES = 28_000;

function activityText(reply: Reply): Seen {
  const { channelData: _, ...activity } = replyToActivity(reply);
  const actions = activity.suggestedActions?.actions ?? [];
  const bytes = Buffer.byteLength(JSON.stringify(activity));
  return {
    text: [activity.text, ...actions.map(({ title }) => title)].join('\n'),
    choices: actions.map(({ value }) => String(value)),
    problems: bytes > MAX_ACTIVITY_BYTES ? [`${String(bytes)} bytes`] : [],
  };
}

/** What is shown and what can be pressed on a card, in order. */
function onCard(node: unknown): readonly { readonly text: string; readonly action: string | null }[] {
  if (Array.isArray(node)) return node.flatMap(onCard);
  if (typeof node !== 'object' || node === null) return [];
  const { type, text, title, data, selectAction, items, actions, body } = node as Readonly<Record<string, unknown>>;
  const action = (data as { readonly action?: string } | undefined)?.action ?? null;
  const own = type === 'TextBlock' ? text : title;
  return [
    ...(typeof own === 'string' ? [{ text: own, action: action === TICKS ? null : action }] : []),
    ...onCard(items ?? body ?? []),
    ...onCard(actions ?? []),
    ...onCard(selectAction ?? []),
  ];
}

function teamsCards(reply: Reply): Seen {
  const messages = replyToTeams(reply, { of: 'message', publicUrl: PUBLIC_URL });
  const shown = messages.flatMap(({ text, attachments }) => [
    ...(text === undefined ? [] : [{ text, action: null }]),
    ...onCard((attachments ?? []).map(({ content }) => content as object)),
  ]);
  return {
    text: shown.map(({ text }) => text).join('\n'),
    choices: shown.flatMap(({ action }) => action ?? []),
    problems: messages.flatMap((message) => {
      const bytes = Buffer.byteLength(JSON.stringify(message));
      return bytes > MAX_ACTIVITY_BYTES ? [`${String(bytes)} bytes`] : [];
    }),
  };
}

interface PagePart {
  readonly html: string;
  readonly title?: string;
  readonly coach?: string;
  readonly variant?: string | null;
  readonly helpers?: readonly string[];
  readonly sources?: readonly string[];
  readonly sections?: readonly { readonly title: string | null; readonly items: readonly string[] }[];
}

/** The page shows the parts it gets; their words and the HTML made of them. */
function webPage(reply: Reply): Seen {
  const { parts, buttons } = (
    replyToActivity(reply).channelData as {
      mentorlijn: { parts: readonly PagePart[]; buttons: readonly { label: string; title?: string; action: string }[] };
    }
  ).mentorlijn;
  const html = parts.map((part) => part.html).join('\n');
  const shown = parts.flatMap((part) => [
    part.title ?? '',
    part.coach ?? '',
    part.variant ?? '',
    ...(part.helpers ?? []),
    ...(part.sources ?? []),
    ...(part.sections ?? []).flatMap(({ title, items }) => [
      title ?? '',
      ...items.map((item) => item.replace(/[*_]/g, '')),
    ]),
    wordsOf(part.html),
  ]);
  return {
    text: [...shown, ...buttons.map(({ label, title }) => title ?? label)].join('\n'),
    choices: buttons.map(({ action }) => action),
    problems: /<script|<img|<iframe| on\w+=|javascript:/i.test(html) ? ['HTML that runs'] : [],
  };
}

/** Text and link targets of HTML, as a reader gets them. */
function wordsOf(html: string): string {
  return html
    .replace(/<a [^>]*href="([^"]*)"[^>]*>/g, ' $1 ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}

export const actionsOf = (reply: Reply): readonly string[] => reply.buttons.map(({ action }) => encodeAction(action));
