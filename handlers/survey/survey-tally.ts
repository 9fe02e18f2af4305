import type { TurnEvent } from '../events.js';

/** What came in for one survey. Holds no person and no order: words are kept apart from everything else. */
export interface SurveyTally {
  readonly steps: Map<Extract<TurnEvent, { type: 'survey' }>['step'], number>;
  /** Per question: how often each figure or choice was given. */
  readonly counts: Map<number, Map<number, number>>;
  /** Per open question: the masked words. */
  readonly words: Map<number, string[]>;
}

/** The same survey over several logs, as one. */
export function joinSurveys(logs: readonly ReadonlyMap<string, SurveyTally>[]): ReadonlyMap<string, SurveyTally> {
  const joined = new Map<string, SurveyTally>();
  for (const [id, part] of logs.flatMap((surveys) => [...surveys])) {
    const known: SurveyTally = joined.get(id) ?? { steps: new Map(), counts: new Map(), words: new Map() };
    joined.set(id, known);
    for (const [step, count] of part.steps) known.steps.set(step, (known.steps.get(step) ?? 0) + count);
    for (const [at, said] of part.words) known.words.set(at, [...(known.words.get(at) ?? []), ...said]);
    for (const [at, given] of part.counts) {
      const sum = known.counts.get(at) ?? new Map<number, number>();
      for (const [answer, count] of given) sum.set(answer, (sum.get(answer) ?? 0) + count);
      known.counts.set(at, sum);
    }
  }
  return joined;
}

export function addSurveyEvent(surveys: Map<string, SurveyTally>, event: TurnEvent): void {
  if (event.type !== 'survey' && event.type !== 'survey-answer') return;
  const tally: SurveyTally = surveys.get(event.survey) ?? { steps: new Map(), counts: new Map(), words: new Map() };
  surveys.set(event.survey, tally);
  if (event.type === 'survey') {
    tally.steps.set(event.step, (tally.steps.get(event.step) ?? 0) + 1);
  } else if (typeof event.answer === 'string') {
    tally.words.set(event.question, [...(tally.words.get(event.question) ?? []), event.answer]);
  } else {
    const counts = tally.counts.get(event.question) ?? new Map<number, number>();
    counts.set(event.answer, (counts.get(event.answer) ?? 0) + 1);
    tally.counts.set(event.question, counts);
  }
}
