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

/** How long it will still take. Training that is slower than thought says that the questions will be, too. */
export function leftMs(so: {
  /** In training, so far or altogether. */
  readonly spentMs: number;
  /** How long training was thought to take. */
  readonly trainingMs: number;
  readonly trained: boolean;
  /** Still to be asked. */
  readonly questions: number;
  readonly questionMs: number;
  /** Whether `questionMs` comes from this very rehearsal. */
  readonly measured: boolean;
}): number {
  const slow = so.measured ? 1 : Math.max(1, so.spentMs / so.trainingMs);
  const training = so.trained ? 0 : Math.max(so.trainingMs - so.spentMs, so.spentMs * 0.2, 2_000);
  return training + so.questions * so.questionMs * slow;
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
      const guessMs = trainingMs;
      let trainedAt: number | null = null;
      let asked = 0;
      let fresh = 0;
      const say = (): void => {
        const now = performance.now();
        const left = leftMs({
          spentMs: (trainedAt ?? now) - began,
          trainingMs: guessMs,
          trained: trainedAt !== null,
          questions: Math.max(0, all - asked),
          questionMs,
          measured: fresh > 0,
        });
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
