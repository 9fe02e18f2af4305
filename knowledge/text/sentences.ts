/** Longest text read (characters): what lies between the first and the last part of a longer one is left out. */
export const LONGEST_TEXT = 2400;
const MOST_SENTENCES = 24;

/** A message -> its sentences, at most 24; an over-long message keeps its start and its end, where the question stands. */
export function splitSentences(text: string): string[] {
  const kept =
    text.length <= LONGEST_TEXT ? text : `${text.slice(0, LONGEST_TEXT / 3)}. ${text.slice(-(LONGEST_TEXT * 2) / 3)}`;
  const sentences = kept
    .split(/(?<=[.!?…])\s+|\n+|(?<=\?)/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
  if (sentences.length <= MOST_SENTENCES) return sentences;
  return [...sentences.slice(0, MOST_SENTENCES / 3), ...sentences.slice((-MOST_SENTENCES * 2) / 3)];
}

/** Whether a sentence asks something: a question mark, or a question or modal verb in front. */
export function isQuestion(sentence: string): boolean {
  return (
    sentence.includes('?') ||
    /^\s*(?:en |maar |of )?(?:mag|mogen|moet|moeten|kan|kun|wie|wat|wa|waar|wanneer|hoe|hoeveel|welke?|waarom|is|zijn|heb|moete|kunde|krijg)\b/i.test(
      sentence,
    )
  );
}
