import type { Conversation } from '../../../handlers/conversation.js';
import { conversationKey } from '../../../handlers/message.js';
import type { Clock, Store } from '../../../handlers/ports.js';
import { WINDOW_CLOSED, type OutboxEntry } from '../../../handlers/records.js';
import { replyToText } from '../../../handlers/reply-text.js';
import { DeliveryError, type Deliverer } from '../../deliverer.js';
import { replyToWhatsApp } from '../../render/whatsapp.js';
import { getContact, putContact, type Contact } from './contacts.js';
import { asDeliveryError, faultOf, UNREACHABLE } from './faults.js';
import { GraphError, type Graph } from './graph.js';
import { pairPace, type NumberPace } from './pace.js';
import { outboxOf, pieceId, putReceipt, templateId, type Receipt } from './receipts.js';
import type { WhatsAppConfig } from './settings.js';
import type { WhatsAppPerson } from './webhook.js';

export interface DeliverDeps {
  readonly config: WhatsAppConfig;
  readonly graph: Graph;
  readonly pace: NumberPace;
  readonly store: Store;
  readonly clock: Clock;
  readonly publicUrl: string;
  /** 0–1. */
  readonly random: () => number;
}

/** A little less than Meta's 24 hours: our clocks differ, and a message takes time. */
const WINDOW_MS = 24 * 3_600_000 - 5 * 60_000;
/** How long a message that waits for its asker is left alone; he wakes it himself. */
const HELD_MS = 6 * 3_600_000;

/** Within 24 hours of the asker's last message he may be spoken to freely. */
export function isWindowOpen({ lastInboundAt }: Pick<Contact, 'lastInboundAt'>, now: Date): boolean {
  return now.getTime() - Date.parse(lastInboundAt) < WINDOW_MS;
}

/** Delivery of the outbox: piece by piece, each at Meta's pace and remembered, so that a retry sends only the rest. */
export function whatsappDeliverer(deps: DeliverDeps): Deliverer {
  const upSince = deps.clock.now().getTime();
  return {
    by: 'send',
    send: async (entry, id) => {
      waitWhenUnsure(entry, deps.clock.now().getTime() - upSince);
      const contact = await contactOf(deps, entry);
      if (isWindowOpen(contact, deps.clock.now()) && (await sendPieces(deps, entry, id, contact))) return;
      if (entry.purpose === 'tip') await sendTip(deps, entry, id, contact);
      else await knock(deps, entry, id, contact);
    },
  };
}

/** A status event that was refused while nobody was up comes again in this time. */
const UNSURE_MS = 15_000;

/**
 * Perhaps the last try went: its process died, or nobody answered and we have been down since. Meta's status event may
 * still say so.
 */
function waitWhenUnsure({ sending, failure }: OutboxEntry, upMs: number): void {
  const died = sending === true;
  if (died || (failure === UNREACHABLE && upMs < UNSURE_MS))
    throw new DeliveryError(died ? 'whatsapp-unsure' : UNREACHABLE, false, { held: true, retryAfterMs: UNSURE_MS });
}

/** Who had everything erased is still told so: then only the address in the message itself is left. */
async function contactOf(deps: DeliverDeps, { address, createdAt }: OutboxEntry): Promise<Contact> {
  const kept = await getContact(deps.store, address.conversationId);
  if (kept) return kept.body;
  const known = (address.reference as { readonly user?: Partial<WhatsAppPerson> } | null)?.user;
  return {
    conversationId: address.conversationId,
    owner: conversationKey(address.channel, address.conversationId),
    userId: known?.userId ?? null,
    phone: known?.phone ?? null,
    lastInboundAt: createdAt,
    knockedAt: null,
    paceAt: null,
  };
}

/** True when everything went; false when Meta says that the 24 hours are over, whatever our clock says. */
async function sendPieces(deps: DeliverDeps, entry: OutboxEntry, id: string, contact: Contact): Promise<boolean> {
  const pieces = replyToWhatsApp(entry.reply, deps.publicUrl);
  try {
    for (const [index, piece] of pieces.entries()) await sendOnce(deps, pieceId(id, index), contact, piece);
    return true;
  } catch (error) {
    if (!(error instanceof DeliveryError) || error.code !== WINDOW_CLOSED) throw error;
    await changeContact(deps, contact.conversationId, { lastInboundAt: new Date(0).toISOString() });
    return false;
  }
}

/** Sends a piece unless its receipt says that it went before. */
async function sendOnce(deps: DeliverDeps, id: string, contact: Contact, message: object): Promise<void> {
  if (await deps.store.get<Receipt>('receipt', id)) return;
  await keepPace(deps, contact.conversationId);
  const messageId = await call(deps, () =>
    deps.graph.send({ ...recipient(contact), ...message, biz_opaque_callback_data: id }),
  );
  const receipt: Receipt = { messageId, state: 'accepted', at: deps.clock.now().toISOString() };
  // Refused only when the status event came before us: then it is known already.
  await deps.store.commit({ puts: [putReceipt(id, receipt, 0, contact.owner)] });
  await forgetIfErased(deps, id);
}

