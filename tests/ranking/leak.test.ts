import { expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readFolder } from '../../knowledge/load-library.js';
import { toWords } from '../../knowledge/text/analyse.js';
import { OFF_TOPIC } from '../../knowledge/match/off-topic.js';
import { questionOf, readDevSets } from './dev-line.js';
import { oneWordApart, wordKey } from './leak.js';

const HERE = fileURLToPath(new URL('.', import.meta.url));

/** Every line of front-matter phrasings and of the files beside the entries, as the matcher reads it. */
async function phrasings(): Promise<string[]> {
  const texts = await readFolder(join(HERE, '..', '..', 'knowledge'));
  return [...texts].flatMap(([file, text]) => {
    if (file.endsWith('.vragen.txt')) return text.split('\n');
    const block = /^phrasings:\n((?:[ ]+- .*\n?)+)/m.exec(text)?.[1] ?? '';
    return block.split('\n').map((line) => line.replace(/^\s*- /, '').replace(/^["']|["']$/g, ''));
  });
}

test('no development line, and none differing in one word, stands among the phrasings', async () => {
  const known = oneWordApart((await phrasings()).map((line) => toWords(line)));
  const files = readdirSync(HERE).filter((name) => name.endsWith('.jsonl'));
  const leaked = files.flatMap((name) =>
    readFileSync(join(HERE, name), 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .flatMap((line) => {
        const { id, text, turns } = JSON.parse(line) as { id: string; text?: string; turns?: string[] };
        return [text, ...(turns ?? [])].flatMap((question) =>
          question !== undefined && known(toWords(question)) ? [`${name} ${id}: ${question}`] : [],
        );
      }),
  );
  expect(leaked).toEqual([]);
});

test('no development line stands among the off-topic training lines', () => {
  const known = oneWordApart(OFF_TOPIC.map((line) => toWords(line)));
  const lines = readDevSets(
    readdirSync(HERE)
      .filter((name) => name.endsWith('.jsonl'))
      .map((name) => join(HERE, name)),
  );
  expect(lines.map(questionOf).filter((text) => known(toWords(text)))).toEqual([]);
});

test('a line that differs in one word, or misses one, is seen; a bare word is not', () => {
  const known = oneWordApart([toWords('moet ik dimona doen voor nen sao'), toWords('ramadan')]);
  expect(known(toWords('moet ik dimona doen voor een OAO'))).toBe(true);
  expect(known(toWords('moet ik dimona doen voor sao'))).toBe(true);
  expect(known(toWords('wie betaalt het loon bij ziekte'))).toBe(false);
  expect(known(toWords('gsm'))).toBe(false);
  expect(wordKey(['a', 'b'])).toBe('a b');
});
