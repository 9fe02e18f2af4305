import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import express from 'express';
import { SignJWT, type JWTPayload } from 'jose';
import { BotFrameworkChannel } from '../../bot/channels/bot-framework.js';
import type { HelplineBot } from '../../bot/helpline-bot.js';
import { errorHandler } from '../../handlers/http/errors.js';
import { FakeIdentity, ISSUER } from '../support/fake-identity.js';
import { silentLog } from '../support/silent-log.js';

const APP = '00000000-0000-0000-0000-00000000000a';
const SERVICE = 'https://smba.trafficmanager.net/emea/';
const now = (): number => Math.floor(Date.now() / 1000);

const identity = new FakeIdentity();
let server: Server;
let origin = '';
let turns = 0;

beforeAll(async () => {
  // The SDK prints every token it refuses; here they are the point.
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  await identity.start();
  const channel = new BotFrameworkChannel({
    config: { appId: APP, appPassword: 'p', appType: 'MultiTenant', tenantId: '', anonymous: false },
    serviceUrls: [],
    publicUrl: 'http://localhost',
    log: silentLog,
    authentication: new ConfigurationBotFrameworkAuthentication({
      MicrosoftAppId: APP,
      MicrosoftAppPassword: 'p',
      MicrosoftAppType: 'MultiTenant',
      ChannelService: '',
      ToChannelFromBotLoginUrl: 'http://127.0.0.1:9/',
      ToChannelFromBotOAuthScope: ISSUER,
      ToBotFromChannelTokenIssuer: ISSUER,
      OAuthUrl: 'http://127.0.0.1:9/',
      ToBotFromChannelOpenIdMetadataUrl: `${identity.origin}/config`,
      ToBotFromEmulatorOpenIdMetadataUrl: `${identity.origin}/config`,
    }),
  });
  const bot = { run: () => Promise.resolve((turns += 1)) } as unknown as HelplineBot;
  const app = express().use('/api/messages', express.json(), channel.routes(bot)).use(errorHandler(silentLog));
  server = createServer(app);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});
afterAll(() => {
  jest.restoreAllMocks();
  identity.stop();
  server.close();
  server.closeAllConnections();
});
beforeEach(() => {
  turns = 0;
});

async function post(token: string | null, more: object = {}): Promise<number> {
  const body = {
    type: 'message',
    id: 'a1',
    channelId: 'msteams',
    serviceUrl: SERVICE,
    conversation: { id: 'c' },
    from: { id: 'u' },
    recipient: { id: 'b' },
    text: 'hallo',
    ...more,
  };
  const response = await fetch(`${origin}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token === null ? {} : { authorization: token }) },
    body: JSON.stringify(body),
  });
  expect(await response.text()).not.toMatch(/node_modules|\bat .*\(/);
  return response.status;
}

const good: JWTPayload = { aud: APP, serviceurl: SERVICE };

describe('a token of the channel service', () => {
  test('that is right opens the bot', async () => {
    expect(await post(`Bearer ${await identity.token(good)}`)).toBe(200);
    expect(turns).toBe(1);
  });

  test.each<readonly [string, () => Promise<string> | string]>([
    ['of another issuer', () => identity.token({ ...good, iss: 'https://evil.example' })],
    ['for another bot', () => identity.token({ ...good, aud: '00000000-0000-0000-0000-00000000000b' })],
    ['for nobody', () => identity.token({ serviceurl: SERVICE })],
    ['that expired', () => identity.token({ ...good, nbf: now() - 7_200, exp: now() - 3_600 })],
    ['that is not valid yet', () => identity.token({ ...good, nbf: now() + 3_600, exp: now() + 7_200 })],
    ['signed with another key', () => identity.token(good, 'stranger')],
    ['that names an unknown key', () => identity.token(good, 'service', 'k2')],
    ['for another service URL', () => identity.token({ ...good, serviceurl: 'https://smba.trafficmanager.net/amer/' })],
    ['without a service URL', () => identity.token({ aud: APP })],
    [
      'signed with a shared secret',
      () =>
        new SignJWT({ ...good, iss: ISSUER, exp: now() + 600 })
          .setProtectedHeader({ alg: 'HS256', kid: 'k1' })
          .sign(Buffer.from('p'.repeat(32))),
    ],
    [
      'that is not signed at all',
      () =>
        `${[
          { alg: 'none', kid: 'k1' },
          { ...good, iss: ISSUER, exp: now() + 600 },
        ]
          .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
          .join('.')}.`,
    ],
    ['that is no token', () => 'abc'],
  ])('%s is refused', async (_what, token) => {
    expect([401, 403]).toContain(await post(`Bearer ${await token()}`));
    expect(turns).toBe(0);
  });

  test.each([
    ['no token', null],
    ['an empty one', ''],
    ['another scheme', 'Basic dXNlcjpwYXNz'],
  ])('%s is refused', async (_what, header) => {
    expect(await post(header)).toBe(401);
    expect(turns).toBe(0);
  });

  test.each(['directline', 'webchat', 'whatsapp', 'slack'])(
    'does not speak for another channel (%s)',
    async (channelId) => {
      expect([401, 403]).toContain(await post(`Bearer ${await identity.token(good)}`, { channelId }));
      expect(turns).toBe(0);
    },
  );
});
