import { expect, test } from '@jest/globals';
import type { KnowledgeNow } from '../../handlers/ports.js';
import { THRESHOLDS } from '../../handlers/turn/thresholds.js';
import { explainMatch } from '../../handlers/turn/why.js';
import { createMatcher } from '../../knowledge/match/create-matcher.js';
import { createTermFinder } from '../../knowledge/match/terms.js';
import { train } from '../../knowledge/match/train.js';
import { detectLanguage } from '../../knowledge/text/language.js';
import { SMALL } from './small-library.js';

const concepts = { ziekte: ['ziek', 'griep'] };
const knowledge: Pick<KnowledgeNow, 'matcher' | 'findNamed' | 'detectSignal' | 'detectLanguage'> = {
  matcher: createMatcher({ model: train(SMALL, { concepts }), concepts, items: SMALL }),
  findNamed: createTermFinder({ terms: [], checklists: [] }),
  detectSignal: () => null,
  detectLanguage,
};
const explain = (text: string) => explainMatch(knowledge as KnowledgeNow, text);

test('every condition is told with its number and its limit', async () => {
  const { checks, probability, terms, concepts: found, candidates } = await explain('hij is ziek, wie betaalt');
  expect(checks.map(({ name }) => name)).toEqual([
    'probability',
    'margin',
    'kin',
    'knownShare',
    'notOurs',
    'dutch',
    'aboutLearner',
    'noVerdict',
  ]);
  expect(checks[0]).toMatchObject({ value: probability, limit: THRESHOLDS.answer });
  expect(checks[0]?.text).toContain('%');
  expect(terms).toContain('ziek');
  expect(found).toContain('ziekte');
  expect(candidates[0]?.why.rankers).toHaveProperty('bm25');
});

test.each([
  ['another language', 'who pays when my apprentice is sick', 'dutch'],
  ['other staff', 'mijn vaste arbeider is ziek, wie betaalt', 'aboutLearner'],
  ['other staff, said to be no learner', 'mijn arbeider (geen leerling) is ziek, wie betaalt', 'aboutLearner'],
])('%s is the condition that fails', async (_name, text, name) => {
  const { checks } = await explain(text);
  expect(checks.filter(({ ok }) => !ok).map((check) => check.name)).toContain(name);
});
