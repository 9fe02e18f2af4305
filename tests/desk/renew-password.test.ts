import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Coach } from '../../handlers/desk/coach.js';
import { acceptInvite, changeAccess, readInvite, resetLink } from '../../handlers/desk/invites.js';
import { findSession, openSession } from '../../handlers/desk/sessions.js';
import { signIn } from '../../handlers/desk/sign-in.js';
import type { Commit } from '../../handlers/ports.js';
import { DeskStage, PASSWORD, refusal } from './desk-stage.js';

const NEW = { name: 'Annelies', password: 'een nieuwe zin van woorden' };
let stage: DeskStage;
let an: Coach;
let code: string;
beforeEach(async () => {
  stage = new DeskStage();
  an = await stage.coach('Annelies');
  code = (await resetLink(stage.desk, await stage.coach('Lies', 'lead'), an.id)).code;
});

const enters = (password: string): Promise<string> => refusal(signIn(stage.desk, an.email, password));

/** The desk on a store whose commits fail as told. */
function deskThat(fails: (commit: Commit) => boolean): DeskStage['desk'] {
  const { store } = stage;
  const commit: typeof store.commit = (what) =>
    fails(what) ? Promise.reject(new Error('the disk is full')) : store.commit(what);
  return {
    ...stage.desk,
    store: new Proxy(store, { get: (from, key) => (key === 'commit' ? commit : bound(from, key)) }),
  };
}

function bound(from: object, key: string | symbol): unknown {
  const value: unknown = Reflect.get(from, key);
  return typeof value === 'function' ? (value as (...given: unknown[]) => unknown).bind(from) : value;
}

describe('a link for a new password', () => {
  test('gives one, once, and ends the old one with every open session', async () => {
    const { token } = await openSession(stage.desk, an.id, 'Edge');
    expect(await acceptInvite(stage.desk, code, NEW)).toMatchObject({ id: an.id });
    expect(await findSession(stage.desk, token)).toBeNull();
    expect([await enters(PASSWORD), await enters(NEW.password)]).toEqual(['not-signed-in', 'accepted']);
    expect(await refusal(acceptInvite(stage.desk, code, NEW))).toBe('gone');
  });

  test.each(['kort', 'annelies2026', 'aaaaaaaaaaaaaaaa'])('a refused password (%s) leaves it usable', async (poor) => {
    expect(await refusal(acceptInvite(stage.desk, code, { ...NEW, password: poor }))).toBe('bad-request');
    expect(await enters(PASSWORD)).toBe('accepted');
    expect(await refusal(acceptInvite(stage.desk, code, NEW))).toBe('accepted');
  });

  test('a store that fails changes nothing: the link, the old password and the sessions stand', async () => {
    const { token } = await openSession(stage.desk, an.id, 'Edge');
    const failing = deskThat(({ puts = [], deletes = [] }) =>
      [...puts, ...deletes].some(({ kind }) => kind === 'coach'),
    );
    await expect(acceptInvite(failing, code, NEW)).rejects.toThrow('the disk is full');
    expect(await readInvite(stage.desk, code)).toMatchObject({ email: an.email });
    expect(await enters(PASSWORD)).toBe('accepted');
    expect(await findSession(stage.desk, token)).not.toBeNull();
    expect(await refusal(acceptInvite(stage.desk, code, NEW))).toBe('accepted');
    expect(await enters(NEW.password)).toBe('accepted');
  });

  test('used twice at once, one wins and the other hears that it is used', async () => {
    const both = await Promise.all([1, 2].map(() => refusal(acceptInvite(stage.desk, code, NEW))));
    expect(both.sort()).toEqual(['accepted', 'gone']);
  });

  test('is nothing for who has no access any more, and works again with the access', async () => {
    await changeAccess(stage.desk, an.id, { role: 'coach', active: false });
    expect(await refusal(acceptInvite(stage.desk, code, NEW))).toBe('gone');
    await changeAccess(stage.desk, an.id, { role: 'coach', active: true });
    expect(await refusal(acceptInvite(stage.desk, code, NEW))).toBe('accepted');
  });
});
