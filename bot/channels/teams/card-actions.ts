import type { InvokeResponse, TurnContext } from 'botbuilder';
import { decodeAction, encodeAction, type Action } from '../../../handlers/action.js';
import type { ConversationKey } from '../../../handlers/message.js';
import type { Store } from '../../../handlers/ports.js';
import type { OutboxEntry } from '../../../handlers/records.js';
import type { Button, Reply } from '../../../handlers/reply.js';
import { replyCard, TICKS } from '../../render/card/reply-card.js';
import type { AdaptiveCard } from '../../render/card/elements.js';
import { CARD_TYPE } from '../../render/teams-activity.js';

/** What a touched card says: the action, the message it stands on, and the inputs that were filled in. */
export interface CardTouch {
  readonly action: Action | null;
  readonly ticks: boolean;
  readonly of: string;
  readonly ticked: readonly string[];
}

/** Reads the value of an `adaptiveCard/action`; null for anything our cards never send. */
export function readTouch(value: unknown): CardTouch | null {
  const { action } = asRecord(value);
  const { data, verb } = asRecord(action);
  const { of, action: named, ...inputs } = asRecord(data);
  const name = typeof named === 'string' ? named : verb;
  if (typeof of !== 'string' || of.length > 100 || typeof name !== 'string') return null;
  const ticked = Object.keys(inputs).filter((id) => id.startsWith(`${TICKS}-`) && inputs[id] === 'true');
  const decoded = decodeAction(name);
  return decoded === null && name !== TICKS ? null : { action: decoded, ticks: name === TICKS, of, ticked };
}

export interface CardDeps {
  readonly store: Store;
  readonly publicUrl: string;
}

/** The card as it stands after the touch: its words stay, its buttons make place for what was chosen. */
export async function cardAfter(
  deps: CardDeps,
  conversation: ConversationKey,
  touch: CardTouch,
  closing?: string,
): Promise<AdaptiveCard | null> {
  const sent = (await deps.store.get<OutboxEntry>('outbox', touch.of))?.body;
  // A made-up id must not show what was said to somebody else.
  if (sent?.conversation !== conversation) return null;
  const place = { of: touch.of, publicUrl: deps.publicUrl };
  if (touch.ticks) return replyCard(sent.reply, { ...place, ticked: touch.ticked });
  return replyCard(sent.reply, { ...place, closing: closing ?? `Gekozen: ${labelOf(sent.reply, touch.action)}` });
}

function labelOf({ buttons }: Reply, action: Action | null): string {
  const same = (button: Button): boolean => action !== null && encodeAction(button.action) === encodeAction(action);
  const found = buttons.find(same);
  return found?.title ?? found?.label ?? 'je antwoord';
}

/** Shows a card in the place of the touched one: at once to who touched it, and for good in the conversation. */
export async function replaceCard(context: TurnContext, content: AdaptiveCard): Promise<InvokeResponse> {
  const { replyToId } = context.activity;
  if (replyToId !== undefined)
    await context
      .updateActivity({ type: 'message', id: replyToId, attachments: [{ contentType: CARD_TYPE, content }] })
      // The one who touched it sees the new card all the same.
      .catch(() => undefined);
  return { status: 200, body: { statusCode: 200, type: CARD_TYPE, value: content } };
}

/** A short line in answer to a touch, without another card. */
export function sayBriefly(text: string): InvokeResponse {
  return { status: 200, body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: text } };
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : {};
}
