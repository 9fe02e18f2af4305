import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load, type LoadResult } from './load.js';
import { run, type Running } from './process.js';

const root = join(import.meta.dirname, '..');
const QUESTIONS = [
  'moet ik dimona doen voor mijn leerling',
  'hij is ziek wie betaalt',
  'mag hij met de bosmaaier werken',
  'wat is een prestatiestaat',
  'hij komt altijd te laat',
  'wanneer heeft hij vakantie',
];
const question = (n: number): string => QUESTIONS[n % QUESTIONS.length] ?? '';

export interface HttpRow extends LoadResult {
  readonly what: string;
  readonly mentors: number;
  readonly memoryMb: number;
}

/** Turns through HTTP: our helpline beside a bare botbuilder echo bot, on the same machine in the same run. */
export async function benchHttp(): Promise<{ rows: readonly HttpRow[]; readyMs: number; ratio: number }> {
  const connector = createServer((request, response) => {
    request.resume();
    request.on('end', () => response.writeHead(200, { 'content-type': 'application/json' }).end('{"id":"1"}'));
  });
  await new Promise<void>((done) => connector.listen(0, '127.0.0.1', done));
  const serviceUrl = `http://127.0.0.1:${String((connector.address() as AddressInfo).port)}`;
  const data = mkdtempSync(join(tmpdir(), 'ml-bench-'));
  const environment = {
    PORT: '0',
    DATA_DIR: data,
    CACHE_DIR: join(root, '.cache'),
    KNOWLEDGE_DIR: join(root, 'knowledge'),
    LOG_LEVEL: 'silent',
    REQUESTS_PER_MINUTE: '1000000',
    MESSAGES_PER_MINUTE: '1000000',
    ALLOW_ANONYMOUS_BOT: 'true',
  };
  const rows: HttpRow[] = [];
  const echo = await run(
    [join(root, 'node_modules/tsx/dist/cli.mjs'), join(root, 'bench/echo-bot.ts')],
    {},
    /READY (\d+)/,
  );
  // The first start may train; the second shows how long a start takes.
  await (await start(environment)).stop();
  const ours = await start(environment);
  for (const mentors of [50, 500]) {
    const each = Math.ceil(3_000 / mentors);
    await botFramework(echo, serviceUrl, 10, 20);
    rows.push({
      what: 'bare echo bot, /api/messages',
      mentors,
      ...(await botFramework(echo, serviceUrl, mentors, each)),
      memoryMb: 0,
    });
    await botFramework(ours, serviceUrl, 10, 20);
    rows.push({
      what: 'Mentorlijn, /api/messages',
      mentors,
      ...(await botFramework(ours, serviceUrl, mentors, each)),
      memoryMb: ours.memoryMb(),
    });
    rows.push({
      what: 'Mentorlijn, Direct Line',
      mentors,
      ...(await directLine(ours, mentors, each)),
      memoryMb: ours.memoryMb(),
    });
  }
  await Promise.all([echo.stop(), ours.stop()]);
  connector.close();
  connector.closeAllConnections();
  rmSync(data, { recursive: true, force: true });
  const rate = (what: string): number =>
    rows.find((row) => row.what.startsWith(what) && row.what.endsWith('messages') && row.mentors === 50)?.perSecond ??
    0;
  return { rows, readyMs: ours.readyMs, ratio: Math.round((100 * rate('Mentorlijn')) / rate('bare')) / 100 };
}

function start(environment: Readonly<Record<string, string>>): Promise<Running> {
  return run([join(root, 'dist/bot/main.js')], environment, /localhost:(\d+)\/desk/);
}

let sent = 0;
function botFramework({ origin }: Running, serviceUrl: string, mentors: number, each: number): Promise<LoadResult> {
  return load(mentors, each, async (mentor, index) => {
    sent += 1;
    const activity = {
      type: 'message',
      id: `a${String(sent)}`,
      channelId: 'emulator',
      serviceUrl,
      conversation: { id: `c${String(mentor)}` },
      from: { id: `u${String(mentor)}` },
      recipient: { id: 'bot' },
      text: question(mentor + index),
    };
    const response = await fetch(`${origin}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(activity),
    });
    if (!response.ok) throw new Error(`/api/messages answered ${String(response.status)}`);
    await response.arrayBuffer();
  });
}

async function directLine({ origin }: Running, mentors: number, each: number): Promise<LoadResult> {
  const post = async (path: string, token: string | null, body: object): Promise<Record<string, string>> => {
    const response = await fetch(`${origin}/v3/directline${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`Direct Line answered ${String(response.status)}`);
    return (await response.json()) as Record<string, string>;
  };
  const talks = await Promise.all(Array.from({ length: mentors }, () => post('/tokens/generate', null, {})));
  return load(mentors, each, async (mentor, index) => {
    const talk = talks[mentor];
    if (!talk) return;
    await post(`/conversations/${talk.conversationId ?? ''}/activities`, talk.token ?? '', {
      type: 'message',
      text: question(mentor + index),
    });
  });
}
