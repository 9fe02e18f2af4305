import { describe, expect, test } from '@jest/globals';
import { buildLibrary } from '../../knowledge/load-library.js';
import { formatProblem } from '../../knowledge/problem.js';
import { FILES } from '../support/fake-knowledge.js';

const PATH = 'entries/ziekte/proef.md';
const FIELDS = {
  question: 'Wat doe ik?',
  theme: 'ziekte',
  phase: '[tijdens]',
  factors: '[extern-wetgevend]',
  phrasings: '[wat nu, en dan]',
  keywords: '[proef]',
  helpers: '[sociaal-secretariaat]',
  sources: '[{ doc: eindrapport, ref: q47 }]',
  certainty: 'bevestigd',
  checked: '2026-11-21',
  review_by: '2027-09-01',
};

function entry(change: Readonly<Record<string, string | null>> = {}, body = 'Kort antwoord.'): string {
  const fields = Object.entries<string | null>({ ...FIELDS, ...change }).filter(([, value]) => value !== null);
  return `---\n${fields.map(([name, value]) => `${name}: ${value ?? ''}`).join('\n')}\n---\n${body}\n`;
}

function problemsOf(text: string, more: Readonly<Record<string, string>> = {}): readonly string[] {
  const { problems } = buildLibrary(new Map([...FILES, [PATH, text], ...Object.entries(more)]));
  return problems.map(formatProblem);
}

describe('an entry', () => {
  test.each([['? - '], ['[? '], ['? '], ['? {a: ']])(
    'a field whose name is no text is a problem with its line, however deep it goes on: %j',
    (nested) => {
      const problems = problemsOf(entry({ kleur: `\n  ${nested.repeat(nested.startsWith('[') ? 1 : 300)}` }));
      expect(problems.some((problem) => problem.startsWith(`${PATH}:`))).toBe(true);
    },
  );

  test('comes out as it was written', () => {
    const { library } = buildLibrary(
      new Map([
        ...FILES,
        [PATH, entry({ months: '[9]' }, 'Kort.\n\n## Stappen\n\n1. Dit.')],
        ['entries/ziekte/proef.vragen.txt', 'nog een vorm\n\n# een opmerking\nwat nu\n'],
      ]),
    );
    expect([...(library?.items.values() ?? [])].find(({ id }) => id === 'proef')).toMatchObject({
      kind: 'entry',
      title: 'Wat doe ik?',
      short: 'Kort.',
      details: '## Stappen\n\n1. Dit.',
      months: [9],
      phrasings: ['wat nu', 'en dan', 'nog een vorm'],
      sources: [{ doc: 'eindrapport', ref: 'q47' }],
    });
  });

  test.each([
    ['question', 'geen vraagteken', `${PATH}:2: fout: question moet eindigen op een vraagteken`],
    ['theme', 'vakantei', `${PATH}:3: fout: theme kan niet "vakantei" zijn; kies uit duaal-leren, erkenning`],
    ['phase', '[straks]', `${PATH}:4: fout: phase.0 kan niet "straks" zijn; kies uit voor-engagement, opstart`],
    ['phase', 'tijdens', `${PATH}:4: fout: phase moet een lijst zijn`],
    ['factors', '[]', `${PATH}:5: fout: factors noem minstens één factor`],
    ['helpers', '[niemand]', `${PATH}:8: fout: helper "niemand" staat niet in organisations.yaml`],
    ['sources', '[]', `${PATH}:9: fout: sources een bewering zonder bron mag niet`],
    ['sources', '[{ doc: eindrapport, ref: q99 }]', `${PATH}:9: fout: bron "q99" staat niet in sources.yaml`],
    ['sources', '[{ doc: krant, ref: q47 }]', `${PATH}:9: fout: sources.0.doc kan niet "krant" zijn`],
    [
      'certainty',
      'zeker',
      `${PATH}:10: fout: certainty kan niet "zeker" zijn; kies uit bevestigd, algemeen-bekend, te-controleren`,
    ],
    ['checked', 'gisteren', `${PATH}:11: fout: checked moet een bestaande datum zijn`],
    ['checked', '2026-02-31', `${PATH}:11: fout: checked moet een bestaande datum zijn`],
    ['review_by', '2020-01-01', `${PATH}:12: fout: review_by moet na checked liggen`],
    ['related', '[bestaat-niet]', `${PATH}:13: fout: related "bestaat-niet" bestaat niet`],
    ['offer_coach', 'misschien', `${PATH}:13: fout: offer_coach moet true of false zijn`],
    ['months', '[13]', `${PATH}:13: fout: months.0 moet 1-12 zijn`],
    ['kleur', 'groen', `${PATH}:13: fout: onbekend veld "kleur"`],
    ['depends_on', '[contract]', `${PATH}:13: fout: depends_on noemt "contract", maar er is geen variant voor`],
  ])('%s: %s is refused with file, line and what is permitted', (field, value, message) => {
    expect(problemsOf(entry({ [field]: value }))).toEqual([expect.stringContaining(message)]);
  });

  test.each(Object.keys(FIELDS).filter((name) => !['phrasings', 'keywords'].includes(name)))(
    'without %s is refused',
    (field) => {
      expect(problemsOf(entry({ [field]: null })).join()).toContain(`${field} ontbreekt`);
    },
  );

  test('all problems of all files are reported together', () => {
    const found = problemsOf(entry({ theme: 'x', certainty: 'y', kleur: 'z' }), { 'terms/stuk.md': 'geen velden' });
    expect(found).toHaveLength(4);
  });

  test.each([
    ['geen velden', 'begint niet met een blok velden'],
    ['---\nquestion: [\n---\nx', 'YAML'],
    ['---\na: 1\na: 2\n---\nx', 'YAML'],
    [entry({}, ''), 'het korte antwoord ontbreekt'],
    [entry({}, 'x\n\n::: variant contract=OAO\ny'), 'wordt niet gesloten'],
    [entry({}, 'x\n\n::: variant kleur=groen\ny\n:::'), 'onbekende sleutel "kleur"; kies uit contract'],
    [entry({}, 'x\n\n::: variant contract=XYZ\ny\n:::'), 'contract kan niet "XYZ" zijn; kies uit SAO, OAO'],
    [
      entry({}, 'x\n\n::: variant contract=OAO\ny\n:::'),
      'er is een variant voor "contract", maar depends_on noemt het niet',
    ],
  ])('a broken file says what is wrong', (text, message) => {
    expect(problemsOf(text).join('\n')).toContain(message);
  });

  test('an id stands once, over entries, terms and checklists', () => {
    expect(problemsOf(entry(), { 'entries/dimona/proef.md': entry({ theme: 'dimona' }) }).join()).toContain(
      'id "proef" bestaat al',
    );
  });
});
