import { isQuestion } from '../text/sentences.js';
import type { Evidence } from './combine.js';

/** From three sentences on a message is a story: its question may stand in one of them. */
const LEAST_SENTENCES = 3;
const MOST_SENTENCES = 10;
/** What the sentences weigh against the story as a whole. */
const SENTENCES_SHARE = 0.3;
const QUESTION_WEIGHT = 2;

/** Topic evidence of a story: the whole, mixed with its sentences, those that ask something counting more. */
export function mixStory(
  whole: Evidence,
  sentences: readonly string[],
  view: (sentence: string) => Evidence,
): Evidence {
  if (sentences.length < LEAST_SENTENCES) return whole;
  // The question tends to stand at the end.
  const read = sentences.slice(-MOST_SENTENCES);
  const sum = new Float32Array(whole.topics.length);
  let total = 0;
  for (const sentence of read) {
    const evidence = view(sentence);
    const weight = isQuestion(sentence) ? QUESTION_WEIGHT : 1;
    total += weight;
    evidence.topics.forEach((probability, topic) => {
      sum[topic] = (sum[topic] ?? 0) + weight * probability;
    });
  }
  const topics = whole.topics.map(
    (probability, topic) => (1 - SENTENCES_SHARE) * probability + (SENTENCES_SHARE * (sum[topic] ?? 0)) / (total || 1),
  );
  return { ...whole, topics };
}
