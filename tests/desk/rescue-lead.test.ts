import { beforeEach, describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listCoaches, setUpFirstCoach } from '../../handlers/desk/accounts.js';
import { acceptInvite, changeAccess, invite, readInvite } from '../../handlers/desk/invites.js';
import { leadLink } from '../../handlers/desk/rescue-lead.js';
import { ensureSetupCode } from '../../handlers/desk/setup-code.js';
import { signIn } from '../../handlers/desk/sign-in.js';
import { openState } from '../../bot/state/open-store.js';
import { createLog } from '../../bot/log.js';
import { DeskStage, PASSWORD, refusal } from './desk-stage.js';

const LEAD = { name: 'Katrien', email: 'katrien@voorbeeld.be', password: PASSWORD };
const NEW_PASSWORD = 'een nieuwe zin van woorden';

describe('a link for a lead, made outside the desk', () => {
  let stage: DeskStage;
  beforeEach(async () => {
    stage = new DeskStage();
    await setUpFirstCoach(stage.desk, (await ensureSetupCode(stage.desk)) ?? '', LEAD);
  });

  test('gives the lead who forgot a password another one, once', async () => {
    const { code, known } = await leadLink(stage.desk, 'Katrien@voorbeeld.be');
    expect(known).toBe(true);
    await acceptInvite(stage.desk, code, { name: 'Katrien', password: NEW_PASSWORD });
    expect(await refusal(signIn(stage.desk, LEAD.email, PASSWORD))).toBe('not-signed-in');
    expect(await signIn(stage.desk, LEAD.email, NEW_PASSWORD)).toMatchObject({ role: 'lead' });
    expect(await refusal(acceptInvite(stage.desk, code, { name: 'x', password: NEW_PASSWORD }))).toBe('gone');
  });

  test('lets a colleague without access in again, as a lead', async () => {
    const [lead] = await listCoaches(stage.desk);
    const who = { email: 'piet@voorbeeld.be', name: 'Piet', role: 'coach' } as const;
    const { code } = await invite(stage.desk, lead!, who);
    const piet = await acceptInvite(stage.desk, code, { name: 'Piet', password: PASSWORD });
    await changeAccess(stage.desk, piet.id, { role: 'coach', active: false });
    const made = await leadLink(stage.desk, who.email);
    await acceptInvite(stage.desk, made.code, { name: 'Piet', password: NEW_PASSWORD });
    expect(await signIn(stage.desk, who.email, NEW_PASSWORD)).toMatchObject({ id: piet.id, role: 'lead' });
  });

  test('makes an account for an address nobody has', async () => {
    const { code, known } = await leadLink(stage.desk, 'nieuw@voorbeeld.be');
    expect(known).toBe(false);
    expect(await readInvite(stage.desk, code)).toMatchObject({ role: 'lead', email: 'nieuw@voorbeeld.be' });
    expect(await acceptInvite(stage.desk, code, { name: 'Nieuw', password: PASSWORD })).toMatchObject({ role: 'lead' });
  });
});

test('a desk that nobody set up yet gives no such link', async () => {
  expect(await refusal(leadLink(new DeskStage().desk, LEAD.email))).toBe('not-possible-now');
});

describe('npm run -s desk', () => {
  const root = join(import.meta.dirname, '../..');
  const run = (dataDir: string, ...args: readonly string[]) => {
    const command = [join(root, 'node_modules/tsx/dist/cli.mjs'), join(root, 'bot/cli/desk.ts'), ...args];
    const env = { ...process.env, DATA_DIR: dataDir, PUBLIC_URL: 'https://lijn.voorbeeld.be' };
    const { status, stdout, stderr } = spawnSync(process.execPath, command, { env, encoding: 'utf8' });
    return { status, stdout, stderr };
  };

  test('prints a link that works beside a running helpline, and says what is wrong with an order', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'ml-desk-'));
    const config = { redis: null, dataDir, dataKey: null, olderDataKeys: [] };
    const state = await openState(config, createLog('silent'));
    try {
      expect(run(dataDir, 'lead', 'geen-adres')).toMatchObject({
        status: 1,
        stderr: expect.stringMatching(/geen e-mailadres/),
      });
      expect(run(dataDir, 'lead', LEAD.email)).toMatchObject({
        status: 1,
        stderr: expect.stringMatching(/nog geen coach/),
      });
      const desk = { ...new DeskStage().desk, store: state.store };
      await setUpFirstCoach(desk, (await ensureSetupCode(desk)) ?? '', LEAD);
      const { status, stdout } = run(dataDir, 'lead', LEAD.email);
      expect(status).toBe(0);
      const code = /https:\/\/lijn\.voorbeeld\.be\/desk\/uitnodiging\?code=(\S+)/.exec(stdout)?.[1] ?? '';
      expect(await readInvite(desk, code)).toMatchObject({ role: 'lead' });
    } finally {
      await state.close();
      rmSync(dataDir, { recursive: true, force: true });
    }
  });
});
