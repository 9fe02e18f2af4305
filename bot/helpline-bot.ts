import { ActivityHandler, TurnContext, type Activity, type InvokeResponse } from 'botbuilder';
import { atHome, homeOf } from '../handlers/continuity/home.js';
import { MentorlijnError } from '../handlers/errors.js';
import type { IncomingMessage, JsonValue } from '../handlers/message.js';
import type { Append, Log } from '../handlers/ports.js';
import { arrive } from '../handlers/turn/arrive.js';
import type { Answer } from '../handlers/turn/at-once.js';
import { answerWithoutStore } from '../handlers/turn/answer-without-store.js';
import { earlierFirst } from '../handlers/turn/earlier-first.js';
import { processMessage, receiveMessage, type TurnDeps } from '../handlers/turn/process-message.js';
import { toIncomingMessage } from './channels/incoming.js';
import { isPersonal, type TeamsDoor } from './channels/teams/teams-door.js';
import type { Metrics } from './metrics.js';
import type { Outbox } from './outbox.js';
import { replyToActivity } from './render/activity.js';
import { TurnGate } from './turn-gate.js';

/** What a channel adds to a turn: the line its own log keeps of the message, in the same commit. */
export const ECHO_KEY = Symbol.for('mentorlijn.echo');

/** Enough to share one trip to the disk, few enough to keep memory level. */
const MOST_TURNS = 16;

/** Activity -> message -> reply, for every channel that speaks Bot Framework activities. */
export class HelplineBot extends ActivityHandler {
  readonly #gate = new TurnGate(MOST_TURNS);

  constructor(
    private readonly deps: TurnDeps,
    private readonly outbox: Outbox,
    private readonly log: Log,
    private readonly metrics: Pick<Metrics, 'turns' | 'turnSeconds' | 'turnsWithoutStore'>,
    private readonly teams: TeamsDoor | null = null,
  ) {
    super();
    this.onMessage(async (context, next) => {
      await this.#message(context);
      await next();
    });
    this.onMembersAdded(async (context, next) => {
      const bot = context.activity.recipient.id;
      if ((context.activity.membersAdded ?? []).some(({ id }) => id !== bot) && isPersonal(context))
        await this.#arrive(context);
      await next();
    });
    this.onEvent(async (context, next) => {
      if (context.activity.name === 'mentorlijn/start') await this.#arrive(context);
      await next();
    });
  }

  async #message(context: TurnContext): Promise<void> {
    const message = toIncomingMessage(withoutMention(context.activity), referenceOf(context), this.deps.clock.now());
    if (await this.teams?.message(context, message)) return;
    await this.#take(context, message);
  }

  /** Cards and the message box of Teams; what is not ours gets the SDK's own answer. */
  protected override async onInvokeActivity(context: TurnContext): Promise<InvokeResponse> {
    const message = toIncomingMessage(context.activity, referenceOf(context), this.deps.clock.now());
    const answer = await this.teams?.invoke(context, message, (pressed) => this.#take(context, pressed));
    return answer ?? super.onInvokeActivity(context);
  }

  async #take(context: TurnContext, incoming: IncomingMessage): Promise<void> {
    let message = incoming;
    try {
      message = await atHome(this.deps.store, incoming);
      const echo = context.turnState.get<readonly Append[] | undefined>(ECHO_KEY) ?? [];
      const answer = await this.#gate.run(() => this.#handle(message, echo));
      if (answer !== null) await this.outbox.answer(answer);
    } catch (error) {
      if (!(error instanceof MentorlijnError)) throw error;
      this.log.error('turn-not-saved', error, { code: error.code, channel: message.address.channel });
      this.metrics.turnsWithoutStore.inc({ channel: message.address.channel });
      await context.sendActivity(replyToActivity(answerWithoutStore(this.deps, message)));
    }
  }

  async #arrive(context: TurnContext): Promise<void> {
    const { conversation, address, asker } = toIncomingMessage(
      context.activity,
      referenceOf(context),
      this.deps.clock.now(),
    );
    // Known under another channel: he is no newcomer.
    if ((await homeOf(this.deps.store, conversation)) !== conversation) return;
    await arrive(this.deps, conversation, address, asker.name);
    await this.outbox.flush(conversation);
  }

  /** Keeps the message and handles it; gives the answer that has to go out, null when there is nothing new to send. */
  async #handle(message: IncomingMessage, echo: readonly Append[]): Promise<Answer | null> {
    const received = await receiveMessage(this.deps, message, echo);
    const { channel } = message.address;
    await earlierFirst(this.deps, message, received);
    const stop = this.metrics.turnSeconds.startTimer();
    const done = await processMessage(this.deps, message, received, this.outbox);
    const seconds = stop();
    if (done.kind !== 'done') return null;
    const { decision, urgent } = done.outcome;
    this.metrics.turns.inc({ channel, decision });
    this.log.info('turn', { channel, decision, urgent, ms: Math.round(seconds * 10_000) / 10 });
    return done.answer;
  }
}

function referenceOf(context: TurnContext): JsonValue {
  return TurnContext.getConversationReference(context.activity) as unknown as JsonValue;
}

/** In a Teams channel the text starts with our own name. */
function withoutMention(activity: Activity): Activity {
  const mentioned = (activity.entities ?? []).some(({ type }) => type === 'mention');
  return mentioned ? { ...activity, text: TurnContext.removeRecipientMention({ ...activity }) } : activity;
}
