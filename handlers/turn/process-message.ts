import { newConversation, type Conversation, type TranscriptLine } from '../conversation.js';
import type { PromiseRules } from '../desk/promise.js';
import { bringAlong } from '../continuity/bring-along.js';
import { MentorlijnError } from '../errors.js';
import type { IncomingMessage } from '../message.js';
import type { Outcome } from '../outcome.js';
import { erasureOf, type Erasure } from '../privacy/erase.js';
import type { Clock, Commit, Delete, Ids, Knowledge, LiveUpdates, Log, Put, Store, Append } from '../ports.js';
import {
  appendEvents,
  appendTalk,
  getTicket,
  inboxId,
  putConversation,
  putInbox,
  putOutbox,
  putTicket,
  type InboxEntry,
  type OutboxEntry,
  waitingSince,
} from '../records.js';
import { replyToText } from '../reply-text.js';
import { FILE_WORDS } from '../texts.js';
import { SURVEY_TEXTS } from '../survey/texts.js';
import { LATER, type Answer, type AtOnce } from './at-once.js';
import { cleanText } from './clean-text.js';
import { handleBroken, handleMessage, type HandledTurn, type TurnInput } from './handle-message.js';
import { recentLines } from './recent-lines.js';
import { isPoison, setAside } from './set-aside.js';
import type { Places } from './turn.js';

export interface TurnDeps {
  readonly store: Store;
  readonly knowledge: Knowledge;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly live: LiveUpdates;
  readonly rules: PromiseRules;
  readonly places?: Places;
}

/** Another process, or another message of the same conversation, may be faster: then we read again. */
const MAX_CONFLICTS = 20;

export type Received =
  /** `inbox` is what was just written: handling it needs no second look. */
  { readonly kind: 'new'; readonly inbox: InboxEntry } | { readonly kind: 'repeated' };

/** Takes a message in, durably and once. `echo` is what the channel itself has to remember with it. */
export async function receiveMessage(
  deps: TurnDeps,
  message: IncomingMessage,
  echo: readonly Append[] = [],
): Promise<Received> {
  const entry: InboxEntry = { message, state: 'pending', attempts: 0, failure: null };
  const done = await deps.store.commit({ puts: [putInbox(entry, 'absent')], appends: echo });
  return done.ok ? { kind: 'new', inbox: entry } : { kind: 'repeated' };
}

export type Processed =
  | { readonly kind: 'done'; readonly outcome: Outcome; readonly answer: Answer }
  | { readonly kind: 'already-done' }
  | { readonly kind: 'parked' };

/** Handles a received message; everything that follows from it is committed together, once. */
export async function processMessage(
  deps: TurnDeps,
  message: IncomingMessage,
  received: Received = { kind: 'repeated' },
  atOnce: AtOnce = LATER,
): Promise<Processed> {
  for (let round = 0; round < MAX_CONFLICTS; round += 1) {
    const inbox =
      round === 0 && received.kind === 'new'
        ? { body: received.inbox, version: 1 }
        : await deps.store.get<InboxEntry>('inbox', inboxId(message));
    if (inbox?.body.state !== 'pending') return { kind: inbox?.body.state === 'parked' ? 'parked' : 'already-done' };
    const ready = await prepare(deps, inbox, { message, atOnce });
    if (!ready) return { kind: 'parked' };
    const done = await deps.store.commit(ready.commit);
    if (done.ok) {
      tellLive(deps, ready);
      return { kind: 'done', outcome: ready.handled.outcome, answer: ready.answer };
    }
  }
  throw new MentorlijnError('conflict', 'the conversation kept changing under this message');
}

interface Loaded {
  readonly input: TurnInput;
  readonly conversationVersion: number;
  /** Messages that follow him to this channel. */
  readonly brought: readonly Put[];
}

interface LoadedAll extends Loaded {
  /** What has to go when he wants everything gone. */
  readonly erasure: Erasure | null;
}

function eraseOf({ store, clock }: TurnDeps, message: IncomingMessage): Promise<Erasure> {
  return erasureOf(store, message.conversation, {
    now: clock.now(),
    until: message.receivedAt,
    except: inboxId(message),
  });
}

async function load(deps: TurnDeps, message: IncomingMessage): Promise<Loaded> {
  const now = deps.clock.now();
  const kept = await deps.store.get<Conversation>('conversation', message.conversation);
  const conversation =
    kept?.body ?? newConversation(message.conversation, message.address, message.asker.name, now.toISOString());
  const [openTicket, talk] = await Promise.all([
    conversation.openTicket === null ? null : getTicket(deps.store, conversation.openTicket),
    recentLines(deps.store, message.conversation),
  ]);
  return {
    conversationVersion: kept?.version ?? 0,
    brought: await bringAlong(deps.store, kept?.body ?? null, message, now),
    input: {
      message,
      conversation,
      knowledge: deps.knowledge.current(),
      now,
      rules: deps.rules,
      openTicket,
      recent: talk,
      store: deps.store,
      nextId: () => deps.ids.next(),
      newSecret: () => deps.ids.secret(),
      ...(deps.places ? { places: deps.places } : {}),
    },
  };
}

/** A received message as it lies in the store. */
interface Taken {
  readonly body: InboxEntry;
  readonly version: number;
}

interface Ready {
  readonly handled: HandledTurn;
  readonly answer: Answer;
  readonly erasure: Erasure | null;
  readonly commit: Commit;
}

