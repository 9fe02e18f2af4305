import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { eventually } from '../support/eventually.js';
import { FakeConnector } from '../support/fake-connector.js';
import { FakeGraph } from '../support/fake-graph.js';
import { FakeMeta, type Person } from '../support/fake-meta.js';
import { PageTalk } from '../support/page-talk.js';
import { serve, type Served } from '../support/serve.js';
import { WatchedStore } from '../support/watched-store.js';

const graph = new FakeGraph();
const meta = new FakeMeta(() => served.origin, graph);
const connector = new FakeConnector();
let serviceUrl = '';
let served: Served;
let left: WatchedStore;
beforeAll(async () => {
  await graph.start();
  serviceUrl = await connector.start();
  served = await serve(
    { ...meta.environment, ALLOW_ANONYMOUS_BOT: 'true' },
    { aroundStore: (store) => (left = new WatchedStore(store)) },
  );
});
afterAll(async () => {
  await served.stop();
  graph.stop();
  connector.stop();
});

/** Says something in a channel; what the bot answers to it. */
type Say = (words: string) => Promise<string>;

async function web(): Promise<Say> {
  const page = await new PageTalk(served, 'An').open();
  return (words) => page.say(words);
}

function whatsapp(): Promise<Say> {
  const an: Person = { name: 'An', phone: '32460000077', userId: 'BE.77077' };
  let count = 0;
  return Promise.resolve(async (words) => {
    await meta.say(an, words);
    return (await graph.until('32460000077', (count += 1)))[count - 1]?.text ?? '';
  });
}

const framework = (channelId: 'msteams' | 'emulator') => (): Promise<Say> => {
  let count = 0;
  const id = `gesprek-${channelId}`;
  return Promise.resolve(async (words) => {
    const activity = {
      type: 'message',
      id: `${id}-${String((count += 1))}`,
      channelId,
      serviceUrl,
      conversation: { id, conversationType: 'personal', tenantId: 'tenant' },
      from: { id: `29:${id}`, name: 'An', aadObjectId: `oid-${channelId}` },
      recipient: { id: '28:bot', name: 'Mentorlijn' },
      text: words,
    };
    await fetch(`${served.origin}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(activity),
    });
    return eventually(() => {
      const mine = connector.heard.filter(({ path }) => path.includes(`/${id}/`));
      if (mine.length < count) throw new Error(`${id} has ${String(mine.length)} of ${String(count)}`);
      return JSON.stringify(mine[count - 1]?.body);
    });
  });
};

describe.each<readonly [string, () => Promise<Say>]>([
  ['the web page', web],
  ['WhatsApp', whatsapp],
  ['Teams', framework('msteams')],
  ['the Emulator', framework('emulator')],
])('what is kept of a person, on %s', (channel, open) => {
  test('is shown when he asks, and gone when he wants it gone', async () => {
    const word = `Zwaluw${channel.replace(/\W/g, '')}`;
    const say = await open();
    await say(`iets over ${word}`);
    expect(await say('coach')).toMatch(/nummer 100\d/);
    const shown = await say('wat weet je van mij');
    expect(shown).toContain('Dit bewaar ik van jou');
    expect(shown).toContain(word);
    expect(await say('wis mijn gegevens')).toContain('Wil je alles wissen');
    expect(await left.everything()).toContain(word);
    expect(await say('ja')).toContain('gewist');
    await eventually(async () => expect(await left.everything()).not.toContain(word));
    expect(await say('mijn vragen')).toContain('nog geen vragen');
  });
});
