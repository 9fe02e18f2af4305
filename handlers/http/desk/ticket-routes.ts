import { z } from 'zod';
import { FACTORS, THEMES } from '../../../knowledge/entry.js';
import { called } from '../../desk/called.js';
import { forward } from '../../desk/forward.js';
import { merge } from '../../desk/merge.js';
import { postpone } from '../../desk/postpone.js';
import { MAX_REPLY, previewReply, replyToAsker } from '../../desk/reply-to-asker.js';
import { setOpenQuestion, setSchool } from '../../desk/ticket-facts.js';
import { suggest } from '../../desk/suggestions.js';
import {
  addMinutes,
  addNote,
  claim,
  close,
  markRead,
  release,
  reopen,
  setTags,
  snooze,
  takeOver,
} from '../../desk/ticket-actions.js';
import { readTicket, retryDelivery } from '../../desk/ticket-view.js';
import { WANTED_SUPPORT } from '../../ticket.js';
import { nothing, param, signed, type DeskRoute, type SignedCall } from './route.js';

/** Names a request, so that a repetition after a broken connection does nothing twice. */
const once = z.string().regex(/^[\w-]{8,64}$/);
const replyBody = z.object({
  markdown: z.string().min(1).max(MAX_REPLY),
  then: z.enum(['waiting-for-mentor', 'answered']),
  once,
});
const noteBody = z.object({ text: z.string().trim().min(1).max(4_000), once });
const tagsBody = z.object({
  theme: z.enum(THEMES).nullable(),
  factors: z.array(z.enum(FACTORS)).max(FACTORS.length),
  cause: z.string().trim().max(200).nullable(),
  support: z.enum(WANTED_SUPPORT).nullable(),
  scope: z.enum(['collectief', 'individueel']).nullable(),
  signal: z.string().trim().max(500).nullable().default(null),
});

/** An action on one ticket; the answer is the ticket as it now is. */
function action<S extends z.ZodType>(
  path: string,
  body: S,
  run: (call: SignedCall<z.output<S>>, id: string) => Promise<unknown>,
): DeskRoute {
  return signed('tickets', 'post', `/tickets/:id/${path}`, body, async (call) => {
    const id = param(call, 'id');
    await run(call, id);
    return readTicket(call.deps, id);
  });
}

export const ticketRoutes: readonly DeskRoute[] = [
  signed('tickets', 'get', '/tickets/:id', nothing, (call) => readTicket(call.deps, param(call, 'id'))),
  signed('tickets', 'get', '/tickets/:id/suggestions', nothing, (call) =>
    suggest(call.deps, call.deps.index, param(call, 'id')),
  ),
  action('read', nothing, ({ deps, coach }, id) => markRead(deps, coach, id)),
  action('claim', nothing, ({ deps, coach }, id) => claim(deps, coach, id)),
  action('release', nothing, ({ deps, coach }, id) => release(deps, coach, id)),
  action('take-over', z.object({ from: z.string().max(64) }), ({ deps, coach, body }, id) =>
    takeOver(deps, coach, id, body.from),
  ),
  action('reply', replyBody, ({ deps, coach, body }, id) => replyToAsker(deps, coach, id, body)),
  signed('tickets', 'post', '/tickets/:id/preview', z.object({ markdown: z.string().max(MAX_REPLY) }), (call) =>
    previewReply(call.deps, call.coach, param(call, 'id'), call.body.markdown),
  ),
  action('note', noteBody, ({ deps, coach, body }, id) => addNote(deps, coach, id, body.text, body.once)),
  action('close', nothing, ({ deps, coach }, id) => close(deps, coach, id)),
  action('reopen', nothing, ({ deps, coach }, id) => reopen(deps, coach, id)),
  action('snooze', z.object({ until: z.iso.datetime({ offset: true }).nullable() }), ({ deps, coach, body }, id) =>
    snooze(deps, coach, id, body.until === null ? null : new Date(body.until)),
  ),
  action('tags', tagsBody, ({ deps, coach, body }, id) => setTags(deps, coach, id, body)),
  action(
    'minutes',
    z.object({ minutes: z.int().min(1).max(600), kind: z.enum(['called', 'worked']), once }),
    ({ deps, coach, body }, id) => addMinutes(deps, coach, id, body),
  ),
  action(
    'called',
    z.object({ reached: z.enum(['reached', 'not-reached']), minutes: z.int().min(0).max(600), once }),
    ({ deps, coach, body }, id) => called(deps, coach, id, body),
  ),
  action('promise', z.object({ until: z.iso.datetime({ offset: true }), once }), ({ deps, coach, body }, id) =>
    postpone(deps, coach, id, { until: new Date(body.until), once: body.once }),
  ),
  action('school', z.object({ school: z.string().trim().max(80) }), ({ deps, coach, body }, id) =>
    setSchool(deps, coach, id, body.school === '' ? null : body.school),
  ),
  action('open-question', z.object({ question: z.string().trim().max(160) }), ({ deps, coach, body }, id) =>
    setOpenQuestion(deps, coach, id, body.question === '' ? null : body.question),
  ),
  action('merge', z.object({ from: z.string().max(64) }), ({ deps, coach, body }, id) =>
    merge(deps, coach, body.from, id),
  ),
  action('deliveries/:delivery/retry', nothing, (call, id) => retryDelivery(call.deps, id, param(call, 'delivery'))),
  signed(
    'tickets',
    'post',
    '/tickets/:id/forward',
    z.object({ to: z.string().trim().min(2).max(120), consent: z.enum(['given', 'not-asked']) }),
    async (call) => ({
      text: await forward(call.deps, call.coach, param(call, 'id'), call.body),
    }),
  ),
];
