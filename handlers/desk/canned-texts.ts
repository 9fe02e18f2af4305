import { MentorlijnError } from '../errors.js';
import type { StoredRecord } from '../ports.js';
import { may, type Coach } from './coach.js';
import type { DeskDeps } from './desk-deps.js';
import type { DeskTicket } from './desk-ticket.js';
import { sayMoment } from './promise.js';
import { FIRST_CANNED } from './canned-first.js';
import type { CannedText, FilledText } from './views.js';
import { knownTicket } from './known-ticket.js';

/** Texts that coaches use again and again, with places to fill in. */

type CannedDeps = Pick<DeskDeps, 'store' | 'clock' | 'ids' | 'live'>;
type Kept = Omit<CannedText, 'id'> & { readonly gone: boolean };

const recordId = (id: string): string => `canned|${id}`;

/** What a coach may use: the shared texts and his own, by title. */
export async function listCanned(
  deps: Pick<DeskDeps, 'store'>,
  coach: Pick<Coach, 'id'>,
): Promise<readonly CannedText[]> {
  const kept = await deps.store.query<Kept>({ kind: 'setting', index: 'canned' });
  const changed = new Map(kept.map(({ id, body }) => [id.slice(recordId('').length), body]));
  const first = FIRST_CANNED.filter(({ id }) => !changed.has(id));
  const own = [...changed].filter(([, { gone, owner }]) => !gone && (owner === null || owner === coach.id));
  return [...first, ...own.map(([id, { title, markdown, owner }]) => ({ id, title, markdown, owner }))].sort((a, b) =>
    a.title.localeCompare(b.title, 'nl'),
  );
}

export interface NewCanned {
  readonly title: string;
  readonly markdown: string;
  /** Everybody's, or the coach's own. */
  readonly shared: boolean;
}

/** Writes a text; `id: null` for a new one. What is shared is changed by who may publish. */
export async function saveCanned(
  deps: CannedDeps,
  coach: Coach,
  id: string | null,
  text: NewCanned,
): Promise<CannedText> {
  const unknown = text.markdown.match(/\{[^{}]*\}/g)?.find((name) => !VARIABLES.includes(name.slice(1, -1)));
  if (unknown !== undefined)
    throw new MentorlijnError(
      'bad-request',
      `${unknown} ken ik niet. Gebruik ${VARIABLES.map((name) => `{${name}}`).join(', ')}.`,
    );
  const before = id === null ? null : await find(deps, coach, id);
  const owner = text.shared ? null : coach.id;
  if (owner === null || before?.owner === null) mustShare(coach);
  const saved: CannedText = { id: id ?? deps.ids.next(), title: text.title, markdown: text.markdown, owner };
  await write(deps, saved, before?.record ?? null, false);
  return saved;
}

export async function deleteCanned(deps: CannedDeps, coach: Coach, id: string): Promise<void> {
  const before = await find(deps, coach, id);
  if (before.owner === null) mustShare(coach);
  await write(deps, before, before.record, true);
}

async function find(
  deps: CannedDeps,
  coach: Coach,
  id: string,
): Promise<CannedText & { readonly record: StoredRecord<Kept> | null }> {
  const [texts, record] = await Promise.all([listCanned(deps, coach), deps.store.get<Kept>('setting', recordId(id))]);
  const found = texts.find((text) => text.id === id);
  if (!found) throw new MentorlijnError('not-found', 'Deze tekst bestaat niet (meer).');
  return { ...found, record };
}

async function write(
  deps: CannedDeps,
  { id, title, markdown, owner }: CannedText,
  before: StoredRecord<Kept> | null,
  gone: boolean,
): Promise<void> {
  const body: Kept = { title, markdown, owner, gone };
  const done = await deps.store.commit({
    puts: [{ kind: 'setting', id: recordId(id), body, indexes: { canned: id }, expect: before?.version ?? 'absent' }],
  });
  if (!done.ok) throw new MentorlijnError('conflict', 'Een collega veranderde deze tekst net. Kijk eerst opnieuw.');
  deps.live.publish('canned', id);
}

function mustShare(coach: Coach): void {
  if (!may(coach.role, 'knowledge'))
    throw new MentorlijnError(
      'not-allowed',
      'Gedeelde teksten verandert een redacteur of teamleider. Maak er een voor jezelf.',
    );
}

/** What may stand between braces in a text. */
export const VARIABLES: readonly string[] = ['mentor', 'coach', 'nummer', 'vraag', 'beloofd', 'telefoon'];

/** The texts as they would read in this ticket. What is not known stays visible as a gap to fill in. */
export async function cannedFor(
  deps: Pick<DeskDeps, 'store' | 'clock'>,
  coach: Coach,
  ticket: string,
): Promise<readonly FilledText[]> {
  const [found, texts] = await Promise.all([knownTicket(deps.store, ticket), listCanned(deps, coach)]);
  const values = valuesFor(found.ticket, coach, deps.clock.now());
  return texts.map(({ id, title, markdown }) => ({ id, title, markdown: fill(markdown, values) }));
}

type Values = Readonly<Record<string, string | null>>;

function valuesFor(ticket: DeskTicket, coach: Coach, now: Date): Values {
  return {
    mentor: ticket.askerName,
    coach: coach.name,
    nummer: String(ticket.number),
    vraag: ticket.question.split('\n')[0]?.slice(0, 120) ?? '',
    beloofd: sayMoment(new Date(ticket.dueAt), now),
    telefoon: ticket.callback?.phone ?? null,
  };
}

/** "Dag {mentor}," without a name is "Dag,"; another gap is left in capitals for the coach to see. */
export function fill(markdown: string, values: Values): string {
  return markdown.replace(/( ?)\{(\w+)\}/g, (_whole, space: string, name: string) => {
    const value = values[name] ?? null;
    if (value !== null) return space + value;
    return name === 'mentor' ? '' : `${space}[${name.toUpperCase()}]`;
  });
}
