import { describe, expect, test } from '@jest/globals';
import { parsePage } from '../../web/mentor/talk/activity.js';
import { deliveryOf, lineWithButtons, ticketStates, unseen } from '../../web/mentor/talk/shown.js';
import { add, markSending, settle } from '../../web/mentor/talk/queue.js';
import {
  answerOffline,
  EMPTY_TALK,
  note,
  rebuild,
  receive,
  say,
  sayWaiting,
  unsay,
} from '../../web/mentor/talk/talk.js';

const AT = '2026-11-21T09:00:00.000Z';
const own = (id: string, clientActivityID: string, text: string) => ({
  type: 'message',
  id,
  timestamp: AT,
  from: { id: 'dl_1', role: 'user' },
  text,
  channelData: { clientActivityID },
});
const bot = (id: string, parts: readonly object[], buttons: readonly object[] = []) => ({
  type: 'message',
  id,
  timestamp: AT,
  from: { id: 'mentorlijn', role: 'bot' },
  text: 'x',
  channelData: { mentorlijn: { v: 1, parts, buttons } },
});
const text = (markdown: string) => ({ kind: 'text', markdown, html: `<p>${markdown}</p>` });
const page = (activities: readonly unknown[], watermark: string) => parsePage({ activities, watermark });
const keys = (talk: { lines: readonly { key: string }[] }) => talk.lines.map(({ key }) => key);

describe('reading what the server sends', () => {
  test('what cannot be read is left out and stops nothing', () => {
    expect(
      page([null, 3, { type: 'message' }, { type: 'trace', id: 'x' }, bot('b1', [text('hallo')])], '4').activities,
    ).toHaveLength(1);
    expect(parsePage('kapot')).toEqual({ activities: [], watermark: null });
  });

  test('a part of a newer kind is shown as text', () => {
    const [activity] = page(
      [
        bot('b1', [
          { kind: 'hologram', markdown: 'hallo' },
          { kind: 'item', markdown: 'half' },
        ]),
      ],
      '1',
    ).activities;
    expect(activity?.parts).toEqual([
      { kind: 'text', markdown: 'hallo' },
      { kind: 'text', markdown: 'half' },
    ]);
  });

  test('a message without our own data is its text', () => {
    const [activity] = page(
      [{ type: 'message', id: 'b', from: { id: 'mentorlijn', role: 'bot' }, text: 'hallo' }],
      '1',
    ).activities;
    expect(activity).toMatchObject({ own: false, parts: [{ kind: 'text', markdown: 'hallo' }] });
  });
});

