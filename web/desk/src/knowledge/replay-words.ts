import type { Replay } from '../../../../handlers/desk/learn/views.js';

export interface ReplaySaid {
  readonly color: 'success' | 'warning' | 'danger';
  readonly badge: string;
  /** What happens to questions of other entries; null when nothing does. */
  readonly elsewhere: string | null;
}

/** Learning anew always moves some questions; more lost than this many times what is won is no coincidence. */
const TOO_MANY = 2;
const FEW = 10;

/** What somebody who approves has to know first: does it hurt this entry, and does it hurt others beyond what always shifts. */
export function sayReplay(replay: Pick<Replay, 'worse' | 'better' | 'worseHere'>): ReplaySaid {
  const { worse } = replay;
  const here = replay.worseHere ?? worse;
  const there = worse - here;
  const better = replay.better ?? 0;
  if (worse === 0) return { color: 'success', badge: 'niets slechter', elsewhere: sayElsewhere(0, better) };
  const badly = there > better * TOO_MANY + FEW;
  return {
    color: here > 0 || badly ? 'danger' : 'warning',
    badge: here > 0 ? `${say(here)} slechter bij deze ingang` : 'niets slechter bij deze ingang',
    elsewhere: sayElsewhere(there, better, badly),
  };
}

function sayElsewhere(worse: number, better: number, badly = false): string | null {
  if (worse === 0) return better === 0 ? null : `${say(better)} beter dan nu.`;
  const counts = `Bij andere ingangen: ${say(worse)} slechter, ${say(better)} beter.`;
  return badly
    ? `${counts} Dat is meer dan wat altijd schuift: kijk het na.`
    : `${counts} Zoiets schuift altijd als de zoeker opnieuw leert.`;
}

const say = (count: number): string => count.toLocaleString('nl-BE');
