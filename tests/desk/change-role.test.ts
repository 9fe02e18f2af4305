import { expect, test } from '@jest/globals';
import { listCoaches } from '../../handlers/desk/accounts.js';
import { changeAccess } from '../../handlers/desk/invites.js';
import { DeskStage, refusal } from './desk-stage.js';

test.each([2, 3, 8])('of %d leads who take each other’s role at the same moment one stays', async (count) => {
  const stage = new DeskStage();
  const leads = [];
  for (let n = 0; n < count; n += 1) leads.push(await stage.coach(`Lead${String(n)}`, 'lead'));
  const done = await Promise.all(
    leads.map(({ id }) => refusal(changeAccess(stage.desk, id, { role: 'coach', active: true }))),
  );
  expect(done.filter((result) => result === 'accepted')).toHaveLength(count - 1);
  expect(done.filter((result) => result === 'not-possible-now')).toHaveLength(1);
  expect((await listCoaches(stage.desk)).filter(({ role }) => role === 'lead')).toHaveLength(1);
});
