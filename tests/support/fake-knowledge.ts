import { topicRefs } from '../../knowledge/library.js';
import { buildLibrary } from '../../knowledge/load-library.js';
import { formatProblem } from '../../knowledge/problem.js';
import type { Knowledge, KnowledgeNow } from '../../handlers/ports.js';

const ENTRY = (question: string, theme: string, more = ''): string => `---
question: ${question}
theme: ${theme}
phase: [tijdens]
factors: [extern-wetgevend]
phrasings: []
keywords: [proef]
helpers: [sociaal-secretariaat]
sources: [{ doc: eindrapport, ref: q47 }]
certainty: bevestigd
checked: 2026-11-21
review_by: 2027-09-01
${more}---
`;

/** A small library with every feature, for stories about turns; matching is by the words given with each entry. */
export const FILES: ReadonlyMap<string, string> = new Map([
  [
    'organisations.yaml',
    'sociaal-secretariaat: { name: Sociaal secretariaat, does: lonen, certainty: algemeen-bekend }\n',
  ],
  [
    'sources.yaml',
    'docs: { eindrapport: Eindrapport 2018, regelgeving: Regels 2026 }\ntopics: { q47: Ziekte, q36: Ongeval, q7: Overeenkomst }\nfacts: {}\n',
  ],
  ['concepts.yaml', 'leerling: [gast, jongen]\n'],
  [
    'entries/ziekte/wie-betaalt-ziekte.md',
    `${ENTRY('Mijn leerling is ziek. Wie betaalt hem?', 'ziekte', 'depends_on: [contract]\noffer_coach: true\n')}Dat hangt af van de overeenkomst.\n\n## Stappen\n\n1. Vraag het attest.\n\n::: variant contract=OAO\nBij een OAO betaal jij de eerste week.\n:::\n\n::: variant contract=SAO\nBij een SAO betaal je niets.\n:::\n`,
  ],
  [
    'entries/ziekte/ziek-melden.md',
    `${ENTRY('Hoe meldt mijn leerling zich ziek?', 'ziekte')}Hij belt jou en de school, meteen.\n\n## Meer\n\nOok zonder attest.\n`,
  ],
  [
    'entries/dimona/dimona-doen.md',
    `${ENTRY('Moet ik een Dimona doen?', 'dimona').replace('q47', 'q7')}Ja, voor hij begint.\n`,
  ],
  [
    'terms/prestatiestaat.md',
    '---\nterm: Prestatiestaat\nsources: [{ doc: eindrapport, ref: q47 }]\ncertainty: algemeen-bekend\nchecked: 2026-11-21\nreview_by: 2027-09-01\n---\nEen lijst van gewerkte dagen.\n',
  ],
  [
    'checklists/eerste-werkdag.md',
    '---\ntitle: Eerste werkdag\ntheme: onthaal\nphase: [opstart]\nsources: [{ doc: eindrapport, ref: q7 }]\ncertainty: algemeen-bekend\nchecked: 2026-11-21\nreview_by: 2027-09-01\n---\nVoor een goede start.\n\n- [ ] Schoenen klaar\n- [ ] Ploeg weet het\n',
  ],
  [
    'signals/medical.md',
    '---\nkind: medical\ntitle: Gewond\nrules: [{ all: [[bloed]] }]\nexamples: [hij bloedt]\nlook_alikes: [vorige maand]\ncoach: Bel meteen.\nsources: [{ doc: eindrapport, ref: q36 }]\ncertainty: bevestigd\nchecked: 2026-11-21\nreview_by: 2027-09-01\n---\nBel **112**.\n',
  ],
]);

/** What a word of the message is worth for an item: [item, probability]. */
const WORDS: readonly (readonly [RegExp, readonly (readonly [string, number])[]])[] = [
  [
    /wie betaalt/i,
    [
      ['wie-betaalt-ziekte', 0.93],
      ['ziek-melden', 0.1],
    ],
  ],
  [/ziek melden/i, [['ziek-melden', 0.9]]],
  [/dimona/i, [['dimona-doen', 0.95]]],
  [
    /ziek/i,
    [
      ['wie-betaalt-ziekte', 0.4],
      ['ziek-melden', 0.38],
    ],
  ],
  [/kapot/i, [['breek', 0.9]]],
];

/** Knowledge for stories: real parsing and real items, matching by a table. */
export function fakeKnowledge(): Knowledge {
  const { library, problems } = buildLibrary(FILES);
  if (!library) throw new Error(problems.map(formatProblem).join('\n'));
  const now: KnowledgeNow = {
    library,
    matcher: {
      match: (text) => {
        if (text.includes('ontplof')) throw new Error('the matcher broke');
        const found = WORDS.find(([pattern]) => pattern.test(text))?.[1] ?? [];
        const candidates = found.flatMap(([id, score]) => {
          const item = [...library.items.values()].find((one) => one.id === id);
          return item
            ? [{ id: item.id, kind: item.kind, score, why: { rankers: {}, terms: [] }, refs: topicRefs(item) }]
            : [];
        });
        return {
          candidates,
          margin: (candidates[0]?.score ?? 0) - (candidates[1]?.score ?? 0),
          terms: [],
          concepts: [],
          knownShare: 1,
        };
      },
    },
    findNamed: (text) => {
      const named = /prestatiestaat/i.test(text)
        ? 'prestatiestaat'
        : /checklist eerste werkdag/i.test(text)
          ? 'eerste-werkdag'
          : null;
      const item = [...library.items.values()].find(({ id }) => id === named);
      return item ? { id: item.id, score: 0.9 } : null;
    },
    detectSignal: (text) => {
      const [signal] = library.signals;
      return signal && /bloed/i.test(text) ? { signal, why: 'bloed' } : null;
    },
    detectLanguage: (text) => (/\bje suis|mon élève\b/i.test(text) ? 'fr' : 'nl'),
  };
  return { current: () => now };
}
