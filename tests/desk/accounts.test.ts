import { beforeEach, describe, expect, test } from '@jest/globals';
import { listCoaches, setUpFirstCoach } from '../../handlers/desk/accounts.js';
import {
  acceptInvite,
  changeAccess,
  invite,
  listInvites,
  readInvite,
  withdrawInvite,
} from '../../handlers/desk/invites.js';
import { endOtherSessions, endSession, findSession, listSessions, openSession } from '../../handlers/desk/sessions.js';
import { checkPassword, scryptPasswords } from '../../handlers/desk/password.js';
import { ensureSetupCode } from '../../handlers/desk/setup-code.js';
import { changePassword, signIn } from '../../handlers/desk/sign-in.js';
import { DeskStage, PASSWORD, refusal } from './desk-stage.js';

let stage: DeskStage;
beforeEach(() => {
  stage = new DeskStage();
});

const first = { name: 'Katrien', email: 'Katrien@Voorbeeld.be', password: PASSWORD };

describe('setting up', () => {
  test('the code makes one lead, once; afterwards there is no code', async () => {
    const code = (await ensureSetupCode(stage.desk)) ?? '';
    const coach = await setUpFirstCoach(stage.desk, code, first);
    expect(coach).toMatchObject({ role: 'lead', email: 'katrien@voorbeeld.be' });
    expect(coach).not.toHaveProperty('password');
    expect(await refusal(setUpFirstCoach(stage.desk, code, { ...first, email: 'ander@voorbeeld.be' }))).toBe('gone');
    expect(await ensureSetupCode(stage.desk)).toBeNull();
  });

  test('of ten at once one becomes the lead', async () => {
    const codes = await Promise.all(Array.from({ length: 10 }, () => ensureSetupCode(stage.desk)));
    const done = await Promise.all(
      codes.map((code, index) =>
        refusal(setUpFirstCoach(stage.desk, code ?? '', { ...first, email: `c${String(index)}@voorbeeld.be` })),
      ),
    );
    expect(done.filter((result) => result === 'accepted')).toHaveLength(1);
    expect(await listCoaches(stage.desk)).toHaveLength(1);
  });

  test.each([['een verzonnen code'], ['']])('%j is refused', async (code) => {
    await ensureSetupCode(stage.desk);
    expect(await refusal(setUpFirstCoach(stage.desk, code, first))).toBe('gone');
  });

  test('a code is worth nothing after a week', async () => {
    const code = (await ensureSetupCode(stage.desk)) ?? '';
    stage.at('2026-11-29T09:00:00+01:00');
    expect(await refusal(setUpFirstCoach(stage.desk, code, first))).toBe('gone');
  });
});

describe('passwords', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['kort', 'bad-request'],
    ['aaaaaaaaaaaaaaaa', 'bad-request'],
    ['wachtwoord123', 'bad-request'],
    ['katrien12345', 'bad-request'],
    ['x'.repeat(201), 'bad-request'],
    ['een lange zin vol gras', 'accepted'],
    ['Snoei!Schaar-2026', 'accepted'],
  ];
  test.each(cases)('%j: %s', async (password, expected) => {
    expect(await refusal(Promise.resolve().then(() => checkPassword(password, ['Katrien', 'katrien'])))).toBe(expected);
  });

  test('are kept as a salted hash that only the right one opens', async () => {
    const hasher = scryptPasswords(16);
    const [one, two] = await Promise.all([hasher.hash(PASSWORD), hasher.hash(PASSWORD)]);
    expect(one).not.toBe(two);
    expect(one).not.toContain(PASSWORD);
    expect(await hasher.verify(PASSWORD, one)).toBe(true);
    expect(await hasher.verify('iets anders', one)).toBe(false);
    expect(await hasher.verify(PASSWORD, 'onzin')).toBe(false);
  });
});

describe('signing in', () => {
  test('the right password gets in, whatever the case of the address', async () => {
    const coach = await stage.coach('Annelies');
    expect(await signIn(stage.desk, 'ANNELIES@voorbeeld.be', PASSWORD)).toEqual(coach);
  });

  test('after five wrong tries the account rests a quarter of an hour, also for the right password', async () => {
    await stage.coach('Annelies');
    const wrong = (): Promise<string> => refusal(signIn(stage.desk, 'annelies@voorbeeld.be', 'mis geraden'));
    for (let tries = 0; tries < 5; tries += 1) expect(await wrong()).toBe('not-signed-in');
    expect(await wrong()).toBe('too-many');
    expect(await refusal(signIn(stage.desk, 'annelies@voorbeeld.be', PASSWORD))).toBe('too-many');
    stage.at('2026-11-21T09:16:00+01:00');
    expect(await refusal(signIn(stage.desk, 'annelies@voorbeeld.be', PASSWORD))).toBe('accepted');
  });

  test('fifty tries at once are no way around it', async () => {
    await stage.coach('Annelies');
    const tries = await Promise.all(
      Array.from({ length: 50 }, () => refusal(signIn(stage.desk, 'annelies@voorbeeld.be', 'mis geraden'))),
    );
    expect(tries.filter((result) => result === 'not-signed-in')).toHaveLength(5);
  });

  test('who has left does not get in, and his sessions end', async () => {
    const lead = await stage.coach('Lies', 'lead');
    const coach = await stage.coach('Annelies');
    const { token } = await openSession(stage.desk, coach.id, 'Edge op Windows');
    await changeAccess(stage.desk, coach.id, { role: 'coach', active: false });
    expect(await findSession(stage.desk, token)).toBeNull();
    expect(await refusal(signIn(stage.desk, coach.email, PASSWORD))).toBe('not-signed-in');
    expect(await refusal(changeAccess(stage.desk, lead.id, { role: 'coach', active: true }))).toBe('not-possible-now');
  });

  test('a new password needs the present one', async () => {
    const coach = await stage.coach('Annelies');
    expect(await refusal(changePassword(stage.desk, coach.id, 'mis geraden', 'nog een lange zin'))).toBe('bad-request');
    await changePassword(stage.desk, coach.id, PASSWORD, 'nog een lange zin');
    expect(await refusal(signIn(stage.desk, coach.email, PASSWORD))).toBe('not-signed-in');
    expect(await refusal(signIn(stage.desk, coach.email, 'nog een lange zin'))).toBe('accepted');
  });
});

