import { describe, expect, test } from '@jest/globals';
import { Basket } from '../../web/mentor/files/basket.js';
import { contentTypeOf, kindOf, problemOf, type FileNote } from '../../web/mentor/files/file-note.js';
import { letGo, tidy, type FileShelf, type KeptFile } from '../../web/mentor/files/file-shelf.js';
import { soundName } from '../../web/mentor/files/texts.js';
import { DeviceState } from '../../web/mentor/talk/device-state.js';
import { add, moveTo, nextDue, settle } from '../../web/mentor/talk/queue.js';
import { EMPTY_TALK, receive, say } from '../../web/mentor/talk/talk.js';
import { parsePage } from '../../web/mentor/talk/activity.js';

const MB = 1024 * 1024;
const note = (id: string, size = MB): FileNote => ({
  id,
  kind: 'image',
  name: `${id}.jpg`,
  contentType: 'image/jpeg',
  size,
});

test.each([
  ['brief.pdf', '', 'application/pdf', 'document'],
  ['IMG.HEIC', 'application/octet-stream', 'image/heic', 'image'],
  ['opname.m4a', 'audio/x-m4a', 'audio/x-m4a', 'audio'],
  ['tekening.svg', 'image/svg+xml', 'image/svg+xml', null],
  ['pagina.html', 'text/html', 'text/html', null],
  ['zonder', '', '', null],
])('%s that says %j is %j: %j', (name, said, contentType, kind) => {
  const type = contentTypeOf(name, said);
  expect([type, kindOf(type)]).toEqual([contentType, kind]);
});

test.each([
  ['one that fits', 4 * MB, 'image/jpeg', 1, null],
  ['a byte too many', 5 * MB + 1, 'image/jpeg', 0, 'too-large'],
  ['too much together', 3 * MB, 'image/jpeg', 3, 'together-too-large'],
  ['a sixth', 10, 'image/jpeg', 5, 'too-many'],
  ['nothing in it', 0, 'image/jpeg', 0, 'empty'],
  ['a program', 10, 'application/x-msdownload', 0, 'kind'],
])('a file beside others: %s', (_name, size, contentType, others, problem) => {
  const beside = Array.from({ length: others }, (_, index) => note(String(index), others === 5 ? 1 : MB));
  expect(problemOf({ size, contentType }, beside)).toBe(problem);
});

test('a voice note says how long it is, as the phone that made it names such files', () => {
  expect([soundName(7, 'audio/webm'), soundName(125, 'audio/mp4')]).toEqual([
    'Spraakbericht 0m07.webm',
    'Spraakbericht 2m05.m4a',
  ]);
});

describe('words and files on their way', () => {
  const item = (clientId: string, files?: readonly FileNote[]) =>
    ({ clientId, kind: 'message', text: clientId, action: null, ...(files ? { files } : {}) }) as const;
  const both = add(add([], item('foto', [note('1')]), 0), item('vraag'), 0);

  test('each has a way of its own: words never wait behind a photo', () => {
    expect([nextDue(both, 0, 'words')?.clientId, nextDue(both, 0, 'files')?.clientId]).toEqual(['vraag', 'foto']);
  });

  test('nothing overtakes the first words of a conversation', () => {
    const start = { clientId: 'start', kind: 'start', text: '', action: null } as const;
    const queue = [...add([], start, 0), ...moveTo(both, 'c')];
    expect(nextDue(queue, 0, 'files')).toBeNull();
    expect(nextDue(settle(queue, 'start', { kind: 'sent' }, 0, 0), 0, 'files')?.clientId).toBe('foto');
  });

  test('a refused one tells why', () => {
    const queue = settle(both, 'foto', { kind: 'refused', reason: 'too-large' }, 0, 0);
    expect(queue[0]).toMatchObject({ state: 'refused', reason: 'too-large' });
  });

  test('an answer to words that overtook a photo stands under those words', () => {
    const at = '2026-11-21T09:00:00Z';
    const photo = { kind: 'own', key: 'foto', text: '', files: [note('1')], at } as const;
    const asked = say(say(EMPTY_TALK, photo), { kind: 'own', key: 'vraag', text: 'vraag', at });
    const page = parsePage({
      activities: [
        { type: 'message', id: '1', text: 'vraag', from: { id: 'me' }, channelData: { clientActivityID: 'vraag' } },
        { type: 'message', id: '2', text: 'antwoord', from: { id: 'mentorlijn' } },
      ],
      watermark: '2',
    });
    expect(receive(asked, page, ['foto']).lines.map(({ key }) => key)).toEqual(['foto', 'vraag', '2']);
  });

  test('a file from another tab is named, without its bytes', () => {
    const [own] = parsePage({
      activities: [
        {
          type: 'message',
          id: 'c|7',
          from: { id: 'me' },
          attachments: [{ contentType: 'image/jpeg', name: 'hek.jpg', content: { file: 'geheim', size: 9 } }, 5],
        },
      ],
    }).activities;
    expect(own?.files[0]).toEqual({ ...note('c|7.0', 9), name: 'hek.jpg' });
  });
});

