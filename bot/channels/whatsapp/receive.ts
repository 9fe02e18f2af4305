import { MentorlijnError } from '../../../handlers/errors.js';
import type { Clock, Ids, Put, Store } from '../../../handlers/ports.js';
import {
  appendTalk,
  inboxId,
  putInbox,
  putOutbox,
  type InboxEntry,
  type OutboxEntry,
} from '../../../handlers/records.js';
import type { IncomingMessage } from '../../../handlers/message.js';
import { findContact, putContact, whatsappKey, type Contact } from './contacts.js';
import { fetchJobs } from './media.js';
import type { InboundMessage } from './webhook.js';

export interface ReceiveDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  /** The plain message, as the bot will see it. */
  readonly toMessage: (message: InboundMessage, contact: Contact) => Promise<IncomingMessage>;
}

export interface Taken {
  readonly inbound: InboundMessage;
  readonly contact: Contact;
  readonly message: IncomingMessage;
  /** `repeated`: taken in before. `heard`: kept, and nothing has to be answered. */
  readonly kind: 'new' | 'repeated' | 'heard';
}

const MAX_CONFLICTS = 20;
/** What somebody answers to "er wacht een bericht": he wants to read it, and says nothing more. */
const SHOW_ME =
  /^(?:ja+|jawel|yes|oke?|okay|goed|toon(?: \S+){0,2}|lees(?: \S+){0,2}|stuur(?: \S+){0,2}|graag|ja graag|klaar|👍\p{EMod}?|✅)[.! ]*$/iu;
const STOP = /^(?:stop|stoppen|uitschrijven|afmelden|unsubscribe)[.! ]*$/i;

/**
 * Durable before Meta is told 200, all in one commit: the message, who sent it and when, and what waited for him to
 * write again. Meta delivers at least once and in any order; the inbox knows what it has seen.
 */
export async function takeIn(deps: ReceiveDeps, inbound: InboundMessage): Promise<Taken> {
  for (let round = 0; ; round += 1) {
    const found = await findContact(deps.store, inbound, () => deps.ids.next());
    const message = await deps.toMessage(inbound, found.contact);
    if (await deps.store.get('inbox', inboxId(message)))
      return { inbound, contact: found.contact, message, kind: 'repeated' };
    const held = STOP.test(inbound.text) ? [] : await heldFor(deps, found.contact);
    const heard = inbound.kind === 'reaction' || (held.length > 0 && wantsToRead(inbound));
    const inbox: InboxEntry = {
      message: heard ? { ...message, text: '' } : message,
      state: heard ? 'done' : 'pending',
      attempts: 0,
      failure: null,
    };
    // A thumb of somebody who never wrote, or had everything erased: there is no conversation to remember him for.
    const stranger = inbound.kind === 'reaction' && found.version === 0;
    const reaction = inbound.kind === 'reaction' && inbound.text !== '' && !stranger;
    const jobs = fetchJobs(inbound, message.conversation, deps.clock.now());
    const contact = stranger ? [] : [putContact(found.contact, found.version), ...found.puts];
    const done = await deps.store.commit({
      puts: [putInbox(inbox, 'absent'), ...contact, ...held, ...jobs],
      ...(reaction
        ? {
            appends: appendTalk(message.conversation, [
              { from: 'asker', name: null, text: `[reactie: ${inbound.text}]`, at: deps.clock.now().toISOString() },
            ]),
          }
        : {}),
    });
    if (done.ok) return { inbound, contact: found.contact, message, kind: heard ? 'heard' : 'new' };
    if (round >= MAX_CONFLICTS) throw new MentorlijnError('conflict', 'the contact kept changing under this message');
  }
}

function wantsToRead({ kind, text }: InboundMessage): boolean {
  return kind === 'template' || (kind === 'words' && SHOW_ME.test(text.trim()));
}

/** He wrote: what was held back goes now, oldest first and before the answer to this message. */
async function heldFor({ store, clock }: ReceiveDeps, { conversationId }: Contact): Promise<readonly Put[]> {
  const held = await store.query<OutboxEntry>({
    kind: 'outbox',
    index: 'held',
    prefix: `${whatsappKey(conversationId)}|`,
    limit: 50,
  });
  const now = clock.now().toISOString();
  return held.map(({ id, body, version }) =>
    putOutbox(id, { ...body, state: 'waiting', failure: null, dueAt: now }, version),
  );
}
