import type { Entry, Item, Slot } from './entry.js';
import type { Library } from './library.js';
import type { Problem } from './problem.js';

type Place = (file: string, path: readonly (string | number)[]) => number;

/** What only the whole library can tell: dead references, and variants that no question leads to. Errors refuse the library. */
export function checkLibrary(library: Library, place: Place): readonly Problem[] {
  const signals = library.signals.flatMap(({ next, file }): Problem[] =>
    next === null || library.items.has(next)
      ? []
      : [{ file, line: place(file, ['next']), message: `next "${next}" bestaat niet`, severity: 'error' }],
  );
  const items = [...library.items.values()].flatMap((item) => [
    ...deadReferences(item, library, place),
    ...(item.kind === 'entry' ? slotProblems(item, place) : []),
    ...datesProblem(item, place),
    ...coachProblem(item, place),
  ]);
  return [...signals, ...items];
}

function deadReferences(item: Item, library: Library, place: Place): Problem[] {
  const problem = (path: readonly (string | number)[], message: string): Problem => ({
    file: item.file,
    line: place(item.file, path),
    message,
    severity: 'error',
  });
  const related = item.related.flatMap((id, index) =>
    library.items.has(id) ? [] : [problem(['related', index], `related "${id}" bestaat niet`)],
  );
  const helpers = (item.kind === 'term' ? [] : item.helpers).flatMap((id, index) =>
    library.organisations.has(id)
      ? []
      : [problem(['helpers', index], `helper "${id}" staat niet in organisations.yaml`)],
  );
  const sources = item.sources.flatMap(({ doc, ref }, index) =>
    doc === 'officieel' || doc === 'coach' || ref in library.sources.topics || ref in library.sources.facts
      ? []
      : [problem(['sources', index], `bron "${ref}" staat niet in sources.yaml`)],
  );
  return [...related, ...helpers, ...sources];
}

function slotProblems(entry: Entry, place: Place): Problem[] {
  const used = new Set(entry.variants.flatMap((variant) => Object.keys(variant.when) as Slot[]));
  const missing = [...used].filter((slot) => !entry.dependsOn.includes(slot));
  const idle = entry.dependsOn.filter((slot) => !used.has(slot));
  return [
    ...missing.map((slot) => `er is een variant voor "${slot}", maar depends_on noemt het niet`),
    ...idle.map((slot) => `depends_on noemt "${slot}", maar er is geen variant voor`),
  ].map((message) => ({ file: entry.file, line: place(entry.file, ['depends_on']), message, severity: 'error' }));
}

function datesProblem(item: Item, place: Place): Problem[] {
  if (item.reviewBy > item.checked) return [];
  const line = place(item.file, ['review_by']);
  return [{ file: item.file, line, message: 'review_by moet na checked liggen', severity: 'error' }];
}

/** What a coach answered is what somebody who knows says; only a source that others can look up confirms it. */
function coachProblem(item: Item, place: Place): Problem[] {
  if (item.certainty !== 'bevestigd' || item.sources.some(({ doc }) => doc !== 'coach')) return [];
  const message = 'certainty kan niet "bevestigd" zijn met alleen een coach als bron: noem een bron die het bevestigt';
  return [{ file: item.file, line: place(item.file, ['certainty']), message, severity: 'error' }];
}
