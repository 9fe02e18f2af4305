import { z } from 'zod';
import { PHASES, THEMES, type ItemId } from '../../../knowledge/entry.js';
import { changeFromDraft } from '../../desk/learn/start.js';
import type { Change } from '../../desk/learn/change.js';
import type { LearnDeps } from '../../desk/learn/learn-deps.js';
import { LEARN_REFUSALS } from '../../desk/learn/texts.js';
import { MentorlijnError } from '../../errors.js';

/** What the desk's page sends about knowledge. */

const itemId = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(120)
  .transform((id) => id as ItemId);
const line = z.string().trim().min(1).max(2_000);
const file = z.string().max(60_000);
/** A place in the knowledge folder and nowhere else: an export writes there. */
const PLACE = new RegExp(`^(?:entries/(?:${THEMES.join('|')})|terms|checklists)/[a-z0-9]+(?:-[a-z0-9]+)*\\.md$`);

const change = z.discriminatedUnion('do', [
  z.object({ do: z.literal('add-phrasing'), item: itemId, phrasing: z.string().max(4_000) }),
  z.object({ do: z.literal('write'), path: z.string().max(200), text: file, before: file.nullable() }),
  z.object({
    do: z.literal('phrasings'),
    item: itemId,
    added: z.array(line).max(200),
    removed: z.array(line).max(500),
  }),
  z.object({ do: z.literal('retire'), item: itemId, reason: z.string().max(500) }),
]);

const draft = z.object({
  question: z.string().trim().min(3).max(300),
  theme: z.enum(THEMES),
  phase: z.array(z.enum(PHASES)).max(PHASES.length),
  answer: z.string().trim().min(1).max(20_000),
  phrasings: z.array(z.string().max(2_000)).max(100),
});

/** A change as such, or a filled-in draft that becomes one. */
const wish = z.object({ change: change.optional(), draft: draft.optional(), ticket: z.string().max(64).nullable() });
export const wishBody = wish;
/** `watch` names it for whoever follows its progress. */
export const replayBody = wish.extend({ watch: z.string().max(64).optional() });
export const proposeBody = wish.extend({
  tellAsker: z.boolean(),
  remark: z.string().max(500).default(''),
  /** Approve one's own in the same go, where that is allowed. */
  publish: z.boolean().default(false),
});
export const amendBody = z.object({ change });

export async function wishedChange(deps: LearnDeps, body: z.output<typeof wish>): Promise<Change> {
  const wished = body.change ?? (body.draft ? await changeFromDraft(deps, body.draft, body.ticket) : null);
  if (!wished) throw new MentorlijnError('bad-request', 'Zeg wat er verandert.');
  return inPlace(wished);
}

export function inPlace(wished: Change): Change {
  if (wished.do === 'write' && !PLACE.test(wished.path))
    throw new MentorlijnError('bad-request', LEARN_REFUSALS.wrongPlace);
  return wished;
}
