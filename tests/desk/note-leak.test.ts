import { beforeEach, describe, expect, test } from '@jest/globals';
import { MemoryStore } from '../../bot/state/memory/memory-store.js';
import { alertReply } from '../../bot/channels/teams/alerts.js';
import { deskLink } from '../../bot/channels/teams/desk-link.js';
import { replyToActivity } from '../../bot/render/activity.js';
import { replyToWhatsApp } from '../../bot/render/whatsapp.js';
import { called } from '../../handlers/desk/called.js';
import type { Coach } from '../../handlers/desk/coach.js';
import { forward } from '../../handlers/desk/forward.js';
import { keepPromises, type Alert } from '../../handlers/desk/keep-promises.js';
import { merge } from '../../handlers/desk/merge.js';
import { postpone } from '../../handlers/desk/postpone.js';
import { replyToAsker } from '../../handlers/desk/reply-to-asker.js';
import { addNote, claim, close, reopen } from '../../handlers/desk/ticket-actions.js';
import { setOpenQuestion } from '../../handlers/desk/ticket-facts.js';
import { DESK_ROUTES } from '../../handlers/http/desk/desk-router.js';
import { conversationKey } from '../../handlers/message.js';
import type { Commit, CommitResult } from '../../handlers/ports.js';
import { exportPerson } from '../../handlers/privacy/export-person.js';
import type { OutboxEntry } from '../../handlers/records.js';
import { replyToText } from '../../handlers/reply-text.js';
import { DeskServer } from './desk-server.js';
import { DeskStage } from './desk-stage.js';

const NOTE = 'GEHEIM-7316 de mentor lijkt overspannen';
const LEAK = /GEHEIM|7316|overspannen/;

/** A store that remembers everything that was ever written anywhere but in a ticket. */
class WatchedStore extends MemoryStore {
  readonly outside: string[] = [];
  override commit(commit: Commit): Promise<CommitResult> {
    const puts = (commit.puts ?? []).filter(({ kind }) => kind !== 'ticket');
    const words = puts.map(({ kind, id, body, indexes }) => JSON.stringify({ kind, id, body, indexes }));
    this.outside.push(...words, ...(commit.appends ?? []).map((line) => JSON.stringify(line)));
    this.outside.push(...(commit.puts ?? []).map(({ indexes }) => JSON.stringify(indexes ?? {})));
    return super.commit(commit);
  }
}

let store: WatchedStore;
let stage: DeskStage;
let logged: string[];
let heard: string[];
let an: Coach;
let id: string;
beforeEach(async () => {
  store = new WatchedStore();
  logged = [];
  heard = [];
  const log = (...words: readonly unknown[]): void => {
    logged.push(JSON.stringify(words));
  };
  stage = new DeskStage(store, { log: { info: log, warn: log, error: log } }).at('2026-11-23T08:00:00+01:00');
  for (const topic of ['tickets', 'outbox', 'presence', 'coaches', 'knowledge'])
    stage.deps.live.subscribe(topic, (detail) => heard.push(JSON.stringify(detail)));
  an = await stage.coach('An', 'lead');
  id = await stage.ask('jan');
  await claim(stage.desk, an, id);
  await addNote(stage.desk, an, id, NOTE, 'note-0001');
  await stage.press({ do: 'also-mine', ticket: id }, 'els');
});

const answer = (then: 'answered' | 'waiting-for-mentor' = 'answered') =>
  replyToAsker(stage.desk, an, id, { markdown: 'Dag, **ja**, dat mag.', then, once: `once-${then}` });

/** Everything that can happen to a ticket with a note, by a coach, by the asker, by the clock. */
const PATHS: readonly (readonly [string, () => Promise<unknown>])[] = [
  ['an answer', () => answer()],
  [
    'a question back, and the asker’s reaction',
    async () => [await answer('waiting-for-mentor'), await stage.say('OAO')],
  ],
  [
    'a moved promise',
    () => postpone(stage.desk, an, id, { until: new Date('2026-11-25T10:00:00Z'), once: 'post-0001' }),
  ],
  ['a call', () => called(stage.desk, an, id, { reached: 'reached', minutes: 3, once: 'call-0001' })],
  ['a shared question', () => setOpenQuestion(stage.desk, an, id, 'Mag dat zomaar?')],
  ['forwarding with consent', () => forward(stage.desk, an, id, { to: 'de school', consent: 'given' })],
  ['forwarding without consent', () => forward(stage.desk, an, id, { to: 'de school', consent: 'not-asked' })],
  ['merging it into another', async () => merge(stage.desk, an, id, await stage.ask('piet'))],
  ['merging another into it', async () => merge(stage.desk, an, await stage.ask('piet'), id)],
  ['closing and opening again', async () => [await close(stage.desk, an, id), await reopen(stage.desk, an, id)]],
  ['the asker who looks at his questions', () => stage.say('mijn vragen')],
  ['the asker who asks what is kept', () => stage.say('wat weet je van mij')],
  ['the asker who adds to it', () => stage.say('coach')],
  ['the asker who closes it', () => stage.press({ do: 'resolved', ticket: id })],
  ['the watcher who looks at his questions', () => stage.say('mijn vragen', { who: 'els' })],
  ['the asker who erases everything', () => stage.press({ do: 'erase-confirmed' })],
];

