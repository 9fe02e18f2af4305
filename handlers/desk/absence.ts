import { MentorlijnError } from '../errors.js';
import { changeCoach, listCoaches } from './accounts.js';
import { publicCoach, type Coach, type CoachRecord } from './coach.js';
import type { DeskDeps } from './desk-deps.js';

/** Longest absence noted at once; a longer one is no absence but a leave of access. */
const MAX_DAYS = 120;

/** "I am away until then, and this colleague looks after my questions." `null` says one is back. */
export async function setAbsence(
  deps: Pick<DeskDeps, 'store' | 'clock' | 'live'>,
  coach: Coach,
  absence: CoachRecord['absence'],
): Promise<Coach> {
  if (absence) await check(deps, coach, absence);
  const changed = await changeCoach(deps, coach.id, (record) => ({ ...record, absence }));
  deps.live.publish('coaches', coach.id);
  // Another queue is theirs from now on.
  deps.live.publish('tickets', '');
  return publicCoach(changed);
}

async function check(
  deps: Pick<DeskDeps, 'store' | 'clock'>,
  coach: Coach,
  { until, standIn }: NonNullable<CoachRecord['absence']>,
): Promise<void> {
  const days = (Date.parse(until) - deps.clock.now().getTime()) / 86_400_000;
  if (!(days > 0 && days <= MAX_DAYS))
    throw new MentorlijnError('bad-request', `Kies een dag binnen de ${String(MAX_DAYS)} dagen.`);
  if (standIn === null) return;
  const colleague = (await listCoaches(deps)).find(({ id }) => id === standIn);
  if (!colleague?.active || standIn === coach.id)
    throw new MentorlijnError('bad-request', 'Kies een collega die er wel is.');
  if (isAway(colleague, deps.clock.now()))
    throw new MentorlijnError('not-possible-now', `${colleague.name} is zelf afwezig. Kies iemand anders.`);
}

function isAway({ absence }: Pick<Coach, 'absence'>, now: Date): boolean {
  return absence !== null && absence.until > now.toISOString();
}

/** Whose questions a coach looks after now: his own, and those of colleagues who are away. */
export function looksAfter(coach: Pick<Coach, 'id'>, all: readonly Coach[], now: Date): ReadonlySet<string> {
  const away = all.filter((other) => isAway(other, now) && other.absence?.standIn === coach.id);
  return new Set([coach.id, ...away.map(({ id }) => id)]);
}

/** Who is to be told about a coach's question: the coach, or the stand-in while he is away. */
export function whoAnswersFor(id: string, all: readonly Coach[], now: Date): string | null {
  const coach = all.find((other) => other.id === id);
  if (!coach?.active) return null;
  return isAway(coach, now) ? (coach.absence?.standIn ?? null) : id;
}
