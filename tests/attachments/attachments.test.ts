import { beforeEach, describe, expect, test } from '@jest/globals';
import { MemoryStore } from '../../bot/state/memory/memory-store.js';
import { filesOf, findFile, keepFile, MAX_FILE_BYTES, readFile } from '../../handlers/attachments.js';
import { fileTypeOf } from '../../handlers/file-type.js';
import { conversationKey, type ConversationKey } from '../../handlers/message.js';
import { erasureOf } from '../../handlers/privacy/erase.js';
import { putTicket } from '../../handlers/records.js';
import type { Ticket } from '../../handlers/ticket.js';
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

  test('goes with every piece when its person is erased, and his only', async () => {
    await keep(big(600_000), { id: 'mine' });
    await keep(PNG, { id: 'other', conversation: conversationKey('web', 'piet') });
    const now = new Date('2026-11-21T12:00:00Z');
    await store.commit(await erasureOf(store, JAN, { now, until: now.toISOString() }));
    expect(await findFile(store, 'mine')).toBeNull();
    expect(await Promise.all(['mine.0', 'mine.1', 'mine.2'].map((id) => store.get('attachment', id)))).toEqual([
      null,
      null,
      null,
    ]);
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

  const voice = { ...photo, kind: 'audio', name: null, contentType: 'audio/ogg', file: 'f2' } as const;
  const asked = async (stage: Stage) =>
    (await stage.tickets()).map(({ question, attachments }) => [question, attachments]);

  test('is the question itself when no word comes with it', async () => {
    const stage = new Stage();
    const first = await stage.say('', { attachments: [photo] });
    expect(first.reply.buttons.map(({ label }) => label)).toEqual(['Vraag de coach']);
    expect(first.text).toContain('Een coach kan dat wel');
    expect((await stage.press({ do: 'ask-coach' })).text).toContain('nummer 1001');
    expect(await asked(stage)).toEqual([['1 foto zonder tekst.', [photo]]]);
    expect((await stage.conversation())?.files).toEqual([]);
  });

  test.each(['coach', 'ik wil iemand spreken', 'kunt ge dat eens aan een coach vragen', 'ja'])(
    'a voice note and then %j: the coach has it',
    async (words) => {
      const stage = new Stage();
      expect((await stage.say('', { attachments: [voice] })).text).toContain('Ik kan spraak niet beluisteren');
      await stage.say(words);
      expect(await asked(stage)).toEqual([['1 spraakbericht zonder tekst.', [voice]]]);
    },
  );

  test('several, one by one, are one question; the line about them is short', async () => {
    const stage = new Stage();
    await stage.say('', { attachments: [photo] });
    expect((await stage.say('', { attachments: [voice] })).text).toBe(
      'Ook dit houd ik klaar voor de coach.\n\n1. Vraag de coach',
    );
    await stage.say('', { attachments: [photo] });
    await stage.say('coach');
    expect(await asked(stage)).toEqual([['2 foto’s en 1 spraakbericht zonder tekst.', [photo, voice, photo]]]);
  });

  test('names the question it seems to belong to, but not one of yesterday', async () => {
    const stage = new Stage();
    await stage.say('iets waar de bot niets van weet');
    await stage.at('2026-11-21T09:02:00+01:00').say('', { attachments: [photo] });
    await stage.say('coach');
    await stage.say('nieuwe vraag');
    await stage.say('iets anders waar de bot niets van weet');
    await stage.at('2026-11-22T09:00:00+01:00').say('', { attachments: [voice] });
    await stage.say('coach');
    expect((await asked(stage)).map(([question]) => question)).toEqual([
      '1 foto zonder tekst. Vlak ervoor gevraagd: iets waar de bot niets van weet',
      '1 spraakbericht zonder tekst.',
    ]);
  });

  test('is sent at once to who was asked for his question, and to the question that waits', async () => {
    const stage = new Stage();
    await stage.say('coach');
    expect((await stage.say('', { attachments: [voice] })).text).toContain('nummer 1001');
    expect((await stage.say('', { attachments: [photo] })).text).toContain('Ik voeg dit toe aan je vraag');
    expect(await asked(stage)).toEqual([['1 spraakbericht zonder tekst.\n\n1 foto zonder tekst.', [voice, photo]]]);
  });

  test('gives way to words that follow it', async () => {
    const stage = new Stage();
    await stage.say('', { attachments: [photo] });
    await stage.say('mag dit hek zo blijven staan');
    await stage.say('coach');
    expect(await asked(stage)).toEqual([['mag dit hek zo blijven staan', [photo]]]);
  });

  test.each([
    ['waiting-for-mentor', 'claimed'],
    ['answered', 'reopened'],
  ] as const)('is an answer to a coach: a ticket that is %s becomes %s', async (before, after) => {
    const stage = new Stage();
    await stage.say('iets waar de bot niets van weet');
    await stage.say('coach');
    const kept = await stage.store.get<Ticket>('ticket', (await stage.tickets())[0]?.id ?? '');
    if (!kept) throw new Error('no ticket');
    const ticket = {
      ...kept.body,
      status: before,
      coach: 'c1',
      since: kept.body.createdAt,
      coachSpoke: true,
    } as Ticket;
    await stage.store.commit({ puts: [putTicket({ ticket, version: kept.version })] });
    expect((await stage.say('', { attachments: [photo] })).text).toContain('doorgegeven aan de coach');
    expect((await stage.tickets())[0]).toMatchObject({ status: after, attachments: [photo] });
  });

  test('a thumb is thanks, also as a sticker; to who is new it is nothing to read', async () => {
    const stage = new Stage();
    expect((await stage.say('👍🏽')).text).toContain('Dat kan ik niet lezen');
    expect((await stage.say('👍🏽')).text).toContain('Graag gedaan');
    expect((await stage.say('', { attachments: [{ ...photo, kind: 'sticker' }] })).text).toContain('Graag gedaan');
    expect((await stage.say('🌳')).text).toContain('Dat kan ik niet lezen');
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
