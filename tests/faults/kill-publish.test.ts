import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { KnowledgeItem, Proposal } from '../../handlers/desk/learn/views.js';
import type { Queue, TicketView } from '../../handlers/desk/views.js';
import { buildCrashServer, CrashingHelpline, type Talk } from '../support/crashing-helpline.js';
import { DeskVisitor } from '../support/desk-visitor.js';
import { eventually } from '../support/eventually.js';
import { startRedis, type TestRedis } from '../support/redis-server.js';

let redis: TestRedis;
beforeAll(async () => {
  await buildCrashServer();
  redis = await startRedis();
});
afterAll(() => redis.remove());

const onRedis = (name: string): Readonly<Record<string, string>> => ({
  REDIS_URL: redis.url,
  REDIS_NAME: `${name}-${Math.random().toString(36).slice(2)}`,
  DATA_KEY: 'a-key-that-every-process-of-this-test-has-in-common',
});
const STORES = {
  SQLite: (): CrashingHelpline => new CrashingHelpline(),
  Redis: (): CrashingHelpline => new CrashingHelpline(onRedis('publish')),
};
const WORDS = 'moet mijn snotneus zijn briefje van den dokter zelf afgeven';
const PARAPHRASE = 'moet de snotneus zijn briefje van de dokter zelf afgeven';

async function answeredTicket(helpline: CrashingHelpline, desk: DeskVisitor): Promise<{ talk: Talk; ticket: string }> {
  const talk = await helpline.call<Talk>('POST', '/tokens/generate', undefined, {});
  if (!talk) throw new Error('no token');
  await helpline.say(talk, WORDS, 'one');
  await helpline.say(talk, 'coach', 'two');
  await helpline.read(talk, 4);
  const ticket = (await desk.call<Queue>('GET', '/queue?view=open'))?.rows[0]?.id ?? '';
  await desk.call('POST', `/tickets/${ticket}/claim`, {});
  await desk.call('POST', `/tickets/${ticket}/reply`, { markdown: 'Ja.', then: 'answered', once: 'het-antwoord' });
  await helpline.read(talk, 5);
  return { talk, ticket };
}

const change = { do: 'add-phrasing', item: 'ziek-melden', phrasing: WORDS };
const waiting = async (desk: DeskVisitor): Promise<readonly Proposal[]> =>
  (await desk.call<{ proposals: readonly Proposal[] }>('GET', '/knowledge/proposals'))?.proposals ?? [];

/** Proposes and publishes as a stubborn coach does: looks what is there, and tries again what is not. */
async function learn(desk: DeskVisitor, ticket: string): Promise<void> {
  await desk.surely('POST', '/knowledge/proposals', { change, ticket, tellAsker: true });
  if ((await waiting(desk)).length === 0)
    await desk.surely('POST', '/knowledge/proposals', { change, ticket, tellAsker: true });
  for (const { id } of await waiting(desk)) {
    await desk.surely('POST', `/knowledge/proposals/${id}/approve`, {});
    if ((await waiting(desk)).length > 0) await desk.surely('POST', `/knowledge/proposals/${id}/approve`, {});
  }
}

describe.each(Object.entries(STORES))('kill -9 while knowledge is published, with %s', (_name, open) => {
  test.each(['propose:before', 'propose:after', 'publish:before', 'publish:after'])(
    'at %s: all of it or nothing, and once',
    async (point) => {
      const helpline = open();
      const desk = new DeskVisitor(helpline);
      try {
        await helpline.start();
        await desk.setUp();
        const { talk, ticket } = await answeredTicket(helpline, desk);
        await helpline.kill();
        await helpline.start(point);
        await desk.signIn();
        await learn(desk, ticket);

        expect(await waiting(desk)).toEqual([]);
        const item = await desk.call<KnowledgeItem>('GET', '/knowledge/items/ziek-melden');
        expect(item?.revisions.map(({ revision }) => revision)).toEqual([1]);
        expect(item?.phrasings).toEqual([WORDS]);
        const view = await desk.call<TicketView>('GET', `/tickets/${ticket}`);
        expect(view?.ticket.learned).toEqual(['ziek-melden']);
        const seen = await helpline.read(talk, 6);
        expect(seen.filter(({ text }) => text.includes('Je vraag hielp ons'))).toHaveLength(1);
        const other = await helpline.call<Talk>('POST', '/tokens/generate', undefined, {});
        if (!other) throw new Error('no token');
        await helpline.say(other, PARAPHRASE, 'p');
        expect((await helpline.read(other, 2))[1]?.text).toContain('Hij belt jou en de school');
      } finally {
        await helpline.remove();
      }
    },
  );
});

test('published on one process, soon answered by the other, and after its restart', async () => {
  const environment = onRedis('two');
  const [one, two] = [new CrashingHelpline(environment), new CrashingHelpline(environment)];
  try {
    await one.start();
    await two.start();
    const desk = new DeskVisitor(one);
    await desk.setUp();
    await desk.call('POST', '/knowledge/proposals', { change, ticket: null, tellAsker: false, publish: true });
    const knows = async (): Promise<void> => {
      const talk = await two.begin();
      await two.say(talk, PARAPHRASE, 'p');
      expect((await two.read(talk, 2))[1]?.text).toContain('Hij belt jou en de school');
    };
    await eventually(knows);
    await two.restart();
    await knows();
  } finally {
    await Promise.all([one.remove(), two.remove()]);
  }
});
