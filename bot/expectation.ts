import type { RehearsalOrder } from '../handlers/desk/learn/learn-deps.js';

/** First guesses, on a quiet machine; after that what the last one took. */
const TRAINING_MS = 15_000;
const QUESTION_MS = 0.7;
const TELL_MS = 1_000;

/** How one rehearsal goes. */
export interface Course {
  readonly trained: () => void;
  /** So many were asked; of these, so many were known from before. */
  readonly asked: (count: number, known: number) => void;
  readonly end: () => void;
}

/** Says how far a rehearsal is and how long it will still take, from how long the last one took. */
export function expectation(): {
  begin(questions: number, tell: RehearsalOrder['onProgress']): Course;
} {
  let trainingMs = TRAINING_MS;
  let questionMs = QUESTION_MS;
  return {
    begin: (questions, tell) => {
      const all = questions * 2;
      const began = performance.now();
      let trainedAt: number | null = null;
      let asked = 0;
      let fresh = 0;
      const say = (): void => {
        const now = performance.now();
        // Slower than the last one: it will take a little longer, again and again.
        const trainingLeft = trainedAt === null ? Math.max(trainingMs - (now - began), 2_000) : 0;
        const left = trainingLeft + Math.max(0, all - asked) * questionMs;
        const whole = now - began + left;
        tell({
          percent: Math.min(99, Math.round(((now - began) / Math.max(1, whole)) * 100)),
          secondsLeft: Math.ceil(left / 1_000),
        });
      };
      const timer = setInterval(say, TELL_MS);
      timer.unref();
      return {
        trained: () => {
          trainedAt = performance.now();
          trainingMs = trainedAt - began;
        },
        asked: (count, known) => {
          asked += count;
          fresh += count - known;
          if (trainedAt !== null && fresh > 0) questionMs = (performance.now() - trainedAt) / fresh;
        },
        end: () => {
          clearInterval(timer);
        },
      };
    },
  };
}
