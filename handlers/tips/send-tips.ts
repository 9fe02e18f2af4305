import { toPlainText } from '../../knowledge/render.js';
import type { Tip } from '../../knowledge/tips.js';
import type { Conversation } from '../conversation.js';
import { isOpenAt, type PromiseRules } from '../desk/promise.js';
import type { Address } from '../message.js';
import type { Clock, Ids, Knowledge, LiveUpdates, Log, Put, Store, StoredRecord } from '../ports.js';
import { appendTalk, putConversation, putOutbox, waitingSince } from '../records.js';
import { reply, text, type Button } from '../reply.js';
import { dueTip, schoolYear } from './due-tip.js';
import { TIP_LABELS, TIP_TEXTS } from './texts.js';

export interface TipDeps {
  readonly store: Store;
  readonly knowledge: Knowledge;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly live: LiveUpdates;
  readonly rules: PromiseRules;
  /** Whether a channel lets us speak unasked to this person now. */
  readonly mayTip: (address: Address, now: Date) => Promise<boolean>;
}

const PAGE = 200;
const KEEP_DAYS = 400;
/** What is remembered of tips sent: more than a school year's worth. */
const MAX_SENT = 40;

/** Sends everybody who wants them the tip whose moment it is; in opening hours only. Returns how many went. */
export async function sendTips(deps: TipDeps): Promise<number> {
  const now = deps.clock.now();
  if (!isOpenAt(now, deps.rules)) return 0;
  let count = 0;
  let from = '';
  for (;;) {
    const page = await deps.store.query<Conversation>({ kind: 'conversation', index: 'tips', from, limit: PAGE });
    for (const record of page) if (await sendTo(deps, record, now)) count += 1;
    const last = page.at(-1)?.body.key;
    if (page.length < PAGE || last === undefined) return count;
    from = `${last}!`;
  }
}

/** One commit: that it was sent, to whom and on which way. Of all processes one sends it, and once. */
async function sendTo(deps: TipDeps, { body, version }: StoredRecord<Conversation>, now: Date): Promise<boolean> {
  const tip = dueTip(body, deps.knowledge.current().library, now);
  if (!tip || !body.tips || !(await deps.mayTip(body.address, now))) return false;
  const at = now.toISOString();
  const buttons = buttonsOf(tip);
  const sent = [...body.tips.sent, { id: tip.id, at }].slice(-MAX_SENT);
  const next: Conversation = { ...body, tips: { ...body.tips, sent }, offered: buttons, asked: null };
  const done = await deps.store.commit({
    puts: [once(body, tip, now), putConversation(next, version), letter(deps, next, tip, at)],
    appends: appendTalk(body.key, [{ from: 'bot', name: null, text: toPlainText(TIP_TEXTS.tip(tip.text)), at }]),
  });
  if (done.ok) deps.live.publish('outbox', body.key);
  return done.ok;
}

function buttonsOf({ entry }: Tip): readonly Button[] {
  return [
    { label: TIP_LABELS.more, action: { do: 'show', item: entry } },
    { label: TIP_LABELS.off, action: { do: 'tips-off' } },
  ];
}

/** Stands even when somebody turns tips off and on again. */
function once({ key }: Conversation, { id }: Tip, now: Date): Put {
  return {
    kind: 'token',
    id: `tip|${key}|${id}|${schoolYear(now)}`,
    body: { at: now.toISOString() },
    indexes: { conversation: `${key}|` },
    expiresAt: new Date(now.getTime() + KEEP_DAYS * 86_400_000).toISOString(),
    expect: 'absent',
  };
}

function letter(deps: TipDeps, conversation: Conversation, tip: Tip, at: string): Put {
  return putOutbox(
    deps.ids.next(),
    {
      conversation: conversation.key,
      address: conversation.address,
      reply: reply([text(TIP_TEXTS.tip(tip.text)), text(TIP_TEXTS.end)], buttonsOf(tip)),
      ...waitingSince(at),
      ticket: null,
      purpose: 'tip',
    },
    'absent',
  );
}
