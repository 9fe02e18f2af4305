import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { alertNotifier } from '../../bot/alerts.js';
import { Nudges } from '../../bot/channels/web-push/nudges.js';
import { keepDevice } from '../../bot/channels/web-push/subscriptions.js';
import { replyToTeams } from '../../bot/render/teams-activity.js';
import { called } from '../../handlers/desk/called.js';
import type { Coach } from '../../handlers/desk/coach.js';
import { keepPromises } from '../../handlers/desk/keep-promises.js';
import { approve } from '../../handlers/desk/learn/decide-proposal.js';
import { readInForce } from '../../handlers/desk/learn/in-force.js';
import { propose } from '../../handlers/desk/learn/propose.js';
import { changeFromDraft, startLearning } from '../../handlers/desk/learn/start.js';
import { replyToAsker } from '../../handlers/desk/reply-to-asker.js';
import { addNote, claim, setTags } from '../../handlers/desk/ticket-actions.js';
import { TABLES } from '../../handlers/insights/views.js';
import type { OutboxEntry } from '../../handlers/records.js';
import { LearnStage } from '../learn/learn-stage.js';
import { FakeSmtp } from '../support/fake-smtp.js';
import { silentLog } from '../support/silent-log.js';
import { DeskServer, type Visitor } from './desk-server.js';

const NOTE = 'GEHEIM-7316 de mentor lijkt overspannen';
const LEAK = /GEHEIM|7316|overspannen/;
const QUESTION = 'mag hij met de bosmaaier langs de gracht';

let smtp: FakeSmtp;
let stage: LearnStage;
let an: Coach;
let id: string;
beforeAll(async () => {
  smtp = await new FakeSmtp().start();
});
afterAll(() => smtp.stop());
beforeEach(async () => {
  smtp.mails.length = 0;
  stage = new LearnStage({ second: false });
  stage.at('2026-11-23T08:00:00+01:00');
  an = await stage.coach('An', 'lead');
  id = await stage.ask('jan', QUESTION);
  await claim(stage.desk, an, id);
  await addNote(stage.desk, an, id, NOTE, 'note-0001');
});

const answer = () =>
  replyToAsker(stage.desk, an, id, { markdown: 'Ja, met een helm.', then: 'answered', once: 'once-0001' });

async function read(server: DeskServer, path: string, who: Visitor): Promise<string> {
  const response = await fetch(`${server.origin}/desk/api${path}`, {
    headers: { cookie: `mentorlijn_desk=${who.token}` },
  });
  expect([path, response.status]).toEqual([path, 200]);
  return response.text();
}

test('no table of Inzichten, no list and no statement for a firm holds a note, on the page or as a file', async () => {
  await called(stage.desk, an, id, { reached: 'reached', minutes: 3, once: 'call-0001' });
  await setTags(stage.desk, an, id, {
    ...{ theme: 'veiligheid', factors: [], cause: null, support: null, scope: null },
    signal: 'De regel is onduidelijk.',
  });
  await answer();
  const server = await new DeskServer(stage).start();
  const lead = await server.visitor(an);
  const statement = JSON.parse(await read(server, `/tickets/${id}/contacts`, lead)) as { readonly id: string };
  const paths = [
    '/insights',
    ...TABLES.map((table) => `/insights/csv/${table}`),
    '/contacts',
    '/contacts/csv',
    `/contacts/${statement.id}`,
    `/contacts/${statement.id}/csv`,
  ];
  const texts = await Promise.all(paths.map(async (path) => [path, await read(server, path, lead)] as const));
  await server.stop();
  expect(texts.filter(([, text]) => LEAK.test(text)).map(([path]) => path)).toEqual([]);
  expect(texts.find(([path]) => path.endsWith('/signalen'))?.[1]).toContain('De regel is onduidelijk.');
});

test('a mail to the team names the question and nothing of a note', async () => {
  const settings = { smtpUrl: smtp.url, from: 'lijn@voorbeeld.be', to: ['team@voorbeeld.be'] };
  const mail = alertNotifier({ mail: settings, publicUrl: 'https://lijn.voorbeeld.be' }, silentLog);
  stage.at('2026-11-24T14:00:00+01:00');
  await keepPromises(stage.desk, mail);
  expect(smtp.mails.length).toBeGreaterThan(0);
  expect(JSON.stringify(smtp.mails)).not.toMatch(LEAK);
});

test('what rings on a phone, and a Teams card, hold the answer at most', async () => {
  const ticket = await stage.ticket(id);
  const push = { endpoint: 'https://push.voorbeeld.be/x', keys: { p256dh: 'p', auth: 'a' } };
  await keepDevice(stage.store, ticket.conversation, push, new Date());
  await answer();
  const letters = await stage.store.query<OutboxEntry>({ kind: 'outbox', index: 'ticket', prefix: `${id}|` });
  const nudges = new Nudges({ ...stage.deps, publicUrl: 'https://lijn.voorbeeld.be' });
  for (const { id: letter, body } of letters) {
    const rung = await nudges.for(body, letter);
    const card = replyToTeams(body.reply, { of: '', publicUrl: 'https://lijn.voorbeeld.be' });
    expect(rung).toHaveLength(1);
    expect(JSON.stringify([rung, card])).not.toMatch(LEAK);
    expect(JSON.stringify(card)).toContain('met een helm');
  }
});

test('what a coach learns from the question, and the files that are exported of it, hold none', async () => {
  await answer();
  const start = await startLearning(stage.learn, an, id);
  const change = await changeFromDraft(stage.learn, { ...start.draft, answer: 'Ja, met een helm.' }, id);
  const proposal = await propose(stage.learn, an, { change, ticket: id, tellAsker: true, remark: '' });
  await approve(stage.learn, an, proposal.id);
  const { texts } = await readInForce(stage.learn);
  expect([...texts.values()].some((text) => text.includes('met een helm'))).toBe(true);
  const kept = await stage.store.query({ kind: 'knowledge', index: 'proposal' });
  expect([start, [...texts], kept].filter((one) => LEAK.test(JSON.stringify(one)))).toEqual([]);
});

test('a colleague with a question like it is given the answer as an example, never the note', async () => {
  await answer();
  const other = await stage.ask('piet', `${QUESTION} of de haag`);
  const server = await new DeskServer(stage).start();
  const lead = await server.visitor(an);
  const suggested = await read(server, `/tickets/${other}/suggestions`, lead);
  await server.stop();
  expect(suggested).toContain('met een helm');
  expect(suggested).not.toMatch(LEAK);
});