describe('sessions', () => {
  test('the token itself is nowhere in the store', async () => {
    const coach = await stage.coach('Annelies');
    const { token } = await openSession(stage.desk, coach.id, 'Edge');
    expect(JSON.stringify(await stage.store.query({ kind: 'session', index: 'coach' }))).not.toContain(token);
    expect((await findSession(stage.desk, token))?.coach.id).toBe(coach.id);
    expect(await findSession(stage.desk, `${token}x`)).toBeNull();
  });

  test('end after ten idle hours, and after a week whatever happens', async () => {
    const coach = await stage.coach('Annelies');
    const idle = await openSession(stage.desk, coach.id, 'Edge');
    stage.at('2026-11-21T18:00:00+01:00');
    expect(await findSession(stage.desk, idle.token)).not.toBeNull();
    stage.at('2026-11-22T05:00:00+01:00');
    expect(await findSession(stage.desk, idle.token)).toBeNull();
    const busy = await openSession(stage.desk, coach.id, 'Edge');
    for (let hour = 0; hour < 7 * 24; hour += 8) {
      stage.at(new Date(Date.parse('2026-11-22T05:00:00+01:00') + hour * 3_600_000).toISOString());
      expect(await findSession(stage.desk, busy.token)).not.toBeNull();
    }
    stage.at('2026-11-29T06:00:00+01:00');
    expect(await findSession(stage.desk, busy.token)).toBeNull();
  });

  test('are listed and ended by their own coach only', async () => {
    const an = await stage.coach('Annelies');
    const bo = await stage.coach('Bogdan');
    const one = await openSession(stage.desk, an.id, 'Edge');
    const two = await openSession(stage.desk, an.id, 'Firefox');
    const [line] = await listSessions(stage.desk, an.id);
    await endSession(stage.desk, bo.id, line?.id ?? '');
    expect(await listSessions(stage.desk, an.id)).toHaveLength(2);
    await endOtherSessions(stage.desk, an.id, (await findSession(stage.desk, one.token))?.sessionId ?? null);
    expect(await findSession(stage.desk, two.token)).toBeNull();
    expect(await findSession(stage.desk, one.token)).not.toBeNull();
  });
});

describe('invites', () => {
  test('work once, give the promised role, and cannot be read back from the store', async () => {
    const lead = await stage.coach('Lies', 'lead');
    const { code } = await invite(stage.desk, lead, { name: 'Tom', email: 'Tom@voorbeeld.be', role: 'editor' });
    expect(await readInvite(stage.desk, code)).toMatchObject({ email: 'tom@voorbeeld.be' });
    expect(JSON.stringify(await listInvites(stage.desk))).not.toContain(code);
    expect(await acceptInvite(stage.desk, code, { name: 'Tom Maes', password: PASSWORD })).toMatchObject({
      role: 'editor',
      name: 'Tom Maes',
    });
    expect(await refusal(acceptInvite(stage.desk, code, { name: 'Tom Maes', password: PASSWORD }))).toBe('gone');
    expect(await refusal(invite(stage.desk, lead, { name: 'Tom', email: 'tom@voorbeeld.be', role: 'lead' }))).toBe(
      'conflict',
    );
  });

  test('expire, and can be withdrawn', async () => {
    const lead = await stage.coach('Lies', 'lead');
    const late = await invite(stage.desk, lead, { name: 'Tom', email: 'tom@voorbeeld.be', role: 'coach' });
    const gone = await invite(stage.desk, lead, { name: 'Ine', email: 'ine@voorbeeld.be', role: 'coach' });
    await withdrawInvite(stage.desk, (await listInvites(stage.desk)).find(({ name }) => name === 'Ine')?.id ?? '');
    expect(await refusal(readInvite(stage.desk, gone.code))).toBe('gone');
    stage.at('2026-11-29T10:00:00+01:00');
    expect(await refusal(readInvite(stage.desk, late.code))).toBe('gone');
    expect(await listInvites(stage.desk)).toHaveLength(0);
  });
});
