import { beforeEach, describe, expect, test } from '@jest/globals';
import { MemoryStore } from '../../bot/state/memory/memory-store.js';
import { deletesOf, filesOf, findFile, keepFile, MAX_FILE_BYTES, readFile } from '../../handlers/attachments.js';
import { fileTypeOf } from '../../handlers/file-type.js';
import { conversationKey, type ConversationKey } from '../../handlers/message.js';
import { PDF, PNG, WAV } from '../support/small-files.js';
import { Stage } from '../support/stage.js';

const JAN = conversationKey('web', 'jan');
const ftyp = (brand: string): Buffer => Buffer.from(`\0\0\0\x18ftyp${brand}\0\0\0\0`, 'latin1');
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

describe('what a file is', () => {
  test.each<readonly [string, Buffer, string | null, string | null, boolean]>([
    ['a photo', PNG, 'image/png', 'image/png', true],
    ['a photo that says it is a page', PNG, 'text/html', 'image/png', true],
    ['a photo of a camera', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), null, 'image/jpeg', true],
    ['a voice note of WhatsApp', Buffer.from('OggS\0\x02'), 'audio/ogg; codecs=opus', 'audio/ogg', true],
    ['a voice note of a browser', Buffer.from([0x1a, 0x45, 0xdf, 0xa3]), 'audio/webm;codecs=opus', 'audio/webm', true],
    ['a film of a browser', Buffer.from([0x1a, 0x45, 0xdf, 0xa3]), 'video/webm', 'video/webm', true],
    ['a voice note of an iPhone', ftyp('M4A '), 'application/octet-stream', 'audio/mp4', true],
    ['a film of a phone', ftyp('isom'), 'video/mp4', 'video/mp4', true],
    ['sound in an old format', WAV, 'audio/x-wav', 'audio/wav', true],
    ['a photo no browser shows', ftyp('heic'), 'image/heic', 'image/heic', false],
    ['a PDF', PDF, 'application/pdf', 'application/pdf', false],
    ['a letter', Buffer.from('PK\x03\x04'), WORD, WORD, false],
    ['an archive', Buffer.from('PK\x03\x04'), 'application/zip', null, false],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'), 'image/png', null, false],
    ['a drawing with script', Buffer.from('<svg onload="alert(1)"/>'), 'image/svg+xml', null, false],
    ['a program', Buffer.from('MZ\x90\0'), 'image/jpeg', null, false],
    ['nothing', Buffer.alloc(0), 'image/png', null, false],
  ])('%s', (_name, bytes, declared, contentType, shown) => {
    const found = fileTypeOf(bytes, declared);
    expect([found?.contentType ?? null, found?.shown ?? false]).toEqual([contentType, shown]);
  });
});

describe('keeping a file', () => {
  let stage: Stage;
  let store: MemoryStore;
  beforeEach(() => {
    store = new MemoryStore();
    stage = new Stage(store);
  });
  const keep = (bytes: Buffer, more: { id?: string; conversation?: ConversationKey } = {}) =>
    keepFile(stage.deps, { conversation: JAN, name: 'foto.png', contentType: 'image/png', bytes, ...more });
  const big = (size: number): Buffer => Buffer.concat([PNG, Buffer.alloc(size - PNG.length, 7)]);

  test('gives back every byte of the largest file', async () => {
    const bytes = big(MAX_FILE_BYTES);
    const { file = '' } = await keep(bytes);
    const head = await findFile(store, file);
    expect(head).toMatchObject({ contentType: 'image/png', size: MAX_FILE_BYTES, conversation: JAN });
    expect(head && (await readFile(store, head))?.equals(bytes)).toBe(true);
  });

  test('refuses one that is a byte too large, and leaves nothing behind', async () => {
    await expect(keep(big(MAX_FILE_BYTES + 1))).rejects.toMatchObject({ code: 'too-large' });
    await expect(keep(Buffer.from('<svg/>'))).rejects.toMatchObject({ code: 'bad-request' });
    expect(await filesOf(store, JAN)).toEqual([]);
  });

  test('keeps a file once, however often it is fetched under the same name', async () => {
    await keep(PNG, { id: 'wa-1' });
    await keep(PNG, { id: 'wa-1' });
    expect((await filesOf(store, JAN)).map(({ id }) => id)).toEqual(['wa-1']);
  });

  test('lets go of every piece when it is deleted, and of its own only', async () => {
    await keep(big(600_000), { id: 'mine' });
    await keep(PNG, { id: 'other', conversation: conversationKey('web', 'piet') });
    await store.commit({ deletes: (await filesOf(store, JAN)).flatMap(deletesOf) });
    expect(await findFile(store, 'mine')).toBeNull();
    expect(await store.get('attachment', 'mine.2')).toBeNull();
    expect(await findFile(store, 'other')).not.toBeNull();
  });

  test('is gone when its time is over', async () => {
    await keep(big(600_000), { id: 'old' });
    await store.sweep(new Date('2027-11-21'));
    expect([await findFile(store, 'old'), await store.get('attachment', 'old.0')]).toEqual([null, null]);
  });
});

describe('a file in a conversation', () => {
  const photo = {
    kind: 'image',
    name: 'hek.png',
    contentType: 'image/png',
    reference: null,
    file: 'f1',
    size: 9,
  } as const;

  test('goes along with the question that follows it', async () => {
    const stage = new Stage();
    const first = await stage.say('', { attachments: [photo] });
    expect(first.reply.buttons.map(({ label }) => label)).toEqual(['Vraag de coach']);
    expect(first.text).toContain('Een coach kan ze wel bekijken');
    await stage.press({ do: 'ask-coach' });
    await stage.say('mag dit hek zo blijven staan');
    expect((await stage.tickets()).map(({ attachments }) => attachments)).toEqual([[photo]]);
    expect((await stage.conversation())?.files).toEqual([]);
  });

  test('goes along when the bot answered first and the asker wants a coach after all', async () => {
    const stage = new Stage();
    await stage.say('iets waar de bot niets van weet', { attachments: [photo] });
    await stage.say('coach');
    expect((await stage.tickets())[0]?.attachments).toEqual([photo]);
  });

  test('is erased with everything else of the asker', async () => {
    const stage = new Stage();
    await keepFile(stage.deps, { conversation: JAN, name: null, contentType: null, bytes: PNG, id: 'f1' });
    await stage.say('', { attachments: [photo] });
    await stage.press({ do: 'erase-confirmed' });
    expect(await findFile(stage.store, 'f1')).toBeNull();
  });
});