describe('an internal note stays inside', () => {
  test.each(PATHS)('%s', async (_name, happen) => {
    const said = await happen();
    // Tickets given back are the desk's own; all else that was said, written or logged is looked through.
    const words = typeof said === 'string' || !JSON.stringify(said).includes('"notes"') ? JSON.stringify(said) : '';
    expect([words, ...store.outside, ...logged, ...heard].filter((line) => LEAK.test(line))).toEqual([]);
  });

  test('what is told by clock names only the ticket, on every way of telling', async () => {
    const alerts: Alert[] = [];
    stage.at('2026-11-23T14:00:00+01:00');
    await keepPromises(stage.desk, { notify: (alert) => Promise.resolve(void alerts.push(alert)) });
    const cards = alerts.map((alert) =>
      JSON.stringify(alertReply(alert, deskLink('https://x.example', 'app'), new Date())),
    );
    expect(alerts.length).toBeGreaterThan(0);
    expect([JSON.stringify(alerts), ...cards, ...store.outside].filter((line) => LEAK.test(line))).toEqual([]);
  });

  test('every letter on its way is clean in the words of every channel', async () => {
    await answer();
    const letters = await store.query<OutboxEntry>({ kind: 'outbox', index: 'ticket', prefix: `${id}|` });
    expect(letters).toHaveLength(2);
    const shown = letters.flatMap(({ body: { reply } }) => [
      replyToText(reply),
      JSON.stringify(replyToActivity(reply)),
      JSON.stringify(replyToWhatsApp(reply, 'https://x.example')),
    ]);
    expect(shown.filter((text) => LEAK.test(text))).toEqual([]);
    expect(shown.every((text) => text.includes('dat mag'))).toBe(true);
  });

  test('what the asker may take along of himself holds none', async () => {
    const taken = await exportPerson(store, conversationKey('web', 'jan'), new Date());
    expect(JSON.stringify(taken)).toContain('iets waar de bot niets van weet');
    expect(JSON.stringify(taken)).not.toMatch(LEAK);
  });
});

describe('over HTTP', () => {
  /** The ticket itself, for colleagues: the one place where a note is read. */
  const INSIDE = ['/tickets/:id'];
  const LASTING = ['/live'];

  test('of all addresses that give something, only the ticket itself gives the note', async () => {
    await answer();
    const server = await new DeskServer(stage).start();
    const lead = await server.visitor(an);
    const values: Readonly<Record<string, string>> = { ':table': 'vragen' };
    const gets = DESK_ROUTES.filter(({ method, path }) => method === 'get' && !LASTING.includes(path));
    const leaks: string[] = [];
    for (const { path } of gets) {
      const address = path.replace(/:\w+/g, (name) => values[name] ?? id);
      const query = path === '/search' ? '?q=GEHEIM-7316' : path === '/queue' ? '?view=answered' : '';
      const response = await fetch(`${server.origin}/desk/api${address}${query}`, {
        headers: { cookie: `mentorlijn_desk=${lead.token}` },
      });
      if (LEAK.test(await response.text())) leaks.push(path);
    }
    await server.stop();
    expect(leaks).toEqual(INSIDE);
  });

  test('the text to forward, with or without consent, is free of it', async () => {
    const server = await new DeskServer(stage).start();
    const lead = await server.visitor(an);
    for (const consent of ['given', 'not-asked']) {
      const made = await server.call('POST', `/tickets/${id}/forward`, lead, { to: 'de school', consent });
      expect([made.status, LEAK.test(JSON.stringify(made.body))]).toEqual([200, false]);
    }
    await server.stop();
  });
});