/** Another process may have erased everything of him while this was on its way: then nothing of it stays behind. */
async function forgetIfErased({ store }: DeliverDeps, piece: string): Promise<void> {
  if ((await store.get('outbox', outboxOf(piece) ?? '')) !== null) return;
  await store.commit({ deletes: [{ kind: 'receipt', id: piece, expect: 'any' }] });
}

/** The number where we know it; the id where WhatsApp withholds the number. */
function recipient({ userId, phone }: Contact): object {
  if (phone !== null) return { to: phone };
  if (userId !== null) return { recipient: userId };
  throw new DeliveryError('whatsapp-no-address', true);
}

async function call<T>(deps: DeliverDeps, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof GraphError && faultOf(error.code, error.status).name === 'whatsapp-busy') {
      if (error.code !== 131056) await deps.pace.slowDown(2_000);
    }
    throw asDeliveryError(error, deps.random());
  }
}

async function keepPace(deps: DeliverDeps, conversationId: string): Promise<void> {
  const kept = await getContact(deps.store, conversationId);
  const pair = pairPace(kept?.body.paceAt ?? null, deps.clock.now());
  if (pair.waitMs > 0) throw new DeliveryError('whatsapp-busy', false, { held: true, retryAfterMs: pair.waitMs });
  const waitMs = await deps.pace.place();
  if (waitMs > 0) throw new DeliveryError('whatsapp-busy', false, { held: true, retryAfterMs: waitMs });
  // A message of his that comes in at the same moment may win: then this one is not counted, and Meta has the last word.
  if (kept) await deps.store.commit({ puts: [putContact({ ...kept.body, paceAt: pair.next }, kept.version)] });
}

/** Outside the 24 hours: one template that says a message is waiting, and the message itself when he reacts. */
async function knock(deps: DeliverDeps, entry: OutboxEntry, id: string, contact: Contact): Promise<never> {
  const { template, templateLanguage } = deps.config;
  if (contact.knockedAt !== null || !isAwaited(entry, contact))
    throw new DeliveryError(WINDOW_CLOSED, false, { held: true, retryAfterMs: HELD_MS });
  // Without an approved text, or after "stop", only a person may reach him: it stands failed at the desk.
  if (template === null || (await hasStopped(deps, entry))) throw new DeliveryError(WINDOW_CLOSED, true);
  try {
    await sendOnce(deps, templateId(id, contact), contact, {
      type: 'template',
      template: { name: template, language: { code: templateLanguage } },
    });
  } catch (error) {
    // A template that is refused will be refused again; the message itself still goes when he writes.
    if (error instanceof DeliveryError && error.permanent)
      throw new DeliveryError(WINDOW_CLOSED, true, { cause: error });
    throw error;
  }
  await changeContact(deps, contact.conversationId, { knockedAt: deps.clock.now().toISOString() });
  throw new DeliveryError(WINDOW_CLOSED, false, { held: true, retryAfterMs: HELD_MS });
}

/** What he asked for: an answer of a coach, or of ours that came late. Nobody is knocked at for anything else. */
function isAwaited({ ticket, createdAt }: OutboxEntry, contact: Contact): boolean {
  return ticket !== null || isWindowOpen(contact, new Date(createdAt));
}

async function hasStopped(deps: DeliverDeps, { conversation }: OutboxEntry): Promise<boolean> {
  return (await deps.store.get<Conversation>('conversation', conversation))?.body.stopped ?? false;
}

/** Best effort: a message of his that comes in at the same moment knows better. */
async function changeContact(deps: DeliverDeps, conversationId: string, change: Partial<Contact>): Promise<void> {
  const kept = await getContact(deps.store, conversationId);
  if (kept) await deps.store.commit({ puts: [putContact({ ...kept.body, ...change }, kept.version)] });
}

/** Longest value of a template's field. Meta takes no line ends in it. */
const MAX_FIELD = 900;

async function sendTip(deps: DeliverDeps, entry: OutboxEntry, id: string, contact: Contact): Promise<void> {
  const { tipTemplate, templateLanguage } = deps.config;
  if (tipTemplate === null) throw new DeliveryError(WINDOW_CLOSED, true);
  const words = replyToText({ ...entry.reply, buttons: [] })
    .replace(/\s+/g, ' ')
    .slice(0, MAX_FIELD);
  await sendOnce(deps, pieceId(id, 0), contact, {
    type: 'template',
    template: {
      name: tipTemplate,
      language: { code: templateLanguage },
      components: [{ type: 'body', parameters: [{ type: 'text', text: words }] }],
    },
  });
}
