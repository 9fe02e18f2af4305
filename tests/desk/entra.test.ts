import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { SignJWT, UnsecuredJWT } from 'jose';
import { parseConfig } from '../../bot/config.js';
import { entraTokens } from '../../bot/entra.js';
import { AUDIENCE, FakeEntra, TENANT, type Person } from '../support/fake-entra.js';
import { serve, type Served } from '../support/serve.js';

const LIES: Person = { oid: 'o-lies', name: 'Lies Lemmens', email: 'lies@school.example', roles: ['Mentorlijn.Lead'] };
const AN: Person = { oid: 'o-an', name: 'An Aerts', email: 'an@school.example', roles: ['Mentorlijn.Coach'] };

let entra: FakeEntra;
let served: Served;
beforeAll(async () => {
  entra = await new FakeEntra().start();
  served = await serve(entra.settings);
});
afterAll(async () => {
  await served.stop();
  await entra.stop();
});

interface Answer {
  readonly status: number;
  readonly code: string | null;
  readonly body: { token?: string; csrf?: string; coach?: { id: string; name: string; role: string } };
  readonly cookie: string | null;
}

async function call(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(`${served.origin}/desk/api${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-mentorlijn-framed': 'yes', ...headers },
    body: JSON.stringify(body),
  });
  const json = (await response.json()) as Answer['body'] & { error?: { code: string } };
  return {
    status: response.status,
    code: json.error?.code ?? null,
    body: json,
    cookie: response.headers.get('set-cookie'),
  };
}
const enter = async (person: Person): Promise<Answer> => call('/entra', { token: await entra.token(person) });

describe('signing in from Teams', () => {
  test('before the desk has a lead only a lead comes in, and becomes its owner', async () => {
    expect((await enter(AN)).code).toBe('not-possible-now');
    expect((await enter(LIES)).body.coach).toMatchObject({ name: 'Lies Lemmens', role: 'lead' });
  });

  test('gives a session to carry in the page, no cookie, and the same account every time', async () => {
    const [first, second] = [await enter(AN), await enter({ ...AN, email: 'an.nieuw@school.example' })];
    expect([first.status, first.cookie, first.body.coach?.role]).toEqual([200, null, 'coach']);
    expect(second.body.coach?.id).toBe(first.body.coach?.id);
    const me = await fetch(`${served.origin}/desk/api/me`, {
      headers: { authorization: `Bearer ${second.body.token ?? ''}` },
    });
    expect(await me.json()).toMatchObject({ coach: { name: 'An Aerts' } });
  });

  test('follows the role of the directory, but never takes the last lead away', async () => {
    expect((await enter({ ...AN, roles: ['Mentorlijn.Coach', 'Mentorlijn.Editor'] })).body.coach?.role).toBe('editor');
    expect((await enter(AN)).body.coach?.role).toBe('coach');
    expect((await enter({ ...LIES, roles: ['Mentorlijn.Coach'] })).body.coach?.role).toBe('lead');
    expect((await enter({ ...AN, roles: [] })).code).toBe('not-allowed');
    expect((await enter({ ...AN, roles: ['Iets.Anders'] })).code).toBe('not-allowed');
  });

  test('does not take over an account by its address; its owner links it once', async () => {
    const lead = await enter(LIES);
    const session = { authorization: `Bearer ${lead.body.token ?? ''}`, 'x-mentorlijn-csrf': lead.body.csrf ?? '' };
    const bo = { ...AN, oid: 'o-bo', name: 'Bo', email: 'bo@school.example' };
    const invited = await call('/invites', { name: 'Bo', email: bo.email, role: 'coach' }, session);
    const code = new URL((invited.body as { link?: string }).link ?? '').searchParams.get('code');
    const own = await call('/invites/accept', { code, name: 'Bo', password: 'een lange zin vol gras' });
    expect((await enter(bo)).code).toBe('conflict');
    const proof = { authorization: `Bearer ${own.body.token ?? ''}`, 'x-mentorlijn-csrf': own.body.csrf ?? '' };
    expect((await call('/entra/link', { token: await entra.token(bo) }, proof)).status).toBe(200);
    expect((await enter(bo)).body.coach?.id).toBe(own.body.coach?.id);
    expect((await call('/entra/link', { token: await entra.token(bo) }, session)).code).toBe('conflict');
  });

  test('ends with the access of the account', async () => {
    const [lead, an] = [await enter(LIES), await enter(AN)];
    await fetch(`${served.origin}/desk/api/coaches/${an.body.coach?.id ?? ''}`, {
      method: 'PUT',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${lead.body.token ?? ''}`,
        'x-mentorlijn-csrf': lead.body.csrf ?? '',
      },
      body: JSON.stringify({ role: 'coach', active: false }),
    });
    expect((await enter(AN)).code).toBe('not-allowed');
  });
});

