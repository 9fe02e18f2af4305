import { expect, test } from '@jest/globals';
import type { Action } from '../../handlers/action.js';
import { typedButton } from '../../handlers/turn/typed-button.js';
import { TEXTS } from '../../handlers/texts.js';
import { fakeKnowledge } from '../support/fake-knowledge.js';
import { Stage } from '../support/stage.js';

const show = (item: string): Action => ({ do: 'show', item: item as never });
const CHOICES = [
  { label: 'Dimona doen', title: 'Moet ik een Dimona doen?', action: show('a') },
  { label: 'Ziek', title: 'Mijn leerling is ziek, wat nu?', action: show('b') },
  { label: 'Geen van deze', action: { do: 'none-of-these' } as Action },
];
const ONE = [CHOICES[0]!, CHOICES[2]!];
const COACH = [{ label: 'Vraag de coach', action: { do: 'ask-coach' } as Action }];
const ANSWER = [{ label: 'Geholpen', action: { do: 'helped', item: 'a' as never } as Action }, ...COACH];
const ERASE = [{ label: 'Ja, wis alles', action: { do: 'erase-confirmed' } as Action }];

test.each([
  ['2', CHOICES, show('b')],
  ['2.', CHOICES, show('b')],
  ['nr 2', CHOICES, show('b')],
  ['de tweede', CHOICES, show('b')],
  ['optie 1 aub', CHOICES, show('a')],
  ['dimona doen', CHOICES, show('a')],
  ['mijn leerling is ziek, wat nu', CHOICES, show('b')],
  ['nee', CHOICES, { do: 'none-of-these' }],
  ['ja', CHOICES, null],
  ['ja', ONE, show('a')],
  ['ja graag', COACH, { do: 'ask-coach' }],
  ['nee', COACH, { do: 'cancel' }],
  ['nee', ANSWER, { do: 'not-helped', item: 'a' }],
  ['ja', ANSWER, null],
  ['Ja!', ERASE, { do: 'erase-confirmed' }],
  ['neen', ERASE, { do: 'cancel' }],
  ['2 dagen ziek', CHOICES, null],
  ['7', CHOICES, null],
  ['ja maar hij is 16', ONE, null],
  ['2', [], null],
] as const)('"%s" is the button it stands for', (typed, offered, action) => {
  expect(typedButton(typed, offered as never)).toEqual(action);
});

test('"ja" after "wil je alles wissen" erases, "nee" keeps', async () => {
  const stage = new Stage();
  await stage.say('ik heb een oao leerling van 17');
  await stage.say('wis mijn gegevens');
  expect((await stage.say('nee')).text).toContain(TEXTS.okay);
  await stage.say('wis mijn gegevens');
  expect((await stage.say('ja')).text).toContain(TEXTS.erased);
});

test('"ja" after the offer of a coach gives the question to the coach', async () => {
  const stage = new Stage();
  await stage.say('kan ik een subsidie krijgen voor een kraan van mijn neef');
  const said = await stage.say('ja graag');
  expect(said.decision).toBe('escalate');
  expect(await stage.tickets()).toHaveLength(1);
});

test('the words of a button raise no alarm, whatever the detector makes of them', async () => {
  const calm = fakeKnowledge().current();
  const [signal] = calm.library.signals;
  const detectSignal = () => (signal ? { signal, why: 'test' } : null);
  const stage = new Stage();
  await stage.say('kan ik een subsidie krijgen voor een kraan van mijn neef');
  await stage.say('coach');
  Object.assign(stage.deps, { knowledge: { current: () => ({ ...calm, detectSignal }) } });
  const said = await stage.say('Bel me liever');
  expect([said.decision, said.text]).toEqual(['escalate', expect.stringContaining(TEXTS.callbackWhen)]);
});
