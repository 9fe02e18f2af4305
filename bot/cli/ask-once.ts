import { z } from 'zod';
import { newConversation, type Profile } from '../../handlers/conversation.js';
import type { PromiseRules } from '../../handlers/desk/promise.js';
import { conversationKey, type Address } from '../../handlers/message.js';
import type { Outcome } from '../../handlers/outcome.js';
import type { Knowledge, Log } from '../../handlers/ports.js';
import { putConversation } from '../../handlers/records.js';
import { replyToText } from '../../handlers/reply-text.js';
import { processMessage, receiveMessage, type TurnDeps } from '../../handlers/turn/process-message.js';
import { randomIds } from '../ids.js';
import { localLiveUpdates } from '../state/live-updates.js';
import { MemoryStore } from '../state/memory/memory-store.js';

/** Longest question `ask` takes, in characters. */
const MAX_ASK = 100_000;
const words = z
  .string()
  .min(1, 'must not be empty')
  .max(MAX_ASK, `is longer than ${String(MAX_ASK)} characters`);

/** One line of `ask --jsonl`; see CONTRACT.md. */
export const askLine = z
  .object({
    id: z.union([z.string(), z.number()]),
    text: words.optional(),
    turns: z.array(words).min(1, 'must not be empty').max(20, 'has more than 20 turns').optional(),
    profile: z
      .object({
        contract: z.enum(['SAO', 'OAO']).optional(),
        level: z.enum(['BUSO', 'BSO7']).optional(),
        age: z.number().min(10).max(99).optional(),
        role: z.enum(['mentor', 'trajectbegeleider']).optional(),
      })
      .optional(),
    now: z.iso.datetime({ offset: true }).optional(),
  })
  .refine((line) => (line.text === undefined) !== (line.turns === undefined), 'give text or turns');
export type AskLine = z.output<typeof askLine>;

export interface AskAnswer extends Omit<Outcome, 'reply'> {
  readonly id: string | number;
  readonly reply: string;
  readonly ms: number;
}

export interface AskDeps {
  readonly knowledge: Knowledge;
  readonly rules: PromiseRules;
  readonly log: Log;
}

/** One fresh conversation over the very code path of a turn, in a store that forgets. Reports the last turn. */
export async function askOnce(deps: AskDeps, line: AskLine): Promise<AskAnswer> {
  const started = line.now === undefined ? new Date() : new Date(line.now);
  const key = conversationKey('console', 'ask');
  const address: Address = { channel: 'console', conversationId: 'ask', reference: null };
  const store = new MemoryStore();
  const turnDeps: TurnDeps = {
    ...deps,
    store,
    clock: { now: () => started },
    ids: randomIds(),
    live: localLiveUpdates(),
  };
  const conversation = {
    ...newConversation(key, address, null, started.toISOString()),
    greeted: true,
    profile: toProfile(line.profile),
  };
  await store.commit({ puts: [putConversation(conversation, 0)] });
  let last: { outcome: Outcome; ms: number } | null = null;
  for (const [index, text] of (line.turns ?? [line.text ?? '']).entries()) {
    const message = {
      id: String(index),
      conversation: key,
      address,
      asker: { id: 'ask', name: null },
      text,
      action: null,
      attachments: [],
      receivedAt: started.toISOString(),
    };
    const from = performance.now();
    await receiveMessage(turnDeps, message);
    const done = await processMessage(turnDeps, message);
    if (done.kind !== 'done') throw new Error('the turn was not carried out');
    last = { outcome: done.outcome, ms: performance.now() - from };
  }
  if (!last) throw new Error('there was no turn');
  return { id: line.id, ...last.outcome, reply: replyToText(last.outcome.reply), ms: Math.round(last.ms * 100) / 100 };
}

function toProfile(given: AskLine['profile']): Profile {
  if (!given) return {};
  const { age, contract, level, role } = given;
  return {
    ...(contract ? { contract } : {}),
    ...(level ? { level } : {}),
    ...(role ? { role } : {}),
    ...(age === undefined ? {} : { years: age, age: age < 18 ? 'minderjarig' : 'meerderjarig' }),
  };
}
