import { PAGE_TEXTS } from '../texts.js';

export interface Away {
  /** The device has a network, but we are not there. */
  readonly onLine: boolean;
  /** Whether this device answers itself; null while we look. */
  readonly carries: boolean | null;
  /** Whether a message survives closing the page. */
  readonly keeps: boolean;
}

/** What is true without connection on this very device. */
export function sayAway({ onLine, carries, keeps }: Away): string {
  const why = onLine ? PAGE_TEXTS.unreachable : PAGE_TEXTS.offline;
  const fate = keeps ? PAGE_TEXTS.leavesLater : PAGE_TEXTS.leavesWhileOpen;
  return [why, fate, ...(carries === false ? [PAGE_TEXTS.noAnswerHere] : [])].join(' ');
}
