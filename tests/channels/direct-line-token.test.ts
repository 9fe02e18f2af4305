import { expect, test } from '@jest/globals';
import { DirectLineTokens, TOKEN_SECONDS } from '../../bot/channels/direct-line-token.js';

const GRANT = { conversationId: 'c1', userId: 'u1' };
const SECRET = 'a secret of the installation, long enough';

function tokensAt(start: string) {
  let now = new Date(start);
  return {
    tokens: new DirectLineTokens(SECRET, () => now),
    later: (seconds: number) => {
      now = new Date(now.getTime() + seconds * 1_000);
    },
  };
}

test('a token that was shown before still ends when it ends', async () => {
  const { tokens, later } = tokensAt('2026-11-21T10:00:00Z');
  const token = await tokens.access(GRANT);
  expect(await tokens.verify(token)).toEqual(GRANT);
  later(TOKEN_SECONDS - 1);
  expect(await tokens.verify(token)).toEqual(GRANT);
  later(1);
  expect(await tokens.verify(token)).toBeNull();
  expect(await tokens.verify(token)).toBeNull();
});

test('a token that was shown before is still for nothing else', async () => {
  const { tokens } = tokensAt('2026-11-21T10:00:00Z');
  const [access, resume] = [await tokens.access(GRANT), await tokens.resume(GRANT)];
  expect(await tokens.verify(access)).toEqual(GRANT);
  expect(await tokens.verify(access, 'resume')).toBeNull();
  expect(await tokens.verify(resume, 'resume')).toEqual(GRANT);
  expect(await tokens.verify(resume)).toBeNull();
});

test('however many tokens are shown, each gives its own conversation', async () => {
  const { tokens } = tokensAt('2026-11-21T10:00:00Z');
  const grants = Array.from({ length: 1_100 }, (_, n) => ({ conversationId: `c${String(n)}`, userId: 'u' }));
  const made = await Promise.all(grants.map((grant) => tokens.access(grant)));
  for (let round = 0; round < 2; round += 1)
    expect(await Promise.all(made.map((token) => tokens.verify(token)))).toEqual(grants);
});

test.each([
  ['another secret signed it', (token: string) => token.replace(/\.[^.]*$/, `.${'A'.repeat(43)}`)],
  ['a letter was added', (token: string) => `${token}A`],
  ['it names another conversation', (token: string) => token.replace(/\..*\./, '.eyJjb252IjoiYzIifQ.')],
])('a token is refused when %s, also after the true one was shown', async (_name, forge) => {
  const { tokens } = tokensAt('2026-11-21T10:00:00Z');
  const token = await tokens.access(GRANT);
  await tokens.verify(token);
  expect(await tokens.verify(forge(token))).toBeNull();
});
