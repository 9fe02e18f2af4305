import { expect, test } from '@jest/globals';
import type { Commit, Store } from '../../handlers/ports.js';
import { MentorlijnError } from '../../handlers/errors.js';
import { hearingLog } from '../support/hearing-log.js';
import { serve } from '../support/serve.js';
import { WebTalk } from '../support/web-talk.js';

const SECRETS = {
  DATA_KEY: 'data-key-data-key-data-key-data-key-1',
  DATA_KEY_OLD: 'old-key-old-key-old-key-old-key-old-1',
  DIRECT_LINE_SECRET: 'direct-line-direct-line-direct-line-1',
  MICROSOFT_APP_PASSWORD: 'microsoft-password-1',
  WHATSAPP_TOKEN: 'whatsapp-token-1',
  WHATSAPP_APP_SECRET: 'whatsapp-secret-1',
  WHATSAPP_VERIFY_TOKEN: 'whatsapp-verify-1',
};
const WORDS = 'Zolderkamerverdriet van mijn leerling';
const PASSWORD = 'een heel geheim wachtwoord';

/** A store that fails at every second write, so that everything that can be logged is. */
function failing(store: Store): Store {
  let count = 0;
  const commit = (made: Commit) =>
    (count += 1) % 2 === 0
      ? Promise.reject(new MentorlijnError('store-unavailable', 'the store failed', { cause: new Error('disk') }))
      : store.commit(made);
  return new Proxy(store, {
    get: (target, name) => {
      if (name === 'commit') return commit;
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}

test('neither words nor secrets reach the log, whatever goes wrong', async () => {
  const log = hearingLog();
  const served = await serve(
    {
      ...SECRETS,
      MICROSOFT_APP_ID: '00000000-0000-0000-0000-000000000001',
      MICROSOFT_APP_TENANT_ID: 't',
      WHATSAPP_PHONE_NUMBER_ID: '1',
      WHATSAPP_GRAPH_URL: 'http://127.0.0.1:9/v1',
    },
    { log, aroundStore: failing },
  );
  const talk = await new WebTalk(served, 'Griet Zandloper').open();
  const post = (path: string, body: string, headers: Record<string, string> = {}) =>
    fetch(served.origin + path, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });
  for (let n = 0; n < 6; n += 1) await talk.say(`${WORDS} ${String(n)}`).catch(() => '');
  await post('/desk/api/login', JSON.stringify({ email: 'an@voorbeeld.be', password: PASSWORD }));
  await post('/desk/api/login', `{"email":"an@voorbeeld.be","password":"${PASSWORD}`);
  await post('/webhooks/whatsapp', JSON.stringify({ text: WORDS }), { 'x-hub-signature-256': 'sha256=00' });
  await fetch(`${served.origin}/webhooks/whatsapp?hub.mode=subscribe&hub.verify_token=${WORDS}`);
  await post(`/v3/directline/conversations/${talk.conversationId}/activities`, `{"type":"message","text":"${WORDS}`, {
    authorization: `Bearer ${talk.token}`,
  });
  await fetch(`${served.origin}/v3/directline/conversations/x/activities?t=${talk.token}`);
  await served.stop();

  const heard = log.lines.join('\n');
  expect(heard).toContain('store-unavailable');
  for (const secret of [...Object.values(SECRETS), PASSWORD, 'Zolderkamer', 'Zandloper', talk.token])
    expect(heard.includes(secret) ? `the log holds ${secret}` : 'clean').toBe('clean');
});
