import type { Line } from '../talk/talk.js';

/** The bot's codes to go on elsewhere hold for a quarter of an hour. */
export const HOLDS_MS = 15 * 60_000;

/** A code to go on elsewhere, as the bot gave it. */
export interface GoOn {
  /** "ML-7KQ4-92XD". */
  readonly code: string;
  /** Opens WhatsApp with the code typed; null when this helpline is not on WhatsApp. */
  readonly whatsapp: string | null;
}

const CODE = 'ML-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}';
const LINK = new RegExp(`/verder/(${CODE})(?![\\w-])`);
const WHATSAPP = /\((https:\/\/wa\.me\/\d+\?text=[\w%.~-]+)\)/;
const HASH = new RegExp(`^#verder=(${CODE})$`);

/** The code in a line of the bot; null in every other line. A coach's words are never one. */
export function goOnIn(line: Line): GoOn | null {
  if (line.kind !== 'bot' || line.parts.some(({ kind }) => kind !== 'text')) return null;
  const words = line.parts.map(({ markdown }) => markdown).join('\n');
  const code = LINK.exec(words)?.[1];
  return code === undefined ? null : { code, whatsapp: WHATSAPP.exec(words)?.[1] ?? null };
}

/** Only the code that was made last opens the conversation. */
export function lastGoOn(lines: readonly Line[]): string | null {
  return lines.findLast((line) => goOnIn(line) !== null)?.key ?? null;
}

/** The code stands behind `#`: browsers send that to nobody, so that no log keeps it. */
export function goOnLink(origin: string, code: string): string {
  return `${origin}/#verder=${code}`;
}

/** The code with which this page was opened; null when it was not. */
export function invitationIn(hash: string): string | null {
  return HASH.exec(hash)?.[1] ?? null;
}