class MemoryShelf implements FileShelf {
  readonly kept = new Map<string, KeptFile>();
  keepsAll = (): boolean => false;
  get = (id: string) => Promise.resolve(this.kept.get(id) ?? null);
  ids = () => Promise.resolve([...this.kept.keys()]);
  put = (id: string, file: KeptFile): Promise<void> => {
    this.kept.set(id, file);
    return Promise.resolve();
  };
  remove = (id: string): Promise<void> => {
    this.kept.delete(id);
    return Promise.resolve();
  };
}

describe('the shelf of files', () => {
  const file = (thumb: string | null, at = 10): KeptFile => ({ bytes: new Blob(['x']), thumb, at });

  test('keeps what is spoken of, and what another tab may just be putting there', async () => {
    const shelf = new MemoryShelf();
    for (const [id, at] of [['spoken', 1], ['old', 1], ['young', 99]] as const) await shelf.put(id, file(null, at)); // prettier-ignore
    await tidy(shelf, new Set(['spoken']), 50);
    expect(await shelf.ids()).toEqual(['spoken', 'young']);
  });

  test('of what the server has, only the small picture stays', async () => {
    const shelf = new MemoryShelf();
    await shelf.put('photo', file('data:image/jpeg;base64,x'));
    await shelf.put('sound', file(null));
    await letGo(shelf, 'photo');
    await letGo(shelf, 'sound');
    expect([...shelf.kept]).toEqual([['photo', { ...file('data:image/jpeg;base64,x'), bytes: null }]]);
  });
});

test('a basket keeps what was chosen, names what is gone, and takes back what was not sent', async () => {
  const kept = new Map<string, string>();
  const device = new DeviceState({
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  });
  const shelf = new MemoryShelf();
  const problems: string[] = [];
  let ids = 0;
  const basket = new Basket({
    device,
    shelf,
    shrink: () => Promise.resolve({ blob: new Blob(['klein'], { type: 'image/jpeg' }), thumb: 'data:,' }),
    newId: () => String((ids += 1)),
    now: () => 0,
    onChange: () => undefined,
    onProblem: (text) => problems.push(text),
  });
  const well = await basket.add([
    new File(['x'.repeat(99)], 'hek.heic', { type: 'image/heic' }),
    new File(['y'], 'a.exe', { type: 'application/x-msdownload' }),
  ]);
  expect([well, basket.notes().map(({ name, size }) => `${name} ${String(size)}`)]).toEqual([false, ['hek.jpg 5']]);
  const taken = basket.take();
  expect([taken.length, basket.notes().length]).toEqual([1, 0]);
  await basket.putBack(taken);
  shelf.kept.clear();
  await basket.check();
  expect([basket.notes().length, problems.length, problems.at(-1)]).toEqual([
    0,
    2,
    'hek.jpg staat niet meer op dit toestel. Kies het opnieuw.',
  ]);
});