describe('a token that is not for this desk', () => {
  const now = Math.floor(Date.now() / 1000);
  test.each<readonly [string, () => Promise<string>]>([
    ['of another issuer', () => entra.token(AN, { claims: { iss: 'https://login.microsoftonline.com/x/v2.0' } })],
    ['for another audience', () => entra.token(AN, { claims: { aud: 'api://iets-anders' } })],
    ['of another tenant', () => entra.token(AN, { claims: { tid: 'een-ander' } })],
    ['that has expired', () => entra.token(AN, { seconds: -120 })],
    ['that is not valid yet', () => entra.token(AN, { claims: { nbf: now + 600 } })],
    ['without a person', () => entra.token(AN, { claims: { oid: undefined } })],
    ['signed with another key', () => entra.token(AN, { key: 'other' })],
    ['with an unknown key', () => entra.token(AN, { kid: 'key-9' })],
    ['that is not signed', () => Promise.resolve(new UnsecuredJWT({ oid: 'o-an', tid: TENANT }).encode())],
    [
      'signed with a shared secret',
      () =>
        new SignJWT({ iss: entra.issuer, aud: AUDIENCE, exp: now + 600, tid: TENANT, oid: 'o-an' })
          .setProtectedHeader({ alg: 'HS256', kid: 'key-1' })
          .sign(new TextEncoder().encode('x'.repeat(32))),
    ],
    ['that is no token at all', () => Promise.resolve('geen token, maar wel lang genoeg')],
  ])('%s opens nothing', async (_name, make) => {
    const answer = await call('/entra', { token: await make() });
    expect([answer.status, answer.code]).toEqual([401, 'not-signed-in']);
  });

  test('keys are fetched once for many tokens', async () => {
    const before = entra.fetches;
    const tokens = await Promise.all(Array.from({ length: 20 }, () => entra.token(LIES)));
    await Promise.all(tokens.map((token) => call('/entra', { token })));
    expect(entra.fetches - before).toBeLessThanOrEqual(1);
  });

  test('when the keys cannot be fetched nobody comes in, and it is said as a fault of ours', async () => {
    const parsed = parseConfig({ ...entra.settings, ENTRA_JWKS_URL: 'http://127.0.0.1:9/keys' });
    const config = parsed.ok ? parsed.config.entra : null;
    const tokens = config ? entraTokens(config, () => new Date()) : null;
    await expect(tokens?.verify(await entra.token(LIES))).rejects.toMatchObject({ code: 'not-ready' });
  });

  test.each([
    [{ ENTRA_TENANT_ID: 't-1' }, 'ENTRA_TENANT_ID and ENTRA_AUDIENCE'],
    [{ ENTRA_TENANT_ID: 't-1', ENTRA_AUDIENCE: 'a', ENTRA_JWKS_URL: 'http://keys.example/' }, 'must be https'],
  ])('settings that would be unsafe are refused at start: %j', (settings, problem) => {
    const parsed = parseConfig(settings);
    expect(parsed.ok ? [] : parsed.problems).toEqual([expect.stringContaining(problem)]);
  });
});
