import { describe, expect, test } from '@jest/globals';
import { kennisBundle } from '../../handlers/http/offline/kennis-bundle.js';
import { createPocket, POCKET_TEXTS } from '../../web/mentor/offline/pocket.js';
import { readPocketAction } from '../../web/mentor/offline/pocket-action.js';
import { routeOf } from '../../web/mentor/offline/routes.js';
import { fakeKnowledge } from '../support/fake-knowledge.js';

const { library } = fakeKnowledge().current();
const kennis = JSON.parse(
  JSON.stringify(await kennisBundle(library, { matcher: null, signals: null }, '2026-11-21')),
) as Awaited<ReturnType<typeof kennisBundle>>;
const pocket = createPocket(kennis, '2026-11-21');

describe('what a phone answers without network', () => {
  test('danger before anything else', () => {
    expect(pocket.answer('hij bloedt').parts[0]).toMatchObject({ kind: 'urgent', signal: 'medical' });
    expect(pocket.answer('wat is bloed, en een prestatiestaat').parts[0]?.kind).toBe('urgent');
    expect(pocket.answer('vorige maand').parts[0]?.kind).toBe('text');
  });

  test.each([
    ['wat is een prestatiestaat', { kind: 'item', itemKind: 'term', title: 'Prestatiestaat' }],
    [
      'checklist eerste werkdag',
      {
        kind: 'checklist',
        title: 'Eerste werkdag',
        sections: [{ title: null, items: ['Schoenen klaar', 'Ploeg weet het'] }],
      },
    ],
  ])('a word or a checklist by its name: %s', (text, part) => {
    expect(pocket.answer(text).parts[0]).toMatchObject(part);
  });

  test.each(['wat is een prestatistaat', 'prestatiestat', 'wat betekent prestasiestaat'])(
    'a misspelt word too: %s',
    (text) => {
      expect(pocket.answer(text).parts[0]).toMatchObject({ itemKind: 'term', title: 'Prestatiestaat' });
    },
  );

  test('every variant, because nobody can ask back', () => {
    const shown = pocket.show('wie-betaalt-ziekte', 'short');
    expect(shown?.parts.map((part) => (part.kind === 'item' ? part.variant : part.kind))).toEqual([
      'bij een OAO',
      'bij een SAO',
    ]);
    expect(shown?.buttons.map(({ action }) => readPocketAction(action))).toEqual([
      { id: 'wie-betaalt-ziekte', how: 'more' },
    ]);
    expect(pocket.show('wie-betaalt-ziekte', 'more')?.parts[0]).toMatchObject({
      kind: 'text',
      html: expect.stringContaining('Vraag het attest.'),
    });
  });

  test('says of what day its knowledge is, and when an item is past its review', () => {
    expect(pocket.show('dimona-doen', 'short')).toMatchObject({ date: '2026-11-21', parts: [{ expired: false }] });
    expect(createPocket(kennis, '2028-01-01').show('dimona-doen', 'short')).toMatchObject({
      parts: [{ expired: true }],
    });
  });

  test('says so when it knows nothing, and that commands wait', () => {
    expect(pocket.answer('iets heel anders dan ooit').parts).toEqual([
      { kind: 'text', markdown: POCKET_TEXTS.unknown },
    ]);
    expect(pocket.answer('Coach!').parts).toEqual([{ kind: 'text', markdown: POCKET_TEXTS.later }]);
    expect(pocket.show('bestaat-niet', 'short')).toBeNull();
  });

  test('a server’s button is not ours', () => {
    expect(readPocketAction('show:dimona-doen')).toBeNull();
  });
});

test.each([
  ['/', 'shell'],
  ['/inbed', 'frame'],
  ['/app.ABC.js', 'shell-file'],
  ['/worker.6BVJLXME.js', 'shell-file'],
  ['/kennis.json', 'knowledge'],
  ['/faq/dimona-doen', 'page'],
  ['/checklists', 'page'],
  ['/public/pages.css', 'page'],
  ['/faq/zoek.json', 'network'],
  ['/v3/directline/conversations', 'network'],
  ['/desk', 'network'],
  ['/desk/app.js', 'network'],
  ['/api/messages', 'network'],
  ['/faqqer', 'network'],
])('the service worker leaves alone what must not be kept: %s is %s', (path, route) => {
  expect(routeOf(path, ['/', '/app.ABC.js'])).toBe(route);
});
