import type { Redis } from 'ioredis';
import { StartRefused } from '../start-refused.js';

/**
 * How keys and values are laid out; it stands in the key prefix. A release with a next layout first writes its number
 * beside the mark, from where on this one writes nothing any more, and then carries over what is there.
 */
export const LAYOUT = 1;

/** The field of the mark (see redis-mark.ts) that holds it; none was written before there was a second. */
export const LAYOUT_FIELD = 'layout';

export function layoutOf(found: string | null | undefined): number {
  return Number(found ?? '1');
}

/** No start, backup or move on data that a newer release laid out anew: here only the old copy would be seen. */
export async function refuseNewerLayout(redis: Redis, markKey: string): Promise<void> {
  const layout = layoutOf(await redis.hget(markKey, LAYOUT_FIELD));
  if (layout <= LAYOUT) return;
  throw new StartRefused(
    `de gegevens in Redis hebben indeling ${String(layout)}, deze versie kent er maar tot ${String(LAYOUT)}. ` +
      'Start een nieuwere versie, of zet de backup van vóór de overstap terug. Lees docs/beheer.md, "Een nieuwe versie".',
  );
}