/** Everything up to the commit. Null: the message itself is the trouble, and is set aside. */
async function prepare(
  deps: TurnDeps,
  inbox: Taken,
  { message, atOnce }: { readonly message: IncomingMessage; readonly atOnce: AtOnce },
): Promise<Ready | null> {
  try {
    const kept = await load(deps, message);
    const handled = await handle(deps, inbox.body, kept.input);
    const erasure = handled.result.erase ? await eraseOf(deps, message) : null;
    const loaded: LoadedAll = { ...kept, erasure };
    const waiting: Answer = { id: deps.ids.next(), entry: answerOf(loaded, handled), begun: null };
    // What is brought along from another channel goes before it.
    const alone = loaded.brought.length === 0 && handled.result.home === undefined;
    const answer = alone ? { ...waiting, begun: await atOnce.begin(waiting.entry, waiting.id) } : waiting;
    return { handled, answer, erasure, commit: commitOf(inbox, loaded, handled, answer) };
  } catch (error) {
    if (!isPoison(error)) throw error;
    await setAside(deps, inbox.body, inbox.version, error);
    return null;
  }
}

async function handle(deps: TurnDeps, inbox: InboxEntry, input: TurnInput): Promise<HandledTurn> {
  try {
    return await handleMessage(input);
  } catch (error) {
    if (!isPoison(error)) throw error;
    deps.log.error('turn-failed', error, { channel: input.message.address.channel, attempts: inbox.attempts + 1 });
    return handleBroken(input);
  }
}

function answerOf({ input: { message, now }, erasure }: LoadedAll, { result }: HandledTurn): OutboxEntry {
  const at = now.toISOString();
  return {
    conversation: result.home?.key ?? message.conversation,
    address: message.address,
    reply: result.reply,
    ...waitingSince(at),
    ticket: null,
    ...(erasure ? { lastWord: true as const } : {}),
  };
}

function commitOf(inbox: Taken, loaded: LoadedAll, handled: HandledTurn, { id, entry, begun }: Answer): Commit {
  const { message, now } = loaded.input;
  const { result } = handled;
  const at = now.toISOString();
  const done = putInbox({ ...inbox.body, message: forgetWords(message), state: 'done' }, inbox.version);
  const { home, writes = {} } = result;
  const key = entry.conversation;
  const answer = putOutbox(id, begun?.entry ?? entry, 'absent');
  if (loaded.erasure) {
    const { puts, deletes, dropLogs } = loaded.erasure;
    return { puts: [done, answer, ...puts], deletes, dropLogs, appends: appendEvents(result.events) };
  }
  const next = putConversation(conversationAfter(loaded, handled), home?.version ?? loaded.conversationVersion);
  return {
    puts: [done, answer, next, ...result.tickets.map(putTicket), ...loaded.brought, ...(writes.puts ?? [])],
    deletes: [...leftBehind(loaded, handled), ...(writes.deletes ?? [])],
    appends: [
      ...(writes.appends ?? []),
      ...appendTalk(key, talkOf(handled, at)),
      ...appendEvents(result.events),
      ...(begun?.appends ?? []),
    ],
    dropLogs: writes.dropLogs ?? [],
  };
}

function conversationAfter({ input: { message, conversation, now } }: Loaded, { result }: HandledTurn): Conversation {
  return {
    ...conversation,
    ...result.conversation,
    address: message.address,
    askerName: message.asker.name ?? conversation.askerName,
    updatedAt: now.toISOString(),
  };
}

/** Joined to another conversation, this channel's own goes. */
function leftBehind({ input, conversationVersion }: Loaded, { result }: HandledTurn): readonly Delete[] {
  const leaves = result.home !== undefined && conversationVersion > 0;
  return leaves ? [{ kind: 'conversation', id: input.conversation.key, expect: conversationVersion }] : [];
}

/** Once handled, the inbox only has to recognise a repetition: the words live in the transcript. */
export function forgetWords(message: IncomingMessage): IncomingMessage {
  const address = { ...message.address, reference: null };
  return { ...message, address, text: '', action: null, asker: { id: '', name: null }, attachments: [] };
}

function talkOf({ turn, result }: HandledTurn, at: string): readonly TranscriptLine[] {
  const { message } = turn;
  const pressed =
    message.action === null
      ? ''
      : (turn.conversation.offered.find(({ action }) => JSON.stringify(action) === JSON.stringify(message.action))
          ?.label ?? '');
  const attached = message.attachments.map(({ kind, name }) => `[bijlage: ${name ?? FILE_WORDS[kind][0]}]`);
  const said = [message.action === null ? turn.text : `[${pressed === '' ? message.text : pressed}]`, ...attached]
    .filter((part) => part !== '')
    .join('\n');
  const bot: TranscriptLine = { from: 'bot', name: null, text: replyToText(result.reply), at };
  if (result.unrecorded === true)
    return [{ from: 'asker', name: turn.conversation.askerName, text: SURVEY_TEXTS.unrecorded, at }, bot];
  const rest = cleanText(message.text).clipped ? `\n${message.text.slice(turn.text.length, 20_000)}` : '';
  return [{ from: 'asker', name: turn.conversation.askerName, text: said + rest, at }, bot];
}

function tellLive(deps: TurnDeps, { handled, answer, erasure }: Ready): void {
  if (answer.begun === null) deps.live.publish('outbox', answer.entry.conversation);
  for (const { ticket } of handled.result.tickets) deps.live.publish('tickets', ticket.id);
  for (const ticket of erasure?.tickets ?? []) deps.live.publish('tickets', ticket);
}
