import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { createSignalDetector } from '../../knowledge/detect-signal.js';
import { loadKeptLibrary } from '../../knowledge/library-cache.js';
import { readFolder } from '../../knowledge/load-library.js';
import { loadSignalModel } from '../../knowledge/model-cache.js';
import { readSignals } from './signals-on-disk.js';

const signals = readSignals();
const { library } = await loadKeptLibrary(await readFolder('knowledge'), '.cache');
if (library === null) throw new Error('the knowledge has problems');
const detector = createSignalDetector(signals, await loadSignalModel(library, '.cache'));
const kindOf = (text: string) => detector.detect(text, [])?.signal.kind ?? null;

const lines = readFileSync('tests/signals/held-out-short.tsv', 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.split('\t') as [string, string]);
const calm = lines.flatMap(([label, text]) => (label === 'calm' ? [text] : []));
const urgent = lines.flatMap(([label, text]) => (label === 'urgent' ? [text] : []));

describe('short messages of any day beside short emergencies in the same words', () => {
  test('none of them served for training', () => {
    const trained = new Set(signals.flatMap(({ examples, lookAlikes }) => [...examples, ...lookAlikes]));
    expect(lines.filter(([, text]) => trained.has(text))).toEqual([]);
    expect([calm.length, urgent.length]).toEqual([101, 46]);
  });

  test('no emergency is lost', () => {
    expect(urgent.filter((text) => kindOf(text) === null)).toEqual([]);
  });

  test('at most one in ten of the calm ones, written around what once raised an alarm, still does', () => {
    expect(calm.filter((text) => kindOf(text) !== null).length).toBeLessThanOrEqual(calm.length / 10);
  });

  test.each([
    'hij wil niet met de trein',
    'ze wil ni mee den trein',
    'hij zegt dat hij de trein niet neemt',
    'de school zegt dat ik het moet doen',
    'hij zegt dat ik het moet doen',
    'heeft ni geslapen',
    'hij heeft niet geslapen',
    'mee in den hoogwerker',
    'hij is mee in de hoogwerker geweest',
    'wat eten we vanavond',
  ])('"%s" is no alarm', (text) => {
    expect(kindOf(text)).toBeNull();
  });

  test.each([
    ['hij wil niet meer leven', 'psychosocial'],
    ['hij wil niet met de trein, hij wil ervoor springen', 'psychosocial'],
    ['de stemmen zeggen dat hij het moet doen', 'psychosocial'],
    ['heeft al drie dagen niet geslapen en praat over dood', 'psychosocial'],
    ['uit de hoogwerker gevallen', 'medical'],
  ])('"%s" is %s', (text, kind) => {
    expect(kindOf(text)).toBe(kind);
  });
});
