import type { Conversation } from '../conversation.js';
import { conversationKey, type ConversationKey } from '../message.js';
import type { Append, Delete, Put, Store, StoredRecord } from '../ports.js';
import { findPersonal } from '../privacy/personal-records.js';
import { appendTalk, putOutbox, putTicket, readTalk, talkLog, waitingSince } from '../records.js';
import { reply, text } from '../reply.js';
import type { Ticket } from '../ticket.js';
import { mergeProfile } from '../turn/profile.js';
import type { Turn, TurnWrites } from '../turn/turn.js';
import type { CodeRecord } from './code.js';
import { homeId, putIdentity } from './home.js';
import { lengthOf } from './older-lines.js';
import { CHANNEL_PLACES, CONTINUITY_TEXTS } from './texts.js';

/** Lines of a guest's own transcript that go along; older ones are of no use to a coach. */
const MAX_LINES = 300;

/** What is remembered of the person now: what he told at home wins, what only the guest knew is added. */
export function mergedConversation(home: Conversation, guest: Conversation): Conversation {
  const last = (guest.last?.at ?? '') > (home.last?.at ?? '') ? guest.last : home.last;
  const tips = home.tips ?? guest.tips;
  const files = [...(home.files ?? []), ...(guest.files ?? [])];
  return {
    ...guest,
    ...home,
    askerName: home.askerName ?? guest.askerName,
    profile: mergeProfile(guest.profile, home.profile),
    last,
    asked: null,
    awaiting: null,
    openTicket: home.openTicket ?? guest.openTicket,
    ...(files.length === 0 ? {} : { files }),
    ...(tips ? { tips } : {}),
    tipsNamed: home.tipsNamed === true || guest.tipsNamed === true,
    // Who said "stop" anywhere meant it.
    stopped: home.stopped || guest.stopped,
    greeted: true,
  };
}

/** Everything that has to be written beside the conversation itself, all in the turn's own commit. */
export async function joinWrites(turn: Turn, code: StoredRecord<CodeRecord>, home: Conversation): Promise<TurnWrites> {
  const { store, conversation: guest, message, now } = turn;
  const here = conversationKey(message.address.channel, message.address.conversationId);
  const [mine, lines, watched] = await Promise.all([
    findPersonal(store, guest.key),
    readTalk(store, guest.key),
    watchedBy(store, guest.key, home.key),
  ]);
  const moved = mine.others
    .filter(({ kind }) => kind !== 'token')
    .map((record) => moveRecord(record, guest.key, home.key));
  const before = { lines: await lengthOf(store, home.key), at: now.toISOString() };
  const alias = putIdentity(homeId(here), { owner: home.key, before }, await versionOf(store, homeId(here)));
  return {
    puts: [
      ...moved.filter(({ id }) => id !== homeId(here)),
      alias,
      ...mine.tickets.map(({ body, version }) => putTicket({ ticket: { ...body, conversation: home.key }, version })),
      ...watched,
      tellHome(turn, home, now),
    ],
    deletes: [
      { kind: 'token', id: code.id, expect: code.version },
      ...mine.others.filter(({ kind, id }) => kind === 'token' && id !== code.id).map(asDelete),
    ],
    appends: appendTalk(home.key, lines.slice(-MAX_LINES)) satisfies readonly Append[],
    dropLogs: [talkLog(guest.key)],
  };
}

function asDelete({ kind, id, version }: StoredRecord): Delete {
  return { kind, id, expect: version };
}

async function versionOf(store: Store, id: string): Promise<number | 'absent'> {
  return (await store.get('identity', id))?.version ?? 'absent';
}

/** A record that belongs to the guest, as one of the home: wherever it names the one, it names the other. */
function moveRecord(
  { kind, id, body, indexes, version }: StoredRecord,
  from: ConversationKey,
  to: ConversationKey,
): Put {
  const named = Object.entries(body)
    // A channel that had joined the guest: its place in that conversation is none in this one.
    .filter(([name]) => kind !== 'identity' || name !== 'before')
    .map(([name, value]) => [name, value === from ? to : (value as unknown)] as const);
  const found = Object.entries(indexes).map(([name, value]) => [name, moveIndex(value, from, to)] as const);
  return {
    kind,
    id,
    body: Object.fromEntries(named),
    indexes: Object.fromEntries(found),
    // Every kind has a term of its own: joining makes nothing stay longer.
    keepsTerm: true,
    expect: version,
  };
}

/** "<key>|…" and "…|<key>": a school year's list of contacts names the person last. */
function moveIndex(value: string, from: ConversationKey, to: ConversationKey): string {
  if (value.startsWith(`${from}|`)) return `${to}|${value.slice(from.length + 1)}`;
  return value.endsWith(`|${from}`) ? `${value.slice(0, -from.length)}${to}` : value;
}

/** Open questions of others for which the guest waits too. */
async function watchedBy(store: Store, from: ConversationKey, to: ConversationKey): Promise<readonly Put[]> {
  const open = await store.query<Ticket>({ kind: 'ticket', index: 'open', limit: 5_000 });
  return open
    .filter(({ body }) => body.conversation !== from && body.watchers.some(({ conversation }) => conversation === from))
    .map(({ body, version }) => {
      const watchers = body.watchers.map((watcher) =>
        watcher.conversation === from ? { ...watcher, conversation: to } : watcher,
      );
      return putTicket({ ticket: { ...body, watchers }, version });
    });
}

/** The channel he comes from hears of it: whoever was robbed of a code notices, and can undo it. */
function tellHome(turn: Turn, home: Conversation, now: Date): Put {
  const at = now.toISOString();
  const place = CHANNEL_PLACES[turn.message.address.channel];
  return putOutbox(
    turn.nextId(),
    {
      conversation: home.key,
      address: home.address,
      reply: reply([text(CONTINUITY_TEXTS.elsewhere(place))]),
      ...waitingSince(at),
      ticket: null,
    },
    'absent',
  );
}
