import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { keepFile } from '../../handlers/attachments.js';
import { conversationKey, type Attachment } from '../../handlers/message.js';
import type { TicketView } from '../../handlers/desk/views.js';
import { PDF, PNG } from '../support/small-files.js';
import { DeskServer, type Visitor } from './desk-server.js';
import { DeskStage } from './desk-stage.js';

let stage: DeskStage;
let server: DeskServer;
let coach: Visitor;
beforeAll(async () => {
  stage = new DeskStage();
  server = await new DeskServer(stage).start();
  coach = await server.visitor(await stage.coach('An'));
});
afterAll(() => server.stop());

const keep = (who: string, name: string, bytes: Buffer): Promise<Attachment> =>
  keepFile(stage.desk, { conversation: conversationKey('web', who), name, contentType: null, bytes });

async function askWith(who: string, attachments: readonly Attachment[]): Promise<string> {
  await stage.say('wat vindt u hiervan, iets anders weet ik niet', { who, attachments });
  await stage.say('coach', { who });
  return (await stage.tickets()).find(({ conversation }) => conversation === conversationKey('web', who))?.id ?? '';
}

const get = (path: string, visitor: Visitor | null = coach): Promise<Response> =>
  fetch(`${server.origin}/desk/api${path}`, {
    headers: visitor ? { cookie: `mentorlijn_desk=${visitor.token}` } : {},
  });

describe('attachments at the desk', () => {
  test('a photo is shown and a letter downloaded, and neither can run anything', async () => {
    const photo = await keep('jan', 'h"ek é.png', PNG);
    const letter = await keep('jan', 'brief.pdf', PDF);
    const ticket = await askWith('jan', [photo, letter]);
    const shown = await get(`/tickets/${ticket}/files/${photo.file ?? ''}`);
    expect(Object.fromEntries(shown.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': `inline; filename="h_ek _.png"; filename*=UTF-8''h%22ek%20%C3%A9.png`,
      'content-security-policy': expect.stringMatching(/default-src 'none'; sandbox/),
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
    expect(Buffer.from(await shown.arrayBuffer()).equals(PNG)).toBe(true);
    const download = await get(`/tickets/${ticket}/files/${letter.file ?? ''}`);
    expect(download.headers.get('content-disposition')).toMatch(/^attachment;/);
    expect((await get(`/tickets/${ticket}/files/${photo.file ?? ''}`, null)).status).toBe(401);
    const view = (await (await get(`/tickets/${ticket}`)).json()) as TicketView;
    expect(view.attachments.map(({ kind, shown: inPage }) => [kind, inPage])).toEqual([
      ['image', true],
      ['document', false],
    ]);
  });

  test('a ticket gives no file of another asker, even when it names it', async () => {
    const theirs = await keep('piet', 'geheim.png', PNG);
    const ticket = await askWith('els', [theirs]);
    expect((await get(`/tickets/${ticket}/files/${theirs.file ?? ''}`)).status).toBe(404);
    const view = (await (await get(`/tickets/${ticket}`)).json()) as TicketView;
    expect(view.attachments[0]?.file).toBeNull();
  });

  test('a place is told in words', async () => {
    const place = { kind: 'location', name: null, contentType: null, reference: null, detail: '50.85, 3.31' } as const;
    const ticket = await askWith('fien', [place]);
    const view = (await (await get(`/tickets/${ticket}`)).json()) as TicketView;
    expect(view.attachments[0]).toMatchObject({ kind: 'location', detail: '50.85, 3.31', file: null });
  });
});
