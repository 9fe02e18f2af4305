import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Coach } from '../../handlers/desk/coach.js';
import { TEAMS_TEXTS } from '../../bot/channels/teams/teams-door.js';
import { until } from '../support/eventually.js';
import { FakeConnector } from '../support/fake-connector.js';
import { serve, type Served } from '../support/serve.js';

const connector = new FakeConnector();
let serviceUrl = '';
let served: Served;

const coach = (id: string, role: Coach['role'] = 'coach'): Coach => ({
  id,
  name: `Coach ${id}`,
  email: `${id}@voorbeeld.be`,
  role,
  active: true,
  absence: null,
});

beforeAll(async () => {
  serviceUrl = await connector.start();
  served = await serve(
    { ALLOW_ANONYMOUS_BOT: 'true' },
    {
      coachByEntra: ({ oid }) =>
        Promise.resolve(
          oid === 'oid-lead' ? coach('lead', 'lead') : oid.startsWith('oid-c') ? coach(oid.slice(4)) : null,
        ),
    },
  );
});
afterAll(async () => {
  await served.stop();
  connector.stop();
});
beforeEach(() => {
  talk += 1;
});
afterEach(() => {
  connector.heard.length = 0;
  connector.faults.length = 0;
});

/** Every test has a conversation of its own. */
let talk = 0;
let count = 0;
interface Sender {
  readonly talk?: string;
  readonly oid?: string;
  readonly type?: 'personal' | 'channel';
}

function activity(
  more: object,
  { talk: id = `talk-${String(talk)}`, oid = 'oid-jan', type = 'personal' }: Sender = {},
): object {
  return {
    type: 'message',
    id: `t${String((count += 1))}`,
    channelId: 'msteams',
    serviceUrl,
    conversation: { id, conversationType: type, tenantId: 'tenant' },
    from: { id: `29:${oid}`, name: 'Jan', aadObjectId: oid },
    recipient: { id: '28:bot', name: 'Mentorlijn' },
    ...more,
  };
}

