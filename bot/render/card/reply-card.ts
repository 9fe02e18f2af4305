import { sayDate } from '../../../handlers/desk/promise.js';
import { encodeAction } from '../../../handlers/action.js';
import type { Button, ChecklistPart, ItemPart, Reply, ReplyPart } from '../../../handlers/reply.js';
import { replyToText } from '../../../handlers/reply-text.js';
import { cardMarkdown } from './card-markdown.js';
import {
  actionSets,
  box,
  card,
  execute,
  heading,
  link,
  subtle,
  words,
  type AdaptiveCard,
  type CardAction,
  type CardElement,
} from './elements.js';

/** Where a card stands, and what its reader did with it. */
export interface CardPlace {
  /** Id of the outgoing message. */
  readonly of: string;
  /** Address of the public pages, without a slash at the end. */
  readonly publicUrl: string;
  /** What was done with it: the card keeps its words and ends with this line in place of its buttons. */
  readonly closing?: string;
  /** Ids of the ticked lines of a checklist. */
  readonly ticked?: readonly string[];
  /** Put into a conversation by a colleague: nothing on it can be pressed but its links. */
  readonly readOnly?: true;
}

/** Name of the action that keeps the ticks of a checklist. */
export const TICKS = 'ticks';

/** A reply as one Adaptive Card. */
export function replyCard(reply: Reply, place: CardPlace): AdaptiveCard {
  const body = [...reply.parts.flatMap((part) => partElements(part, place)), ...ending(reply.buttons, place)];
  return card(body, replyToText(reply));
}

function ending(buttons: readonly Button[], place: CardPlace): readonly CardElement[] {
  if (place.closing !== undefined) return [subtle(place.closing)];
  const long = buttons.filter(({ title }) => title !== undefined);
  const short = buttons.filter(({ title }) => title === undefined);
  return [...long.map((button) => choice(button, place)), ...actionSets(short.map((button) => press(button, place)))];
}

/** A question to choose has room for all of its words. */
function choice(button: Button, place: CardPlace): CardElement {
  const title = button.title ?? button.label;
  return box([words(title, { color: 'Accent' })], 'emphasis', { spacing: 'Small', selectAction: press(button, place) });
}

function press(button: Button, { of }: CardPlace): CardAction {
  return execute(button.title ?? button.label, { action: encodeAction(button.action), of });
}

function partElements(part: ReplyPart, place: CardPlace): readonly CardElement[] {
  switch (part.kind) {
    case 'text':
      return [words(cardMarkdown(part.markdown))];
    case 'urgent':
      return [box([words(cardMarkdown(part.markdown), { weight: 'Bolder' })], 'attention', { bleed: true })];
    case 'ticket':
      return [box([words(cardMarkdown(part.markdown))], part.state === 'open' ? 'accent' : 'good')];
    case 'coach':
      return [
        box(
          [
            words(`**${part.coach}** (coach, vraag ${String(part.number)})`, { style: 'heading' }),
            words(cardMarkdown(part.markdown)),
          ],
          'emphasis',
        ),
      ];
    case 'checklist':
      return checklistElements(part, place);
    case 'item':
      return itemElements(part, place);
  }
}

function itemElements(part: ItemPart, { publicUrl }: CardPlace): readonly CardElement[] {
  const origin = part.sources.length > 0 ? `Bron: ${part.sources.join('; ')}. ` : '';
  return [
    heading(part.title),
    ...(part.variant === null ? [] : [words(`Voor jou: ${part.variant}`, { color: 'Good', weight: 'Bolder' })]),
    words(cardMarkdown(part.markdown)),
    ...(part.certainty === 'te-controleren'
      ? [words('Dit is nog niet zeker: laat het bevestigen.', { color: 'Warning' })]
      : []),
    ...(part.helpers.length > 0 ? [words(`**Wie helpt:** ${part.helpers.join(', ')}`)] : []),
    subtle(`${origin}Nagekeken op ${sayDate(part.checked)}.`),
    ...actionSets([link('Lees alles hierover', `${publicUrl}${part.path}`)]),
  ];
}

function checklistElements(
  part: ChecklistPart,
  { of, publicUrl, ticked, readOnly }: CardPlace,
): readonly CardElement[] {
  const sections = part.sections.flatMap(({ title, items }, section): CardElement[] => [
    ...(title === null ? [] : [words(title, { weight: 'Bolder' })]),
    ...items.map((item, line): CardElement => {
      if (readOnly) return words(`- ${cardMarkdown(item)}`, { spacing: 'Small' });
      const id = `${TICKS}-${String(section)}-${String(line)}`;
      const value = ticked?.includes(id) === true ? 'true' : 'false';
      return { type: 'Input.Toggle', id, title: cardMarkdown(item), value, wrap: true, spacing: 'Small' };
    }),
  ]);
  return [
    heading(part.title),
    ...(part.markdown === '' ? [] : [words(cardMarkdown(part.markdown))]),
    ...sections,
    ...(ticked === undefined ? [] : [subtle('Je vinkjes zijn bewaard in dit bericht.')]),
    subtle(`Nagekeken op ${sayDate(part.checked)}.`),
    ...actionSets([
      ...(readOnly ? [] : [execute('Bewaar mijn vinkjes', { action: TICKS, of })]),
      link('Afdrukken', publicUrl + part.path),
    ]),
  ];
}
