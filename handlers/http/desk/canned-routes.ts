import { z } from 'zod';
import { cannedFor, deleteCanned, listCanned, saveCanned, VARIABLES } from '../../desk/canned-texts.js';
import { MAX_REPLY } from '../../desk/reply-to-asker.js';
import { nothing, param, signed, type DeskRoute } from './route.js';

const text = z.object({
  title: z.string().trim().min(2).max(60),
  markdown: z.string().trim().min(1).max(MAX_REPLY),
  shared: z.boolean(),
});

export const cannedRoutes: readonly DeskRoute[] = [
  signed('tickets', 'get', '/canned', nothing, async ({ deps, coach }) => ({
    texts: await listCanned(deps, coach),
    variables: VARIABLES,
  })),
  signed('tickets', 'post', '/canned', text, async ({ deps, coach, body }) => ({
    text: await saveCanned(deps, coach, null, body),
  })),
  signed('tickets', 'put', '/canned/:id', text, async (call) => ({
    text: await saveCanned(call.deps, call.coach, param(call, 'id'), call.body),
  })),
  signed('tickets', 'delete', '/canned/:id', nothing, async (call) => {
    await deleteCanned(call.deps, call.coach, param(call, 'id'));
    return {};
  }),
  signed('tickets', 'get', '/tickets/:id/canned', nothing, async (call) => ({
    texts: await cannedFor(call.deps, call.coach, param(call, 'id')),
  })),
];