async function post(body: object): Promise<{ status: number; json: Record<string, unknown> }> {
  const response = await fetch(`${served.origin}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const said = await response.text();
  return { status: response.status, json: said === '' ? {} : (JSON.parse(said) as Record<string, unknown>) };
}

const say = (text: string, sender?: Sender): ReturnType<typeof post> => post(activity({ text }, sender));

interface Card {
  readonly type: string;
  readonly version: string;
  readonly fallbackText: string;
  readonly body: readonly Record<string, unknown>[];
}

/** Every action of a card, wherever it stands. */
function actionsOf(
  node: unknown,
): readonly { title: string; verb?: string; data?: { action: string; of: string }; url?: string }[] {
  if (Array.isArray(node)) return node.flatMap(actionsOf);
  if (typeof node !== 'object' || node === null) return [];
  const { type, fallback: _, ...rest } = node as Record<string, unknown>;
  const own = typeof type === 'string' && type.startsWith('Action.') ? [node as never] : [];
  return [...own, ...Object.values(rest).flatMap(actionsOf)];
}

async function cards(atLeast: number): Promise<readonly Card[]> {
  await connector.until(atLeast);
  return connector.heard.flatMap(({ body }) =>
    (body.attachments ?? []).map((attachment) => (attachment as { content: Card }).content),
  );
}

/** Touches a button of a card as Teams does. */
function touch(data: object, sender?: Sender, replyToId = '1'): ReturnType<typeof post> {
  const value = { action: { type: 'Action.Execute', verb: 'x', data }, trigger: 'manual' };
  return post(activity({ type: 'invoke', name: 'adaptiveCard/action', value, replyToId }, sender));
}

describe('answers are cards', () => {
  test('an answer has its question, source, buttons that execute, a way to the page and words for clients without cards', async () => {
    await say('moet ik dimona doen');
    const [card] = await cards(1);
    expect(card).toMatchObject({ type: 'AdaptiveCard', version: '1.5' });
    expect(card?.fallbackText).toContain('Ja, voor hij begint.');
    const actions = actionsOf(card?.body);
    expect(actions.map(({ title }) => title)).toEqual(expect.arrayContaining(['Geholpen', 'Niet echt', 'Vraag de coach', 'Lees alles hierover'])); // prettier-ignore
    expect(JSON.stringify(card)).toContain('Nagekeken op');
    expect(connector.heard[0]?.body.text).toBeUndefined();
  });

  test('bare words stay words', async () => {
    await say('moet ik dimona doen');
    await say('merci');
    const heard = await connector.until(2);
    expect(heard[1]?.body).toMatchObject({ text: 'Graag gedaan!' });
    expect(heard[1]?.body.attachments ?? []).toHaveLength(0);
  });

  test('a touched button is carried out once, and the card keeps its words and says what was chosen', async () => {
    await say('moet ik dimona doen');
    const [card] = await cards(1);
    const ask = actionsOf(card?.body).find(({ title }) => title === 'Vraag de coach');
    const value = { action: { type: 'Action.Execute', verb: ask?.verb, data: ask?.data }, trigger: 'manual' };
    const invoke = activity({ type: 'invoke', name: 'adaptiveCard/action', value, replyToId: '1' });
    const answers = await Promise.all([post(invoke), post(invoke)]);
    for (const { status, json } of answers) {
      expect(status).toBe(200);
      expect(json).toMatchObject({ type: 'application/vnd.microsoft.card.adaptive' });
      expect(JSON.stringify(json)).toContain('Gekozen: Vraag de coach');
      expect(actionsOf(json).map(({ title }) => title)).toEqual(['Lees alles hierover']);
    }
    expect(await tickets()).toHaveLength(1);
    await until(
      () => connector.heard.some(({ path, method }) => method === 'PUT' && path.endsWith('/activities/1')),
      'the card in its place',
    );
  });

  test('a photo without words is itself the question once the coach is asked', async () => {
    const attachments = [{ contentType: 'image/png', contentUrl: 'https://example.test/1.png', name: 'hek.png' }];
    await post(activity({ text: '', attachments }));
    const [card] = await cards(1);
    await touch(actionsOf(card?.body).find(({ title }) => title === 'Vraag de coach')?.data ?? {});
    expect(await tickets()).toMatchObject([{ question: '1 foto zonder tekst.', attachments: [{ name: 'hek.png' }] }]);
  });

  test('a client that cannot execute sends the same button as a message', async () => {
    await say('moet ik dimona doen');
    const [card] = await cards(1);
    const data = actionsOf(card?.body).find(({ title }) => title === 'Geholpen')?.data;
    expect((await post(activity({ text: '', value: data }))).status).toBe(200);
    const heard = await connector.until(2);
    expect(heard[1]?.body.text).toContain('Fijn dat het helpt');
  });

  test('a card of somebody else shows nothing and does nothing', async () => {
    await say('moet ik dimona doen');
    const [card] = await cards(1);
    const data = actionsOf(card?.body).find(({ title }) => title === 'Vraag de coach')?.data;
    const { json } = await touch(data ?? {}, { talk: 'other', oid: 'oid-els' });
    expect(json).toEqual({ statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: TEAMS_TEXTS.notYours }); // prettier-ignore
    expect(await tickets('other')).toHaveLength(0);
  });

  test.each([
    null,
    {},
    { action: null },
    { action: { data: { of: 5 } } },
    { action: { data: { of: 'x', action: 'rm -rf' } } },
  ])('a made-up touch %j gets a short line', async (value) => {
    const { status, json } = await post(activity({ type: 'invoke', name: 'adaptiveCard/action', value }));
    expect(status).toBe(200);
    expect(json.value).toBe(TEAMS_TEXTS.unknownCard);
  });
});

describe('in a channel', () => {
  const channel = (oid: string): Sender => ({ talk: '19:x@thread.tacv2;messageid=1', oid, type: 'channel' });

  test('each person has a conversation of his own: no profile is shared', async () => {
    await say('<at>Mentorlijn</at> ik heb een oao leerling van 17', channel('oid-jan'));
    await say('<at>Mentorlijn</at> wat heb je onthouden', channel('oid-els'));
    await connector.until(2);
    expect(JSON.stringify(connector.heard[0]?.body)).toContain('leest mee');
    const said = JSON.stringify(connector.heard.at(-1)?.body);
    expect(said).not.toContain('17 jaar');
  });

  test('only a lead chooses it for alerts; "Neem" claims for one of twenty, the card says who', async () => {
    await say('meldingen hier', channel('oid-c1'));
    await connector.until(1);
    expect(connector.heard[0]?.body.text).toBe(TEAMS_TEXTS.onlyLead);
    await say('meldingen hier', channel('oid-lead'));
    await connector.until(2);
    expect(connector.heard[1]?.body.text).toBe(TEAMS_TEXTS.alertsHere);

    await say('zit onder het bloed, kettingzaag');
    await connector.until(4);
    await until(
      () => connector.heard.some(({ body }) => JSON.stringify(body).includes('neem deze vraag')),
      'the alert',
    );
    const alert = connector.heard.find(({ body }) => JSON.stringify(body).includes('neem deze vraag'));
    expect(alert?.path).toContain(encodeURIComponent('19:x@thread.tacv2'));
    expect(JSON.stringify(alert)).not.toContain('kettingzaag');
    const take = actionsOf(alert?.body).find(({ title }) => title === 'Neem');

    const stranger = await touch(take?.data ?? {}, channel('oid-x'));
    expect(stranger.json.value).toBe(TEAMS_TEXTS.notLinked);
    const taken = await Promise.all(
      Array.from({ length: 20 }, (_, index) => touch(take?.data ?? {}, channel(`oid-c${String(index)}`))),
    );
    const winners = taken.filter(({ json }) => JSON.stringify(json).includes('"Genomen door'));
    expect(winners).toHaveLength(1);
    const [ticket] = await tickets();
    expect(ticket?.status).toBe('claimed');
    expect(JSON.stringify(winners[0]?.json)).toContain(`Genomen door Coach ${ticket?.coach ?? '?'}.`);
  });
});

describe('the search in the message box', () => {
  const search = (tekst: string): ReturnType<typeof post> =>
    post(activity({ type: 'invoke', name: 'composeExtension/query', value: { commandId: 'zoek', parameters: [{ name: 'tekst', value: tekst }] } })); // prettier-ignore

  test('gives cards with a link and nothing to press but links', async () => {
    const { json } = await search('dimona');
    expect(json).toMatchObject({ composeExtension: { type: 'result', attachmentLayout: 'list' } });
    expect(JSON.stringify(json)).toContain('/faq/dimona-doen');
    expect(actionsOf(json).every(({ url }) => url !== undefined)).toBe(true);
  });

  test('asks for words when there are none', async () => {
    expect(JSON.stringify((await search('  ')).json)).toContain('Typ een paar woorden');
    const odd = await post(activity({ type: 'invoke', name: 'composeExtension/query', value: 'raar' }));
    expect(odd.status).toBe(200);
  });
});

async function tickets(id = `talk-${String(talk)}`): Promise<readonly { status: string; coach: string }[]> {
  const query = { kind: 'ticket', index: 'conversation', prefix: `teams:${id}|` } as const;
  return (await served.app.deps.store.query<{ status: string; coach: string }>(query)).map(({ body }) => body);
}
