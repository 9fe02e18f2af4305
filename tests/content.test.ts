import { beforeAll, describe, expect, test } from '@jest/globals';
import { join } from 'node:path';
import { knowledgeBuilder } from '../bot/build-knowledge.js';
import type { KnowledgeNow } from '../handlers/ports.js';
import { SENSITIVE } from '../handlers/turn/worth-offering.js';
import type { Library } from '../knowledge/library.js';
import { loadLibrary } from '../knowledge/load-library.js';
import { formatProblem } from '../knowledge/problem.js';
import { reviewProblems } from '../knowledge/review.js';

const root = join(import.meta.dirname, '..');
let library: Library;
let knowledge: KnowledgeNow;

beforeAll(async () => {
  const loaded = await loadLibrary(join(root, 'knowledge'));
  if (!loaded.library) throw new Error(loaded.problems.map(formatProblem).join('\n'));
  library = loaded.library;
  knowledge = await knowledgeBuilder(join(root, '.cache')).build(library);
});

describe('the real knowledge', () => {
  test('has no warning of the editor’s check', () => {
    expect(reviewProblems(library, '2026-11-21').map(formatProblem)).toEqual([]);
  });

  test('has the size that was asked for', () => {
    expect(library.entries.length).toBeGreaterThanOrEqual(180);
    expect(library.terms.length).toBeGreaterThanOrEqual(120);
    expect(library.checklists.length).toBeGreaterThanOrEqual(16);
    expect(library.concepts.size).toBeGreaterThanOrEqual(400);
    expect(Math.min(...library.entries.map(({ phrasings }) => phrasings.length))).toBeGreaterThanOrEqual(25);
  });

  test.each(['dimona', 'arbeidsongevallen', 'ziekte', 'vakantie', 'veiligheid'])('theme %s is there', (theme) => {
    expect(library.entries.filter((entry) => entry.theme === theme).length).toBeGreaterThanOrEqual(8);
  });

  test('has every entry that is not offered as a mere guess', () => {
    const ids = new Set<string>(library.entries.map(({ id }) => id));
    expect([...SENSITIVE].filter((id) => !ids.has(id))).toEqual([]);
  });

  test('leaves no mentor’s question of the sources without an entry', () => {
    const used = new Set(library.entries.flatMap(({ sources }) => sources.map(({ ref }) => ref)));
    const topics = Object.keys(library.sources.topics).filter((id) => /^q\d+$/.test(id));
    expect(topics).toHaveLength(55);
    expect(topics.filter((id) => !used.has(id))).toEqual([]);
  });

  test('uses every fact about the rules of today', () => {
    const used = new Set([...library.items.values()].flatMap(({ sources }) => sources.map(({ ref }) => ref)));
    expect(Object.keys(library.sources.facts).filter((id) => !used.has(id))).toEqual([]);
  });

  test('names a person or a service wherever a law is not certain', () => {
    const silent = library.entries.filter(
      ({ certainty, helpers }) => certainty === 'te-controleren' && helpers.length === 0,
    );
    expect(silent.map(({ id }) => id)).toEqual([]);
  });

  test('every entry’s question leads to that entry', () => {
    const lost = library.entries.filter(
      ({ id, title }) => !knowledge.matcher.match(title, { limit: 3 }).candidates.some((one) => one.id === id),
    );
    expect(lost.map(({ id }) => id)).toEqual([]);
  });

  test('every entry’s first phrasing leads to that entry', () => {
    const lost = library.entries.filter(
      ({ id, phrasings }) =>
        !knowledge.matcher.match(phrasings[0] ?? '', { limit: 3 }).candidates.some((one) => one.id === id),
    );
    expect(lost.map(({ id }) => id)).toEqual([]);
  });

  test('every term is found by its own name', () => {
    const lost = library.terms.filter(
      ({ id, title }) => knowledge.findNamed(`wat is ${title.replace(/ \(.*\)$/, '')}`)?.id !== id,
    );
    expect(lost.map(({ id }) => id)).toEqual([]);
  });

  test('every checklist is found by its own name', () => {
    const lost = library.checklists.filter(({ id, title }) => knowledge.findNamed(`checklist ${title}`)?.id !== id);
    expect(lost.map(({ id }) => id)).toEqual([]);
  });
});
