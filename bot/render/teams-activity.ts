import { ActivityTypes, type Activity } from 'botbuilder';
import type { Reply } from '../../handlers/reply.js';
import { replyToText } from '../../handlers/reply-text.js';
import { cardMarkdown } from './card/card-markdown.js';
import { replyCard, type CardPlace } from './card/reply-card.js';
import { partToMarkdown } from './activity.js';

export const CARD_TYPE = 'application/vnd.microsoft.card.adaptive';
/** Teams refuses messages of more than some 28 KB; what surrounds the card needs room too. */
const MOST_CARD_BYTES = 22_000;
const MOST_TEXT_CHARACTERS = 8_000;
/** What a notification on a phone shows. Characters. */
const SUMMARY = 120;

/** A reply as Teams messages: bare words as text, everything else as one card; what is too long as text first, then its buttons. */
export function replyToTeams(reply: Reply, place: CardPlace): readonly Partial<Activity>[] {
  const onlyWords = reply.buttons.length === 0 && reply.parts.every(({ kind }) => kind === 'text');
  if (onlyWords) return textMessages(reply);
  const whole = cardMessage(reply, place);
  if (Buffer.byteLength(JSON.stringify(whole)) <= MOST_CARD_BYTES) return [whole];
  const buttons = reply.buttons.length > 0 ? [cardMessage({ parts: [], buttons: reply.buttons }, place)] : [];
  return [...textMessages(reply), ...buttons];
}

function cardMessage(reply: Reply, place: CardPlace): Partial<Activity> {
  const said = replyToText({ parts: reply.parts, buttons: [] }).replace(/\s+/g, ' ').trim();
  const summary = said === '' ? 'Kies een antwoord' : said;
  return {
    type: ActivityTypes.Message,
    summary: summary.length > SUMMARY ? `${summary.slice(0, SUMMARY - 1)}…` : summary,
    locale: 'nl-BE',
    attachments: [{ contentType: CARD_TYPE, content: replyCard(reply, place) }],
  };
}

function textMessages(reply: Reply): readonly Partial<Activity>[] {
  const text = reply.parts.map((part) => cardMarkdown(partToMarkdown(part))).join('\n\n');
  return inPieces(text).map((piece) => ({
    type: ActivityTypes.Message,
    text: piece,
    textFormat: 'markdown',
    locale: 'nl-BE',
  }));
}

/** Cut between paragraphs, else between words: nothing is lost. */
function inPieces(text: string, most = MOST_TEXT_CHARACTERS): readonly string[] {
  if (text.length <= most) return [text];
  const cut = [text.lastIndexOf('\n\n', most), text.lastIndexOf('\n', most), text.lastIndexOf(' ', most)].find((at) => at > most / 2) ?? most; // prettier-ignore
  return [text.slice(0, cut).trimEnd(), ...inPieces(text.slice(cut).trimStart(), most)];
}
