import { createHash } from 'node:crypto';
import { keepFile, MAX_FILE_BYTES } from '../../../handlers/attachments.js';
import { homeOf } from '../../../handlers/continuity/home.js';
import { MentorlijnError } from '../../../handlers/errors.js';
import type { ConversationKey } from '../../../handlers/message.js';
import type { Put, StoredRecord } from '../../../handlers/ports.js';
import type { Ticket } from '../../../handlers/ticket.js';
import type { TurnDeps } from '../../../handlers/turn/process-message.js';
import { downloadMedia, MediaRefused } from './download.js';
import { faultOf } from './faults.js';
import { GraphError, type Graph } from './graph.js';
import type { InboundMessage } from './webhook.js';

/**
 * A photo or voice note stays with Meta until its sender gives it to a coach: only then it is fetched and kept. Meta
 * keeps it some days; a fetch that fails is tried again until then.
 */
interface FetchJob {
  readonly file: string;
  readonly mediaId: string;
  readonly conversation: ConversationKey;
  readonly contentType: string;
  readonly tries: number;
  /** ISO time. */
  readonly since: string;
}

const KEEP_JOB_DAYS = 7;
/** A file nobody gave to a coach yet is looked at again with every message, and in this time. */
const LOOK_AGAIN_MS = 10 * 60_000;

/** Our name for a file before and after it is fetched: fetched twice, kept once. */
export function fileIdOf(mediaId: string): string {
  return `wa${createHash('sha256').update(mediaId).digest('hex').slice(0, 40)}`;
}

/** What has to be remembered of the files of a message, in the commit that takes it in. */
export function fetchJobs(message: InboundMessage, conversation: ConversationKey, now: Date): readonly Put[] {
  return message.files.flatMap(({ mediaId, contentType }): readonly Put[] => {
    if (mediaId === null) return [];
    const job: FetchJob = {
      file: fileIdOf(mediaId),
      mediaId,
      conversation,
      contentType,
      tries: 0,
      since: now.toISOString(),
    };
    return [putJob(job, 'any', LOOK_AGAIN_MS, now)];
  });
}

function putJob(job: FetchJob, expect: Put['expect'], waitMs: number, now: Date): Put {
  return {
    kind: 'attachment',
    id: `fetch|${job.file}`,
    body: job,
    indexes: {
      fetch: `${job.conversation}|`,
      due: new Date(now.getTime() + waitMs).toISOString(),
    },
    expiresAt: new Date(Date.parse(job.since) + KEEP_JOB_DAYS * 86_400_000).toISOString(),
    expect,
  };
}

export type MediaDeps = Pick<TurnDeps, 'store' | 'clock' | 'ids' | 'log' | 'live'> & {
  readonly graph: Graph;
  readonly download: Parameters<typeof downloadMedia>[1];
  readonly keepFilesDays?: number;
};

/** Fetches what this person just gave to a coach. */
export async function fetchGiven(deps: MediaDeps, conversation: ConversationKey): Promise<void> {
  await fetchAll(
    deps,
    await deps.store.query<FetchJob>({ kind: 'attachment', index: 'fetch', prefix: `${conversation}|`, limit: 20 }),
  );
}

/** Tries again what failed, and what was given on another channel. */
export async function fetchDue(deps: MediaDeps): Promise<void> {
  const to = deps.clock.now().toISOString();
  await fetchAll(deps, await deps.store.query<FetchJob>({ kind: 'attachment', index: 'due', to, limit: 50 }));
}

async function fetchAll(deps: MediaDeps, jobs: readonly StoredRecord<FetchJob>[]): Promise<void> {
  for (const job of jobs) await fetchOne(deps, job);
}

async function fetchOne(deps: MediaDeps, { id, body: job, version }: StoredRecord<FetchJob>): Promise<void> {
  const ticket = await ticketWith(deps, job);
  if (!ticket) return postpone(deps, job, version, LOOK_AGAIN_MS);
  try {
    const bytes = await downloadMedia(deps.graph, deps.download, job.mediaId, MAX_FILE_BYTES);
    const name = ticket.attachments.find(({ file }) => file === job.file)?.name ?? null;
    const { contentType, file } = job;
    await keepFile(deps, { conversation: ticket.conversation, name, contentType, bytes, id: file });
    await deps.store.commit({ deletes: [{ kind: 'attachment', id, expect: 'any' }] });
    deps.live.publish('tickets', ticket.id);
  } catch (error) {
    await failed(deps, job, version, error);
  }
}

/** The consent: the sender's own ticket holds the file. */
async function ticketWith({ store }: MediaDeps, job: FetchJob): Promise<Ticket | null> {
  const conversation = await homeOf(store, job.conversation);
  const tickets = await store.query<Ticket>({
    kind: 'ticket',
    index: 'conversation',
    prefix: `${conversation}|`,
    order: 'desc',
    limit: 20,
  });
  return tickets.find(({ body }) => body.attachments.some((one) => one.file === job.file))?.body ?? null;
}

async function postpone(deps: MediaDeps, job: FetchJob, version: number, waitMs: number): Promise<void> {
  await deps.store.commit({ puts: [putJob(job, version, waitMs, deps.clock.now())] });
}

async function failed(deps: MediaDeps, job: FetchJob, version: number, error: unknown): Promise<void> {
  if (error instanceof MentorlijnError && error.code === 'store-unavailable') throw error;
  const gone = error instanceof GraphError && faultOf(error.code, error.status).kind === 'never';
  const refused = gone || error instanceof MediaRefused || error instanceof MentorlijnError;
  deps.log.error('media-fetch-failed', error, { tries: job.tries + 1, final: refused });
  if (!refused) return postpone(deps, { ...job, tries: job.tries + 1 }, version, 30_000 * 2 ** Math.min(job.tries, 8));
  await deps.store.commit({ deletes: [{ kind: 'attachment', id: `fetch|${job.file}`, expect: 'any' }] });
}
