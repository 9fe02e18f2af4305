import { describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isSameSecret } from '../../bot/channels/whatsapp/signature.js';
import { sameSecret } from '../../handlers/desk/secret-hash.js';

const root = join(import.meta.dirname, '../..');
/** Names of what somebody could guess sign by sign, beside a bare comparison. */
const BARE =
  /\b\w*(?:token|secret|csrf|signature|passw\w*|digest|hash)\b\s*[!=]==?\s*(?!null|undefined|''|true|false)[\w.#]/gi;
/** What is compared barely though its name sounds secret, and why that is right. */
const NO_SECRETS: Readonly<Record<string, string>> = {
  'bot/knowledge-holder.ts': 'the names and dates of the files of the knowledge',
  'bot/state/transfer/rows.ts': 'the count of a backup beside that of the store',
};

describe('what proves who somebody is', () => {
  test.each([
    ['een lang geheim', 'een lang geheim', true],
    ['een lang geheim', 'een lang geheiM', false],
    ['een', 'een lang geheim', false],
    ['', 'een lang geheim', false],
    ['\u0000', '', false],
  ])('%j beside %j: %s, by digests of one length', (given, wanted, same) => {
    expect([sameSecret(given, wanted), isSameSecret(given, wanted)]).toEqual([same, same]);
  });

  test('is nowhere compared sign by sign, which tells by its duration how far a guess is right', () => {
    const files = ['bot', 'handlers'].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .map((name) => `${folder}/${name}`),
    );
    expect(files.length).toBeGreaterThan(200);
    const found = files.filter((file) => readFileSync(join(root, file), 'utf8').search(BARE) >= 0);
    expect(found.sort()).toEqual(Object.keys(NO_SECRETS));
  });
});