describe('the conversation', () => {
  const asked = say(EMPTY_TALK, { kind: 'own', key: 'c1', text: 'hij is ziek', at: AT });

  test('an own message comes back once, in its place', () => {
    const talk = receive(asked, page([own('s1', 'c1', 'hij is ziek'), bot('b1', [text('antwoord')])], '2'));
    expect(keys(talk)).toEqual(['c1', 'b1']);
    expect(keys(receive(talk, page([own('s1', 'c1', 'hij is ziek'), bot('b1', [text('antwoord')])], '2')))).toEqual([
      'c1',
      'b1',
    ]);
  });

  test('what another device said appears too', () => {
    expect(keys(receive(EMPTY_TALK, page([own('s1', 'ander', 'hallo')], '1')))).toEqual(['ander']);
  });

  test('the bot types until it speaks', () => {
    const typing = receive(asked, page([{ type: 'typing', id: 't', from: { id: 'mentorlijn', role: 'bot' } }], '1'));
    expect(typing.typing).toBe(true);
    expect(receive(typing, page([bot('b1', [text('hier')])], '2')).typing).toBe(false);
  });

  test('only the buttons of the last reply work, and none once the mentor went on', () => {
    const button = { label: 'SAO', action: 'slot:contract:SAO' };
    const talk = receive(
      EMPTY_TALK,
      page([bot('b1', [text('a')], [button]), bot('b2', [text('b')], [button]), bot('b3', [text('c')])], '3'),
    );
    expect(lineWithButtons(talk.lines)?.key).toBe('b2');
    expect(lineWithButtons(say(talk, { kind: 'own', key: 'c9', text: 'SAO', at: AT }).lines)).toBeNull();
  });

  test('an older ticket card tells the newest state', () => {
    const ticket = (state: string) => ({ kind: 'ticket', number: 1001, markdown: 'x', dueAt: null, state });
    const coach = { kind: 'coach', number: 1001, coach: 'An', markdown: 'Dag' };
    const talk = receive(EMPTY_TALK, page([bot('b1', [ticket('open')]), bot('b2', [coach])], '2'));
    expect(ticketStates(talk.lines).get(1001)).toBe('answered');
    expect(ticketStates(receive(talk, page([bot('b3', [ticket('closed')])], '3')).lines).get(1001)).toBe('closed');
  });

  test('what came after the last visit is new', () => {
    const talk = receive(asked, page([bot('b1', [text('a')]), bot('b2', [text('b')])], '2'));
    expect(unseen(talk.lines, 'b1').map(({ key }) => key)).toEqual(['b2']);
    expect(unseen(talk.lines, 'b2')).toEqual([]);
  });

  test('the server’s answer takes the place of the device’s own', () => {
    const offline = answerOffline(asked, {
      kind: 'bot',
      key: 'off:c1',
      parts: [{ kind: 'text', markdown: 'kennis' }],
      buttons: [],
      at: AT,
      offlineFor: 'c1',
    });
    expect(keys(offline)).toEqual(['c1', 'off:c1']);
    expect(keys(receive(offline, page([own('s1', 'c1', 'hij is ziek')], '1')))).toEqual(['c1', 'off:c1']);
    expect(keys(receive(offline, page([own('s1', 'c1', 'hij is ziek'), bot('b1', [text('a')])], '2')))).toEqual([
      'c1',
      'b1',
    ]);
  });

  test('a log that began anew takes the place of ours, but for what still waits', () => {
    const talk = receive(asked, page([own('s1', 'c1', 'hij is ziek'), bot('b1', [text('a')])], '20'));
    const later = say(talk, { kind: 'own', key: 'c2', text: 'wis mijn gegevens', at: AT });
    expect(
      rebuild(later, page([own('s2', 'c2', 'wis mijn gegevens'), bot('b9', [text('gewist')])], '2'), ['c2']),
    ).toMatchObject({ watermark: '2', lines: [{ key: 'c2' }, { key: 'b9' }] });
    expect(keys(rebuild(talk, page([own('s1', 'c1', 'hij is ziek'), bot('b1', [text('a')])], '20'), []))).toEqual([
      'c1',
      'b1',
    ]);
  });

  test('a note stands once; a message taken back is gone', () => {
    const noted = note(note(asked, { kind: 'note', key: 'n', text: 'x', at: AT }), {
      kind: 'note',
      key: 'n',
      text: 'x',
      at: AT,
    });
    expect(keys(noted)).toEqual(['c1', 'n']);
    expect(keys(unsay(noted, 'c1'))).toEqual(['n']);
  });
});

describe('how a message stands', () => {
  const waiting = add([], { clientId: 'a', kind: 'message', text: 'a', action: null }, 0);
  test.each([
    ['waits to leave', waiting, 'queued'],
    ['is on its way', markSending(waiting, 'a', 'c'), 'sending'],
    ['failed and is tried again', settle(waiting, 'a', { kind: 'later' }, 0, 0), 'failed'],
    ['was refused', settle(waiting, 'a', { kind: 'refused' }, 0, 0), 'refused'],
    ['arrived', settle(waiting, 'a', { kind: 'sent' }, 0, 0), 'sent'],
  ] as const)('%s', (_name, queue, expected) => {
    expect(deliveryOf('a', queue)).toBe(expected);
  });
});

describe('several questions that waited', () => {
  const line = (key: string) => ({ kind: 'own', key, text: key, at: AT }) as const;
  const waited = [line('q1'), line('q2'), line('q3')].reduce(say, EMPTY_TALK);

  test('every answer comes under its question', () => {
    const first = receive(waited, page([own('1', 'q1', 'q1'), bot('a1', [text('een')])], '2'), ['q2', 'q3']);
    expect(keys(first)).toEqual(['q1', 'a1', 'q2', 'q3']);
    const second = receive(first, page([own('3', 'q2', 'q2'), bot('a2', [text('twee')])], '4'), ['q2', 'q3']);
    expect(keys(second)).toEqual(['q1', 'a1', 'q2', 'a2', 'q3']);
    const third = receive(second, page([own('5', 'q3', 'q3'), bot('a3', [text('drie')])], '6'), []);
    expect(keys(third)).toEqual(['q1', 'a1', 'q2', 'a2', 'q3', 'a3']);
  });

  test('what another tab said stands there too, once; a welcome that waits is no line', () => {
    const item = { clientId: 'q4', kind: 'message', text: 'q4', action: null } as const;
    const queue = add(add([], { clientId: 's', kind: 'start', text: '', action: null }, 0), item, 0);
    const told = sayWaiting(sayWaiting(waited, queue), queue);
    expect(keys(told)).toEqual(['q1', 'q2', 'q3', 'q4']);
  });

  test('what the device answered itself is not new at the next visit', () => {
    const answer = { kind: 'bot', key: 'here', parts: [], buttons: [], at: AT, offlineFor: 'q3' } as const;
    expect(unseen(answerOffline(waited, answer).lines, 'q3')).toEqual([]);
  });
});
