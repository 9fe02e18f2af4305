import { expect, test } from '@jest/globals';
import { createMatcher } from '../../knowledge/match/create-matcher.js';
import { train } from '../../knowledge/match/train.js';
import { SMALL } from './small-library.js';

const concepts = {
  ziekte: ['ziek', 'griep', 'koorts'],
  betalen: ['betalen', 'loon'],
  gsm: ['gsm', 'telefoon', 'smartphone'],
};
const model = train(SMALL, { concepts });
const matcher = createMatcher({ model, concepts, items: SMALL });

// A story told by rank: each line names what must decide.
test.each([
  ['the words of a phrasing', 'hij is ziek, wie betaalt?', 'ziek-wie-betaalt'],
  ['its sibling when the verb differs', 'hoe moet hij zich ziek melden bij mij', 'ziek-melden'],
  ['a typo in the one word that counts', 'moet ik dimnoa doen', 'dimona-doen'],
  ['Flemish spelling', 'mag em me den tractor op de baan rijden', 'rijden-tractor'],
  ['a concept instead of the word', 'koorts, wie betaalt', 'ziek-wie-betaalt'],
  ['a keyword alone', 'gsm', 'gsm-werk'],
  [
    'the question at the end of a story',
    'Wij zijn met drie. De zomer was lang en het werk liep goed. De klant is tevreden. Mag hij met de tractor op straat?',
    'rijden-tractor',
  ],
])('%s decides', (_reason, text, id) => {
  expect(matcher.match(text).candidates[0]?.id).toBe(id);
});

test('the second candidate is of another topic before a sibling is repeated', () => {
  const [first, second] = matcher.match('ziek rsz').candidates;
  expect(first?.id).not.toBe(second?.id);
});

test('probabilities stay between 0 and 1 and never rise down the list', () => {
  for (const text of ['hij is ziek wie betaalt', 'blabla', '', 'tractor gsm dimona ziek']) {
    const { candidates, margin } = matcher.match(text);
    const scores = candidates.map(({ score }) => score);
    expect(scores.every((score) => score >= 0 && score <= 1)).toBe(true);
    expect([...scores].sort((a, b) => b - a)).toEqual(scores);
    expect(margin).toBeGreaterThanOrEqual(0);
  }
});

test('a question from elsewhere scores below one of ours, and is seen as not ours', () => {
  const ours = matcher.match('hij is ziek wie betaalt');
  const other = matcher.match('wat is het weer morgen in gent');
  expect(other.candidates[0]?.score ?? 0).toBeLessThan(ours.candidates[0]?.score ?? 0);
  expect(other.notOurs ?? 0).toBeGreaterThan(ours.notOurs ?? 1);
});

test('unknown words lower the known share', () => {
  expect(matcher.match('xyzzy plugh qwrtp').knownShare).toBe(0);
  expect(matcher.match('hij is ziek wie betaalt').knownShare).toBe(1);
});

test('training twice gives the same model', () => {
  expect(JSON.stringify(train(SMALL, { concepts }))).toBe(JSON.stringify(model));
});

test('a model survives JSON, and what was withdrawn is never offered', () => {
  const revived = createMatcher({
    model: JSON.parse(JSON.stringify(model)) as typeof model,
    concepts,
    items: SMALL.slice(1),
  });
  expect(revived.match('hij is ziek wie betaalt').candidates.map(({ id }) => id)).not.toContain('ziek-wie-betaalt');
});

test.each([
  ['one endless word', 'a'.repeat(8000)],
  ['eight thousand characters of text', 'hij is ziek en wie betaalt er dan. '.repeat(230)],
  [
    'a thousand unknown words',
    Array.from({ length: 1000 }, (_unused, at) => `zqx${at.toString(36).replace(/\d/g, 'w')}v`).join(' '),
  ],
  ['only signs', '?!… '.repeat(2000)],
])('%s is read to a bound and answered', (_name, text) => {
  matcher.match(text);
  expect(matcher.match(text).candidates.length).toBeLessThanOrEqual(5);
});
