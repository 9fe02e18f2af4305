const GREETING =
  /^(?:dag|hallo|hey|hoi|beste|goeiedag|goedendag|goeiemorgen|goedemorgen|goedemiddag)\b[^\n.?]{0,40}[,!]?\s*$/i;
const GREETING_BEFORE = /^(?:dag|hallo|hey|hoi|beste|goeiedag|goedendag)(?: \p{Lu}[\p{L}-]+){0,2}[,!]\s+/u;
const CLOSING =
  /^(?:(?:vriendelijke |hartelijke |met vriendelijke )?groet(?:en|jes)?|mvg|succes(?: ermee)?|veel succes|tot (?:snel|dan|ziens)|bedankt)\b[^\n]{0,30}$/i;

/** A letter's "Dag Jan," and "Groeten, An" are no part of an answer for everybody. */
export function withoutCourtesies(answer: string): string {
  const lines = answer.trim().split('\n');
  while (lines.length > 1 && (GREETING.test(lines[0]?.trim() ?? '') || lines[0]?.trim() === '')) lines.shift();
  const closing = lines.findIndex((line, index) => index > 0 && CLOSING.test(line.trim()));
  const kept = closing < 0 ? lines : lines.slice(0, closing);
  const text = kept.join('\n').trim().replace(GREETING_BEFORE, '');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
