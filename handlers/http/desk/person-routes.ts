import { z } from 'zod';
import { eraseAsker, exportAsker } from '../../desk/person.js';
import { nothing, param, signed, type DeskRoute } from './route.js';

/** The rights of the asker of a ticket: to have what is kept, and to have it erased. */
export const personRoutes: readonly DeskRoute[] = [
  signed('tickets', 'get', '/tickets/:id/person', nothing, async (call) => {
    const person = await exportAsker(call.deps, call.coach, param(call, 'id'));
    call.response.set('Content-Disposition', 'attachment; filename="mentorlijn-gegevens.json"');
    return person;
  }),
  // Said twice, by a lead only: it cannot be undone.
  signed('accounts', 'post', '/tickets/:id/erase-person', z.object({ sure: z.literal('wissen') }), async (call) => {
    await eraseAsker(call.deps, call.coach, param(call, 'id'));
    return { erased: true };
  }),
];
