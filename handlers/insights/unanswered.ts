import type { Theme } from '../../knowledge/entry.js';
import { groupAlike } from './likeness.js';
import type { OpenQuestion } from './tally.js';
import type { UnansweredGroup } from './views.js';

/** The newest different questions that are grouped: more would only slow the page. */
const MOST_QUESTIONS = 4_000;
const MOST_GROUPS = 60;
const MOST_OTHERS = 8;
/** A word or two is a slip of the thumb more often than a question. */
const FEWEST_LETTERS = 6;

/** Questions without a direct answer, alike ones together, the most asked first. */
export function unansweredGroups(
  questions: readonly OpenQuestion[],
  themeOf: (text: string) => Theme | null,
): readonly UnansweredGroup[] {
  return groupAlike(distinct(questions))
    .map(({ members }) => {
      const texts = members.map(({ text }) => text);
      const example = plainest(texts);
      return {
        example,
        others: texts.filter((text) => text !== example).slice(0, MOST_OTHERS),
        count: members.reduce((total, { times }) => total + times, 0),
        last: members.reduce((last, { day }) => (day > last ? day : last), ''),
      };
    })
    .sort((a, b) => b.count - a.count || (a.last < b.last ? 1 : -1))
    .slice(0, MOST_GROUPS)
    .map((group) => ({ ...group, theme: themeOf(group.example) }));
}

function distinct(questions: readonly OpenQuestion[]): readonly (OpenQuestion & { times: number })[] {
  const known = new Map<string, { text: string; day: string; times: number }>();
  for (const { text, day } of [...questions].reverse()) {
    const key = text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
    if (key.length < FEWEST_LETTERS) continue;
    const same = known.get(key);
    if (same) {
      same.times += 1;
      if (day > same.day) same.day = day;
    } else if (known.size < MOST_QUESTIONS) known.set(key, { text, day, times: 1 });
  }
  return [...known.values()];
}

/** Of several ways to say it: neither the shortest, which says too little, nor the longest, which tells a story. */
function plainest(texts: readonly string[]): string {
  const sorted = [...texts].sort((a, b) => a.length - b.length);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? '';
}
