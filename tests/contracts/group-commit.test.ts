import { expect, test } from '@jest/globals';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Database } from '../../bot/state/sqlite/database.js';
import { DiskSync } from '../../bot/state/sqlite/disk-sync.js';
import { GroupCommit } from '../../bot/state/sqlite/group-commit.js';
import { touchesKind, touchesLog, touchesRecord } from '../../bot/state/sqlite/touches.js';
import type { Commit } from '../../handlers/ports.js';

const put = (id: string): Commit => ({ puts: [{ kind: 'setting', id, body: {}, expect: 'absent' }] });

/** A disk that says when it is done. */
function slowDisk() {
  const trips: { done: () => void; fail: (error: Error) => void }[] = [];
  const written: string[] = [];
  const group = new GroupCommit({
    mayWrite: () => undefined,
    db: new Database(join(mkdtempSync(join(tmpdir(), 'mentorlijn-group-')), 'a.sqlite')),
    apply: (commit) => {
      const id = commit.puts?.[0]?.id ?? '';
      if (id === 'bad') throw new Error('cannot be written');
      written.push(id);
      return { ok: true, seqs: [] };
    },
    count: () => undefined,
    toDisk: () => new Promise<void>((done, fail) => trips.push({ done, fail })),
    after: () => undefined,
  });
  const soon = async (): Promise<void> => {
    for (let turn = 0; turn < 3; turn += 1) await new Promise((go) => setImmediate(go));
  };
  return { group, trips, written, soon };
}

test('a commit is answered once it is on disk, and those that come meanwhile go together', async () => {
  const { group, trips, written, soon } = slowDisk();
  const answered: string[] = [];
  const say = (id: string) => group.add(put(id)).then(() => answered.push(id));
  const first = say('a');
  await soon();
  const others = [say('b'), say('c')];
  await soon();
  expect({ written, answered, trips: trips.length }).toEqual({ written: ['a'], answered: [], trips: 1 });
  trips[0]?.done();
  await first;
  await soon();
  expect({ written, answered, trips: trips.length }).toEqual({ written: ['a', 'b', 'c'], answered: ['a'], trips: 2 });
  trips[1]?.done();
  await Promise.all(others);
  await group.idle();
  expect(answered).toEqual(['a', 'b', 'c']);
});

test('what is on its way to the disk is waited for by who reads it, by nobody else', async () => {
  const { group, trips, soon } = slowDisk();
  const done = group.add({ ...put('a'), appends: [{ log: 'talk', body: {} }] });
  await soon();
  const waits = [
    touchesRecord('setting', 'a'),
    touchesRecord('setting', 'b'),
    touchesRecord('coach', 'a'),
    touchesKind('setting'),
    touchesKind('coach'),
    touchesLog('talk'),
    touchesLog('other'),
  ].map((touches) => group.landing(touches) !== null);
  expect(waits).toEqual([true, false, false, true, false, true, false]);
  trips[0]?.done();
  await done;
  expect(group.landing(touchesRecord('setting', 'a'))).toBeNull();
});

test('one that cannot be written fails alone', async () => {
  const { group, trips, soon } = slowDisk();
  const all = Promise.allSettled(['a', 'bad', 'b'].map((id) => group.add(put(id))));
  for (let trip = 0; trip < 2; trip += 1) {
    await soon();
    trips[trip]?.done();
  }
  expect((await all).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});

test('a disk that fails fails everybody on that trip, and nothing is written twice', async () => {
  const { group, trips, written, soon } = slowDisk();
  const all = Promise.allSettled([group.add(put('a')), group.add(put('b'))]);
  await soon();
  trips[0]?.fail(new Error('no space'));
  expect((await all).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(written).toEqual(['a', 'b']);
});

test('after a failed trip the disk is not trusted again', async () => {
  const disk = new DiskSync(join(mkdtempSync(join(tmpdir(), 'mentorlijn-disk-')), 'not-there.sqlite'));
  await expect(disk.wait()).rejects.toThrow('the disk did not take');
  expect(() => {
    disk.check();
  }).toThrow('the disk did not take');
});
