import { expect, test } from '@jest/globals';
import { followUpdates } from '../../web/mentor/offline/follow-updates.js';

const HOUR = 60 * 60_000;

/** A page in a browser, told what happens to it: what it did then. */
function live(
  happens: readonly ('newer' | 'away' | 'back' | number)[],
  { served = true, keeps = true } = {},
): readonly string[] {
  const did: string[] = [];
  const workers = Object.assign(new EventTarget(), {
    controller: served ? {} : null,
    getRegistration: () => {
      did.push('asks for a newer one');
      return Promise.resolve(undefined);
    },
  });
  const page = Object.assign(new EventTarget(), { hidden: false });
  let now = 0;
  followUpdates({
    workers,
    page,
    keepsAll: () => keeps,
    reload: () => {
      did.push('reloads');
    },
    now: () => now,
  });
  for (const event of happens) {
    if (typeof event === 'number') now += event;
    else if (event === 'newer') workers.dispatchEvent(new Event('controllerchange'));
    else {
      page.hidden = event === 'away';
      page.dispatchEvent(new Event('visibilitychange'));
    }
  }
  return did;
}

test.each([
  ['is not reloaded under its reader’s hands', ['newer'], {}, []],
  ['is reloaded when he looks away', ['newer', 'away'], {}, ['reloads']],
  ['is left alone when there is nothing newer', ['away', 'back', 'away'], {}, []],
  ['is left alone when its first worker arrives', ['newer', 'away'], { served: false }, []],
  ['is left alone when the phone could not keep what is typed', ['newer', 'away'], { keeps: false }, []],
  ['asks for a newer one after an hour', ['away', HOUR + 1, 'back', 'away', 'back'], {}, ['asks for a newer one']],
] as const)('a page %s', (_name, happens, browser, did) => {
  expect(live(happens, browser)).toEqual(did);
});
