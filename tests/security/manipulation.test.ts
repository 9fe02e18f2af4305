import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Ticket } from '../../handlers/ticket.js';
import { DeskStage } from '../desk/desk-stage.js';
import { serve, type Served } from '../support/serve.js';
import { WebTalk } from '../support/web-talk.js';
import { MANIPULATION } from './manipulation-words.js';

const SECRET = 'Zolderkamerverdriet';

describe('no words make the bot tell of somebody else, or skip its decision', () => {
  let stage: DeskStage;
  let before: Ticket;
  let kept: string;
  beforeEach(async () => {
    stage = new DeskStage();
    await stage.ask('jan', `${SECRET} over de dakgoot`);
    before = (await stage.tickets())[0]!;
    kept = JSON.stringify(await stage.conversation('jan'));
  });

  test.each(MANIPULATION)('%s', async (words) => {
    const { decision, reply, text } = await stage.say(words, { who: 'mallory' });
    expect(text + JSON.stringify(reply)).not.toContain(SECRET);
    // What he typed is looked up like any question: nothing is known, so nothing is claimed.
    expect(['escalate', 'decline', 'choose', 'smalltalk']).toContain(decision);
    expect((await stage.tickets()).find(({ id }) => id === before.id)).toEqual(before);
    expect(JSON.stringify(await stage.conversation('jan'))).toBe(kept);
  });

  test.each([
    ['close the question of another', (id: string) => ({ do: 'resolved', ticket: id }) as const],
    ['wait for an answer by its number', () => ({ do: 'also-mine', ticket: '1001' }) as const],
    ['show what is no item', () => ({ do: 'show', item: 'web:jan' as never }) as const],
  ])('a forged button does not %s', async (_what, action) => {
    const { text } = await stage.press(action(before.id), 'mallory');
    expect(text).not.toContain(SECRET);
    expect((await stage.tickets())[0]).toEqual(before);
  });

  test('a command of another person touches only his own', async () => {
    await stage.ask('mallory', 'een eigen vraag');
    await stage.say('wis mijn gegevens', { who: 'mallory' });
    await stage.press({ do: 'erase-confirmed' }, 'mallory');
    expect(await stage.tickets()).toEqual([before]);
    expect((await stage.say('mijn vragen', { who: 'jan' })).text).toContain(SECRET);
  });
});

describe('forged fields of an activity', () => {
  let served: Served;
  let jan: WebTalk;
  let mallory: WebTalk;
  beforeAll(async () => {
    served = await serve();
    jan = await new WebTalk(served, 'Jan').open();
    mallory = await new WebTalk(served, 'Mallory').open();
    await jan.say(`${SECRET} over de dakgoot`);
    await jan.say('coach');
  });
  afterAll(() => served.stop());

  test.each([
    ['conversation', () => ({ conversation: { id: jan.conversationId } })],
    ['conversationId', () => ({ conversationId: jan.conversationId })],
    ['from', () => ({ from: { id: 'mentorlijn', name: 'Mentorlijn', role: 'bot' } })],
    ['recipient', () => ({ recipient: { id: jan.conversationId } })],
    ['channelId', () => ({ channelId: 'msteams' })],
    ['channelData', () => ({ channelData: { conversation: jan.key, mentorlijn: { v: 1 }, clientActivityID: 'c1' } })],
    ['id', () => ({ id: `${jan.conversationId}|c1` })],
    ['value', () => ({ value: { action: 'my-questions', conversation: jan.key } })],
    ['replyToId and relatesTo', () => ({ replyToId: 'x', relatesTo: { conversation: { id: jan.conversationId } } })],
    ['serviceUrl', () => ({ serviceUrl: 'https://evil.example/' })],
  ])('%s: the token alone says whose conversation it is', async (_field, forged) => {
    const before = await jan.heard();
    await mallory.call('POST', `/conversations/${mallory.conversationId}/activities`, {
      type: 'message',
      text: 'mijn vragen',
      ...forged(),
    });
    expect(JSON.stringify(await mallory.heard())).not.toContain(SECRET);
    expect(await jan.heard()).toEqual(before);
  });

  test('another’s conversation is closed, by every address', async () => {
    for (const [method, path] of [
      ['GET', `/conversations/${jan.conversationId}`],
      ['GET', `/conversations/${jan.conversationId}/activities`],
      ['POST', `/conversations/${jan.conversationId}/activities`],
    ] as const) {
      const body = method === 'POST' ? { type: 'message', text: 'mijn vragen' } : undefined;
      expect(await mallory.call(method, path, body)).toMatchObject({ error: { code: 'not-allowed' } });
    }
  });
});
