import { expect, test } from '@jest/globals';
import type { Item } from '../../knowledge/entry.js';
import { TEXTS } from '../../handlers/texts.js';
import { speaksOf } from '../../handlers/turn/speaks-of.js';
import { fakeKnowledge } from '../support/fake-knowledge.js';
import { Stage } from '../support/stage.js';

const fake = fakeKnowledge().current();

test.each([
  ['Vanaf het jaar waarin hij 19 wordt, is het meer.', { years: 19 }, true],
  ['Is hij minderjarig, dan tekent een ouder mee.', { age: 'minderjarig', years: 16 }, true],
  ['Bij een SAO is er geen vergoeding.', { contract: 'SAO' }, true],
  ['Een leerling uit BUSO krijgt meer tijd.', { level: 'BUSO' }, true],
  ['Bij een SAO is er geen vergoeding.', { contract: 'OAO' }, false],
  ['Hij werkt hoogstens 119 uur.', { years: 19 }, false],
  ['Dat geldt altijd.', { contract: 'SAO', age: 'meerderjarig', years: 19, level: 'BSO7' }, false],
] as const)('"%s" for %j: %s', (short, told, expected) => {
  const [item] = fake.library.items.values();
  expect(speaksOf({ ...item, short, details: '' } as Item, told)).toBe(expected);
});

test('an answer that names the age told is given again, and not said to be the same for all', async () => {
  const items = new Map(fake.library.items);
  for (const [id, item] of items) if (item.id === 'dimona-doen') items.set(id, { ...item, short: 'Ja, ook onder 18.' });
  const knowledge = { current: () => ({ ...fake, library: { ...fake.library, items } }) };
  const stage = new Stage(undefined, { knowledge });
  await stage.say('moet ik dimona doen');
  const said = await stage.say('en als hij maar 16 is?');
  expect(said.candidates[0]?.entry).toBe('dimona-doen');
  expect(said.text).toContain('ook onder 18');
  expect(said.text).not.toContain(TEXTS.sameForAll);
});
