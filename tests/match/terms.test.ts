import { expect, test } from '@jest/globals';
import type { Checklist, ItemId } from '../../knowledge/entry.js';
import { createTermFinder } from '../../knowledge/match/terms.js';
import { entry, term } from './small-library.js';

const firstDay: Checklist = {
  ...term('x', 'x', []),
  kind: 'checklist',
  id: 'eerste-werkdag' as ItemId,
  title: 'Eerste werkdag',
  theme: 'onthaal',
  phase: ['opstart'],
  helpers: [],
  sections: [],
};
const hardTalk: Checklist = { ...firstDay, id: 'moeilijk-gesprek' as ItemId, title: 'Een moeilijk gesprek' };
const find = createTermFinder({
  terms: [
    term('prestatiestaat', 'Prestatiestaat', ['prestatieblad', 'urenstaat']),
    term('sao', 'SAO', ['stageovereenkomst alternerende opleiding']),
    term('gewaarborgd-loon', 'Gewaarborgd loon', []),
    term('aansprakelijkheid', 'Burgerlijke aansprakelijkheid', ['BA verzekering']),
    term('verzoeningsperiode', 'Verzoeningsperiode', ['verzoening']),
    term('ploegbaas', 'Ploegbaas', ['chef']),
  ],
  checklists: [firstDay, hardTalk],
  entries: [entry('trap', 'q8', 'Welke vergoeding moet ik geven?', [])],
});

test.each([
  ['wat is een prestatiestaat', 'prestatiestaat'],
  ['wa is ne prestatiestaat', 'prestatiestaat'],
  ['wa betekent SAO?', 'sao'],
  ['prestasiestaat', 'prestatiestaat'],
  ['prestatie staat', 'prestatiestaat'],
  ['wat wil prestatieblad zeggen', 'prestatiestaat'],
  ['Gewaarborgd loon', 'gewaarborgd-loon'],
  ['gewaarbord loon betekenis', 'gewaarborgd-loon'],
  ['ba verzekring', 'aansprakelijkheid'],
  ['verzoenign', 'verzoeningsperiode'],
  ['checklist eerste werkdag', 'eerste-werkdag'],
  ['hebde een lijstje voor zijn eerste werkdag', 'eerste-werkdag'],
  ['checklist voor een moeilijk gesprek met mijn leerling', 'moeilijk-gesprek'],
])('"%s" asks for %s', (text, id) => {
  expect(find(text)?.id).toBe(id);
});

test.each([
  'wie betaalt het gewaarborgd loon als hij ziek is',
  'moet ik dimona doen voor nen sao',
  'wat is het weer morgen',
  'lijstje maandelijks gesprek',
  'ziek',
  'verzekering',
  // Words of their own, a letter or two from a name.
  'vergoeding',
  'geven',
  '',
])('"%s" asks something else', (text) => {
  expect(find(text)).toBeNull();
});

test('an exact name scores 1, a misspelt one less', () => {
  expect(find('prestatiestaat')?.score).toBe(1);
  expect(find('prestasiestaat')?.score ?? 1).toBeLessThan(1);
});
