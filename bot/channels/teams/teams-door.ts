import { TurnContext, type InvokeResponse } from 'botbuilder';
import { encodeAction } from '../../../handlers/action.js';
import { MentorlijnError } from '../../../handlers/errors.js';
import type { Coach } from '../../../handlers/desk/coach.js';
import type { DeskDeps } from '../../../handlers/desk/desk-deps.js';
import { claim } from '../../../handlers/desk/ticket-actions.js';
import { getTicket } from '../../../handlers/records.js';
import { coachOf } from '../../../handlers/ticket.js';
import { conversationKey, type IncomingMessage, type JsonValue } from '../../../handlers/message.js';
import { dropAlertChannel, keepAlertChannel } from './alerts.js';
import { cardAfter, readTouch, replaceCard, sayBriefly, type CardTouch } from './card-actions.js';
import { answerSearch } from './search.js';

export interface TeamsDeps extends DeskDeps {
  readonly publicUrl: string;
  /** The coach behind a person of a Microsoft tenant; null when no account is tied to him. */
  readonly coachByEntra: (person: { readonly tenant: string; readonly oid: string }) => Promise<Coach | null>;
  readonly nameOf: (coach: string) => Promise<string | null>;
}

export const TEAMS_TEXTS = {
  notLinked: 'Ik ken je nog niet als coach. Open één keer de desk in Teams, dan weet ik wie je bent.',
  notYours: 'Dit antwoord hoort bij iemand anders. Stel je vraag gerust zelf.',
  onlyLead: 'Alleen een teamleider kan dit kanaal kiezen voor meldingen.',
  alertsHere: 'Goed. Dringende en late vragen meld ik voortaan in dit kanaal. Stoppen? Typ **geen meldingen**.',
  alertsGone: 'Goed. In dit kanaal meld ik niets meer.',
  alertsElsewhere: 'In dit kanaal meld ik niets.',
  unknownCard: 'Deze kaart ken ik niet meer. Typ je vraag opnieuw.',
} as const;

/** What only Teams has: cards that change in place, the search in the message box, the coaches' channel. */
export class TeamsDoor {
  constructor(private readonly deps: TeamsDeps) {}

  /** A message that is for the door itself and not a mentor's; true when it was. */
  async message(context: TurnContext, message: IncomingMessage): Promise<boolean> {
    if (message.address.channel !== 'teams') return false;
    if (message.action?.do === 'claim') {
      await context.sendActivity((await this.#claim(context, message.action.ticket)).said);
      return true;
    }
    const words = message.text.toLowerCase().replace(/[.! ]+/g, ' ').trim(); // prettier-ignore
    if (isPersonal(context) || !['meldingen hier', 'geen meldingen'].includes(words)) return false;
    await context.sendActivity(await this.#alerts(context, words === 'meldingen hier'));
    return true;
  }

  /** An invoke of Teams; null for one that is not ours. `take` handles a pressed button as any message. */
  async invoke(
    context: TurnContext,
    message: IncomingMessage,
    take: (message: IncomingMessage) => Promise<void>,
  ): Promise<InvokeResponse | null> {
    const { name, value } = context.activity as { readonly name?: string; readonly value?: unknown };
    if (name === 'composeExtension/query') return answerSearch(this.deps, value);
    if (name !== 'adaptiveCard/action') return null;
    const touch = readTouch(value);
    if (!touch) return sayBriefly(TEAMS_TEXTS.unknownCard);
    if (touch.action?.do === 'claim') return this.#claimed(context, touch, touch.action.ticket);
    const after = await cardAfter(this.deps, message.conversation, touch);
    if (!after) return sayBriefly(TEAMS_TEXTS.notYours);
    if (touch.action !== null) await take({ ...message, action: touch.action, text: encodeAction(touch.action) });
    return replaceCard(context, after);
  }

  async #claimed(context: TurnContext, touch: CardTouch, ticket: string): Promise<InvokeResponse> {
    const { said, by } = await this.#claim(context, ticket);
    if (by === null) return sayBriefly(said);
    const conversation = conversationKey('teams', bareId(context));
    const after = await cardAfter(this.deps, conversation, touch, said);
    return after ? replaceCard(context, after) : sayBriefly(said);
  }

  /** One claim wins; the others hear who has it. */
  async #claim(context: TurnContext, ticket: string): Promise<{ readonly said: string; readonly by: string | null }> {
    const coach = await this.#coach(context);
    if (!coach) return { said: TEAMS_TEXTS.notLinked, by: null };
    try {
      await claim(this.deps, coach, ticket);
      return { said: `Genomen door ${coach.name}.`, by: coach.id };
    } catch (error) {
      if (!(error instanceof MentorlijnError)) throw error;
      const found = await getTicket(this.deps.store, ticket);
      const holder = found ? coachOf(found.ticket) : null;
      const name = holder === null ? null : await this.deps.nameOf(holder);
      return { said: name === null ? error.message : `Al genomen door ${name}.`, by: holder };
    }
  }

  async #alerts(context: TurnContext, here: boolean): Promise<string> {
    const coach = await this.#coach(context);
    if (coach?.role !== 'lead') return TEAMS_TEXTS.onlyLead;
    const conversationId = bareId(context);
    if (!here)
      return (await dropAlertChannel(this.deps.store, conversationId))
        ? TEAMS_TEXTS.alertsGone
        : TEAMS_TEXTS.alertsElsewhere;
    const reference = TurnContext.getConversationReference(context.activity);
    const channel = {
      ...reference,
      activityId: undefined,
      conversation: { ...reference.conversation, id: conversationId },
    };
    await keepAlertChannel(this.deps.store, {
      conversationId,
      reference: JSON.parse(JSON.stringify(channel)) as JsonValue,
      by: coach.id,
    }); // prettier-ignore
    return TEAMS_TEXTS.alertsHere;
  }

  async #coach(context: TurnContext): Promise<Coach | null> {
    const { from, conversation } = context.activity as {
      readonly from?: { readonly aadObjectId?: unknown };
      readonly conversation: { readonly tenantId?: unknown };
    };
    const oid = from?.aadObjectId;
    const tenant = conversation.tenantId;
    return typeof oid === 'string' && typeof tenant === 'string' ? this.deps.coachByEntra({ tenant, oid }) : null;
  }
}

export function isPersonal(context: TurnContext): boolean {
  const { conversationType } = context.activity.conversation as { readonly conversationType?: string };
  return conversationType === undefined || conversationType === 'personal';
}

/** The channel itself, whatever thread of it was written in. */
function bareId(context: TurnContext): string {
  return context.activity.conversation.id.replace(/;messageid=.*$/, '');
}
