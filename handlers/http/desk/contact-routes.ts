import { z } from 'zod';
import { dropContact, labelContacts, noteContact } from '../../contacts/note-contact.js';
import {
  listContacts,
  listSheet,
  readStatement,
  statementOf,
  statementSheet,
  thisYear,
} from '../../contacts/read-contacts.js';
import { NOTED_KINDS } from '../../contacts/views.js';
import { toCsv } from '../../insights/csv.js';
import { nothing, param, parse, signed, type DeskRoute, type SignedCall } from './route.js';
import { sendCsv } from './send-csv.js';

const yearQuery = z.object({
  year: z
    .string()
    .regex(/^\d{4}-\d{4}$/)
    .optional(),
});
const noted = z.object({
  kind: z.enum(NOTED_KINDS),
  day: z.iso.date(),
  minutes: z.int().min(0).max(1_440),
  remark: z.string().trim().max(200).nullable(),
  once: z.string().regex(/^[\w-]{8,64}$/),
});
const label = z.object({ label: z.string().trim().max(120).nullable() });

const yearOf = ({ deps, query }: SignedCall<unknown>): string => parse(yearQuery, query).year ?? thisYear(deps);

/** What coaches did with each mentor, for the statement of his firm. */
export const contactRoutes: readonly DeskRoute[] = [
  signed('tickets', 'get', '/contacts', nothing, async (call) => {
    const year = yearOf(call);
    return { year, mentors: await listContacts(call.deps, year) };
  }),
  signed('tickets', 'get', '/contacts/csv', nothing, async (call) => {
    const year = yearOf(call);
    sendCsv(call, `mentorlijn-begeleiding-${year}`, toCsv(listSheet(await listContacts(call.deps, year))));
    return undefined;
  }),
  signed('tickets', 'get', '/contacts/:id', nothing, (call) => readStatement(call.deps, param(call, 'id'))),
  signed('tickets', 'get', '/contacts/:id/csv', nothing, async (call) => {
    const statement = await readStatement(call.deps, param(call, 'id'));
    sendCsv(call, `mentorlijn-overzicht-${statement.year}`, toCsv(statementSheet(statement)));
    return undefined;
  }),
  signed('tickets', 'post', '/contacts/:id/moments', noted, async (call) =>
    readStatement(call.deps, await noteContact(call.deps, call.coach, { log: param(call, 'id') }, call.body)),
  ),
  signed('tickets', 'delete', '/contacts/:id/moments/:moment', nothing, async (call) => {
    await dropContact(call.deps, param(call, 'id'), param(call, 'moment'));
    return readStatement(call.deps, param(call, 'id'));
  }),
  signed('tickets', 'put', '/contacts/:id/label', label, async (call) => {
    await labelContacts(call.deps, param(call, 'id'), call.body.label === '' ? null : call.body.label);
    return readStatement(call.deps, param(call, 'id'));
  }),
  signed('tickets', 'get', '/tickets/:id/contacts', nothing, (call) =>
    statementOf(call.deps, param(call, 'id'), yearOf(call)),
  ),
  signed('tickets', 'post', '/tickets/:id/contacts', noted, async (call) =>
    readStatement(call.deps, await noteContact(call.deps, call.coach, { ticket: param(call, 'id') }, call.body)),
  ),
];
