import { z } from 'zod';
import { closeParked, readParked, retryParked } from '../../desk/parked.js';
import { nothing, signed, type DeskRoute } from './route.js';

const which = z.object({ id: z.string().min(1).max(500) });

/** Messages that could not be handled. Their ids hold any sign, so they travel in the body. */
export const parkedRoutes: readonly DeskRoute[] = [
  signed('tickets', 'get', '/parked', nothing, async ({ deps }) => ({ messages: await readParked(deps) })),
  signed('tickets', 'post', '/parked/retry', which, async ({ deps, body }) => ({
    handled: await retryParked(deps, body.id),
    messages: await readParked(deps),
  })),
  signed('tickets', 'post', '/parked/close', which, async ({ deps, coach, body }) => {
    await closeParked(deps, coach, body.id);
    return { messages: await readParked(deps) };
  }),
];
