import type { Overlay } from '../../../knowledge/overlay.js';
import type { Store } from '../../ports.js';
import { readHeads, readStamp } from './published.js';

/** What coaches published, for whoever holds the knowledge in force. */
export interface OverlaySource {
  /** Goes up with everything that is published; 0 when nothing is. */
  stamp(): Promise<number>;
  read(): Promise<readonly Overlay[]>;
}

export const NOTHING_PUBLISHED: OverlaySource = { stamp: () => Promise.resolve(0), read: () => Promise.resolve([]) };

export function overlaysIn(store: Store): OverlaySource {
  return {
    stamp: async () => (await readStamp(store))?.body.number ?? 0,
    read: async () => (await readHeads(store)).map(({ body }) => body.overlay),
  };
}
