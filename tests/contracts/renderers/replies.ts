import type { Button, Reply } from '../../../handlers/reply.js';
import { reply, text } from '../../../handlers/reply.js';
import { LABELS } from '../../../handlers/texts.js';

const show = (id: string, title: string): Button => ({
  label: title.length > 20 ? `${title.slice(0, 19)}…` : title,
  title,
  action: { do: 'show', item: id as never },
});
const NONE: Button = { label: LABELS.none, action: { do: 'none-of-these' } };
const COACH: Button = { label: LABELS.coach, action: { do: 'ask-coach' } };
const LINE = 'Dit is een zin met getal 12, een komma en een punt.';

/** What the bot may have to say, each once and at its worst. Add a reply here and every channel is held to it. */
export const REPLIES: Readonly<Record<string, Reply>> = {
  'a short word': reply([text('Graag gedaan!')]),
  'a long text': reply([text(Array.from({ length: 90 }, (_, at) => `${String(at)}. ${LINE}`).join(' '))]),
  'a long text without any space': reply([text('x'.repeat(9_000))]),
  'a long text of emoji': reply([text('👩‍🌾🌳'.repeat(1_500))]),
  'an answer': reply(
    [
      {
        kind: 'item',
        id: 'dimona-doen' as never,
        itemKind: 'entry',
        title: 'Moet ik een Dimona doen?',
        markdown: 'Ja, **voor** hij begint. Zie [de uitleg](https://www.socialsecurity.be/dimona_info).',
        variant: 'bij een OAO',
        helpers: ['Sociaal secretariaat', 'RSZ'],
        sources: ['Eindrapport 2018, vraag 47'],
        checked: '2026-11-21',
        certainty: 'te-controleren',
        expired: false,
        path: '/faq/dimona-doen',
      },
    ],
    [
      { label: LABELS.helped, action: { do: 'helped', item: 'dimona-doen' as never } },
      { label: LABELS.notHelped, action: { do: 'not-helped', item: 'dimona-doen' as never } },
      { label: LABELS.more, action: { do: 'more', item: 'dimona-doen' as never } },
      COACH,
    ],
  ),
  'a glossary word': reply(
    [
      {
        kind: 'item',
        id: 'prestatiestaat' as never,
        itemKind: 'term',
        title: 'Prestatiestaat',
        markdown: 'Een lijst van *gewerkte* dagen.',
        variant: null,
        helpers: [],
        sources: ['Eindrapport 2018'],
        checked: '2026-11-21',
        certainty: 'algemeen-bekend',
        expired: false,
        path: '/begrippen/prestatiestaat',
      },
    ],
    [{ label: LABELS.helped, action: { do: 'helped', item: 'prestatiestaat' as never } }, COACH],
  ),
  'two choices that fit': reply(
    [text('Heeft je leerling een SAO of een OAO?')],
    [
      { label: 'SAO', action: { do: 'slot', slot: 'contract', value: 'SAO' } },
      { label: 'OAO', action: { do: 'slot', slot: 'contract', value: 'OAO' } },
      { label: LABELS.unknown, action: { do: 'skip-slot' } },
    ],
  ),
  'three choices with long names': reply(
    [text('Bedoel je een van deze vragen?')],
    [
      show('a', 'Wie betaalt mijn leerling als hij door ziekte niet kan komen werken?'),
      show('b', 'Wie verwittigt de school als mijn leerling ziek is, en wanneer moet dat ten laatste gebeuren?'),
      NONE,
    ],
  ),
  'four choices with names too long for a row': reply(
    [text('Bedoel je een van deze vragen?')],
    [
      show('a', `Een vraag van ${'heel '.repeat(14)}veel woorden, die nergens past?`),
      show('b', 'Een korte vraag?'),
      show('c', 'Nog een korte vraag?'),
      NONE,
    ],
  ),
  'a menu of ten': reply(
    [text('Waarover gaat je vraag?')],
    Array.from({ length: 10 }, (_, at) => show(`thema-${String(at)}`, `Thema ${String(at)} met een naam`)),
  ),
  'more choices than any list holds': reply(
    [text('Kies.')],
    Array.from({ length: 14 }, (_, at) => show(`keuze-${String(at)}`, `Keuze ${String(at)}`)),
  ),
  'choices under a long text': reply(
    [text(`${LINE} `.repeat(60)), text('Welke bedoel je?')],
    [show('a', 'Deze'), NONE],
  ),
  'choices under one paragraph that is too long': reply([text(`${LINE} `.repeat(60))], [show('a', 'Deze'), NONE]),
  'choices under nothing': reply([], [show('a', 'Deze'), NONE]),
  'a checklist': reply([
    {
      kind: 'checklist',
      id: 'eerste-werkdag' as never,
      title: 'Eerste werkdag',
      markdown: 'Voor een **goede** start.',
      sections: [
        { title: 'Vooraf', items: Array.from({ length: 12 }, (_, at) => `Punt ${String(at)}: ${LINE}`) },
        { title: null, items: ['Schoenen *klaar*', 'Ploeg weet het'] },
      ],
      checked: '2026-11-21',
      path: '/checklists/eerste-werkdag',
    },
  ]),
  'first aid': reply(
    [
      {
        kind: 'urgent',
        signal: 'medical',
        markdown: 'Bel **112**.\n\n1. Blijf bij hem.\n2. Druk op de wonde.\n3. Wacht.',
      },
      {
        kind: 'ticket',
        number: 1001,
        markdown: 'Je vraag is bij de coach: **nummer 1001**.\n\n> hij bloedt \\*heel\\* hard',
        dueAt: '2026-11-23T11:00:00Z',
        state: 'open',
      },
    ],
    [{ label: LABELS.callback, action: { do: 'call-me' } }],
  ),
  'a promise': reply(
    [
      {
        kind: 'ticket',
        number: 1002,
        markdown:
          'Je krijgt hier antwoord, ten laatste **maandag 23 november om 12 uur**.\n\n> mag hij op de hoogtewerker',
        dueAt: '2026-11-23T11:00:00Z',
        state: 'open',
      },
    ],
    [
      { label: LABELS.callback, action: { do: 'call-me' } },
      { label: LABELS.myQuestions, action: { do: 'my-questions' } },
    ],
  ),
  'words of a coach with all of Markdown': reply(
    [
      {
        kind: 'coach',
        number: 1003,
        coach: 'An Peeters',
        markdown: [
          '# Kort',
          'Dag Jan, **ja**, dat *mag*, maar ~~niet~~ alleen. Zie [WSE](https://www.vlaanderen.be/duaal_leren?a=1&b=2) of <https://www.fedris.be>.',
          '## Stappen',
          '1. Bel de school\n2. Teken het blad\n   - met datum\n   - met naam',
          '> zoals je zei: 2 * 3 = 6',
          '`code` en een regel\nop twee lijnen',
          'Groetjes,\\\nAn',
        ].join('\n\n'),
      },
    ],
    [{ label: LABELS.resolved, action: { do: 'resolved', ticket: '0mwq2ys38' } }],
  ),
  'eight thousand characters of a coach': reply([
    {
      kind: 'coach',
      number: 1004,
      coach: 'An',
      markdown: Array.from({ length: 150 }, () => LINE)
        .join('\n\n')
        .slice(0, 8_000),
    },
  ]),
  'what looks like markup': reply([text('Vul <naam> in, en 3 < 4 & 5 > 2. Bestand: mijn_leerling_lijst.pdf')]),
};
