import { TurnContext } from 'botbuilder';
import { atHome } from '../../../handlers/continuity/home.js';
import { MentorlijnError } from '../../../handlers/errors.js';
import type { Address, IncomingMessage, JsonValue } from '../../../handlers/message.js';
import { answerWithoutStore } from '../../../handlers/turn/answer-without-store.js';
import type { TurnDeps } from '../../../handlers/turn/process-message.js';
import type { HelplineBot } from '../../helpline-bot.js';
import type { Deliverer } from '../../deliverer.js';
import { replyToWhatsApp } from '../../render/whatsapp.js';
import { toIncomingMessage } from '../incoming.js';
import { WhatsAppAdapter } from './adapter.js';
import { applyChange, getContact, type Contact } from './contacts.js';
import { isWindowOpen, whatsappDeliverer } from './deliver.js';
import { Graph } from './graph.js';
import { fetchDue, fetchGiven, type MediaDeps } from './media.js';
import { NumberPace } from './pace.js';
import { applyStatus } from './receipts.js';
import { takeIn, type Taken } from './receive.js';
import type { WhatsAppConfig } from './settings.js';
import { toActivity } from './to-activity.js';
import type { InboundMessage, WebhookEvents } from './webhook.js';

export interface WhatsAppDeps {
  readonly config: WhatsAppConfig;
  readonly turn: TurnDeps;
  readonly publicUrl: string;
  /** How long a file is kept; left out: the default. */
  readonly keepFilesDays?: number;
  /** 0–1, to spread retries. */
  readonly random: () => number;
}

/** So many messages answered without a store are remembered, so that Meta's redelivery does not repeat the answer. */
const MAX_SAID = 1_000;

/** WhatsApp, as a whole: takes events in durably, runs the bot afterwards, delivers what the outbox holds. */
export class WhatsAppChannel {
  readonly graph: Graph;
  readonly deliverer: Deliverer;
  readonly #adapter: WhatsAppAdapter;
  readonly #media: MediaDeps;
  readonly #working = new Map<string, Promise<void>>();
  readonly #said = new Set<string>();
  #number: string | null = null;
  #asking = false;

  constructor(private readonly deps: WhatsAppDeps) {
    const { config, turn, publicUrl, random } = deps;
    this.graph = new Graph(config);
    this.displayNumber();
    this.#media = {
      ...turn,
      graph: this.graph,
      download: config,
      ...(deps.keepFilesDays === undefined ? {} : { keepFilesDays: deps.keepFilesDays }),
    };
    this.#adapter = new WhatsAppAdapter({ graph: this.graph });
    this.deliverer = whatsappDeliverer({
      config,
      publicUrl,
      random,
      graph: this.graph,
      store: turn.store,
      clock: turn.clock,
      pace: new NumberPace(turn.store, turn.clock, config.phoneNumberId),
    });
  }

  /** Everything of one event, durable when it resolves; throws when it could not be kept, so that Meta sends it again. */
  async takeIn(events: WebhookEvents): Promise<readonly Taken[]> {
    const { store, clock, live, log } = this.deps.turn;
    for (const code of events.errors) log.warn('whatsapp-trouble', { code });
    for (const change of events.changes) await applyChange(store, change);
    const taken: Taken[] = [];
    for (const message of events.messages) taken.push(await this.#takeMessage(message));
    for (const status of events.statuses) {
      const entry = await applyStatus(store, status, clock.now());
      if (entry !== null && entry.ticket !== null) live.publish('tickets', entry.ticket);
      if (entry !== null && status.status === 'failed') live.publish('outbox', entry.conversation);
    }
    return taken;
  }

  /** What comes after the 200: read, think, answer; one message of a person at a time. */
  handle(taken: readonly Taken[], bot: HelplineBot): void {
    for (const one of taken) {
      if (one.kind === 'repeated') continue;
      const key = one.message.conversation;
      const before = this.#working.get(key) ?? Promise.resolve();
      const mine = before.then(() => this.#handleOne(one, bot));
      this.#working.set(key, mine);
      void mine.finally(() => {
        if (this.#working.get(key) === mine) this.#working.delete(key);
      });
    }
  }

  /** By which number people reach us, for wa.me links; null until Meta told it, and everything else works without. */
  displayNumber(): string | null {
    if (this.#number === null && !this.#asking) void this.#askNumber();
    return this.#number;
  }

  async #askNumber(): Promise<void> {
    this.#asking = true;
    try {
      this.#number = await this.graph.displayNumber();
    } catch (error) {
      this.deps.turn.log.error('whatsapp-number-unknown', error);
    }
    this.#asking = false;
  }

  /** Whether somebody may be sent a tip now: within 24 hours of his last word, or with a template for it. */
  async mayTip({ conversationId }: Address, now: Date): Promise<boolean> {
    if (this.deps.config.tipTemplate !== null) return true;
    const contact = await getContact(this.deps.turn.store, conversationId);
    return contact !== null && isWindowOpen(contact.body, now);
  }

  /** What a person gave to a coach and could not be fetched then. Called now and then. */
  fetchDue(): Promise<void> {
    return fetchDue(this.#media);
  }

  /** Waits for what is under way. */
  async stop(): Promise<void> {
    await Promise.allSettled(this.#working.values());
  }

  async #takeMessage(message: InboundMessage): Promise<Taken> {
    const { store, clock, ids } = this.deps.turn;
    try {
      return await takeIn({ store, clock, ids, toMessage: (one, contact) => this.#toMessage(one, contact) }, message);
    } catch (error) {
      if (error instanceof MentorlijnError && error.code === 'store-unavailable') await this.#sayMeanwhile(message);
      throw error;
    }
  }

  #toMessage(inbound: InboundMessage, contact: Contact): Promise<IncomingMessage> {
    const activity = toActivity(inbound, contact);
    const reference = TurnContext.getConversationReference(activity) as unknown as JsonValue;
    const { store, clock } = this.deps.turn;
    return atHome(store, toIncomingMessage(activity, reference, clock.now()));
  }

  async #handleOne({ kind, contact, message, inbound }: Taken, bot: HelplineBot): Promise<void> {
    const { live, log } = this.deps.turn;
    if (kind === 'heard') {
      live.publish('outbox', message.conversation);
      return;
    }
    // Nobody waits for blue ticks: an answer never does.
    void this.graph.markRead(message.id).catch(() => undefined);
    try {
      await this.#adapter.processActivity(toActivity(inbound, contact), bot);
      await fetchGiven(this.#media, message.conversation);
    } catch (error) {
      // It is in the inbox: housekeeping handles it again.
      log.error('whatsapp-turn-failed', error);
    }
  }

  /**
   * The store is away, so Meta will bring the message again, perhaps in an hour: meanwhile he gets first aid, or what the
   * knowledge says, with an honest line. Once per message and process, for nothing can be kept.
   */
  async #sayMeanwhile(message: InboundMessage): Promise<void> {
    if (message.kind === 'reaction' || this.#said.has(message.id)) return;
    const reply = answerWithoutStore(this.deps.turn, { text: message.text });
    if (this.#said.size > MAX_SAID) this.#said.clear();
    this.#said.add(message.id);
    const to = message.phone === null ? { recipient: message.userId } : { to: message.phone };
    for (const piece of replyToWhatsApp(reply, this.deps.publicUrl))
      await this.graph.send({ ...to, ...piece }).catch((error: unknown) => {
        this.deps.turn.log.error('words-without-store-failed', error);
      });
  }
}
