import { MentorlijnError } from '../errors.js';
import { listCoaches, putCoach } from './accounts.js';
import type { CoachRecord } from './coach.js';
import type { DeskDeps } from './desk-deps.js';

/** Written by every change of role or access, so that such changes come one after the other. */
const KEYS = 'desk-keys';
const ROUNDS = 50;

/**
 * Changes a coach's role or access, knowing whether he is the last lead: somebody must hold the keys. Two leads who
 * take each other's role at the same moment would otherwise both find that the other stays.
 */
export async function changeRole(
  deps: Pick<DeskDeps, 'store'>,
  id: string,
  change: (coach: CoachRecord, isLastLead: boolean) => CoachRecord,
): Promise<CoachRecord> {
  for (let round = 0; round < ROUNDS; round += 1) {
    // Read before who leads is: what changes in between makes this commit fail.
    const keys = await deps.store.get('setting', KEYS);
    const leads = (await listCoaches(deps)).filter(({ role, active }) => role === 'lead' && active);
    const found = await deps.store.get<CoachRecord>('coach', id);
    if (!found) throw new MentorlijnError('not-found', 'Deze collega bestaat niet.');
    const next = change(found.body, leads.length === 1 && leads[0]?.id === id);
    if (next === found.body) return next;
    const turn = { kind: 'setting', id: KEYS, body: { coach: id }, expect: keys?.version ?? 'absent' } as const;
    if ((await deps.store.commit({ puts: [putCoach(next, found.version), turn] })).ok) return next;
  }
  throw new MentorlijnError('conflict', 'Dit account verandert te vaak. Probeer opnieuw.');
}
