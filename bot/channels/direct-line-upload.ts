import { createHash } from 'node:crypto';
import express, { type Request, type RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import { filesOf, keepFile, MAX_FILE_BYTES, type FileDeps } from '../../handlers/attachments.js';
import { homeOf } from '../../handlers/continuity/home.js';
import { MentorlijnError } from '../../handlers/errors.js';
import { conversationKey } from '../../handlers/message.js';
import type { LimitStores } from '../state/rate-limits.js';
import { parseForm, type FormPart } from './multipart.js';

/** The file, the words sent with it, and the room their envelope takes. */
const BODY_LIMIT = MAX_FILE_BYTES + 200_000;
const MAX_FILES = 5;
/** Of one conversation; nobody needs more to show what he means. */
const MAX_KEPT = 40;
/** Of one address; files are heavier than words. */
const UPLOADS_PER_MINUTE = 20;
const ACTIVITY_TYPE = 'application/vnd.microsoft.activity';

/** Reads the body of an upload whole; only on its own address, everything else has a far lower limit. */
export function uploadBody(): RequestHandler {
  return express.raw({ type: () => true, limit: BODY_LIMIT });
}

/** So many files a minute from one address, over all processes. */
export function uploadLimit(limits: LimitStores | undefined): RequestHandler {
  const store = limits?.('uploads');
  return rateLimit({
    windowMs: 60_000,
    limit: UPLOADS_PER_MINUTE,
    legacyHeaders: false,
    ...(store ? { store } : {}),
    passOnStoreError: true,
    handler: () => {
      throw new MentorlijnError('too-many', 'too many files: wait a minute');
    },
  });
}

export interface Upload {
  /** The activity that came with the files, unread; null when there was none. */
  readonly activity: unknown;
  readonly attachments: readonly UploadedFile[];
}

/** An attachment of an activity; `content` tells our own incoming side where the file is. */
interface UploadedFile {
  readonly contentType: string;
  readonly name: string | undefined;
  readonly content: { readonly file: string; readonly size: number };
}

/** Direct Line's upload: a form with an activity and files, or one file as the body itself. Keeps every file. */
export async function takeUpload(deps: FileDeps, conversationId: string, request: Request): Promise<Upload> {
  const { activity, files } = await readBody(request);
  if (files.length === 0) throw new MentorlijnError('bad-request', 'there is no file in this upload');
  if (files.length > MAX_FILES) throw new MentorlijnError('bad-request', 'at most five files at once');
  // At home, where everything of the person lies, so that it goes with him.
  const conversation = await homeOf(deps.store, conversationKey('web', conversationId));
  const ids = files.map((_, index) => idOf(conversationId, activity, index));
  const others = (await filesOf(deps.store, conversation)).filter(({ id }) => !ids.includes(id));
  if (others.length + files.length > MAX_KEPT)
    throw new MentorlijnError('too-many-files', 'this conversation holds too many files');
  const attachments: UploadedFile[] = [];
  for (const [index, file] of files.entries()) {
    const name = file.name === '' || file.name === 'blob' ? null : file.name.slice(-200);
    const id = ids[index];
    const { contentType, bytes } = file;
    const kept = await keepFile(deps, { conversation, name, contentType, bytes, ...(id === undefined ? {} : { id }) });
    attachments.push({
      contentType: kept.contentType ?? file.contentType,
      name: kept.name ?? undefined,
      content: { file: kept.file ?? '', size: file.bytes.length },
    });
  }
  return { activity, attachments };
}

/**
 * A message that is sent again brings the same files: kept under the same id, they are kept once. Nobody can guess it:
 * the conversation's own id is a secret. Undefined for a client that does not name its messages.
 */
function idOf(conversationId: string, activity: unknown, index: number): string | undefined {
  const data = (activity as { readonly channelData?: Readonly<Record<string, unknown>> } | null)?.channelData;
  const client = data?.clientActivityID ?? data?.clientActivityId;
  if (typeof client !== 'string') return undefined;
  return createHash('sha256')
    .update(`${conversationId}|${client}|${String(index)}`)
    .digest('base64url')
    .slice(0, 32);
}

async function readBody(
  request: Request,
): Promise<{ readonly activity: unknown; readonly files: readonly FormPart[] }> {
  const contentType = request.get('content-type') ?? '';
  const bytes: unknown = request.body;
  if (!Buffer.isBuffer(bytes)) throw new MentorlijnError('bad-request', 'there is no file in this upload');
  if (!contentType.startsWith('multipart/form-data')) {
    const name = /filename="?([^";]+)"?/.exec(request.get('content-disposition') ?? '')?.[1] ?? '';
    return { activity: null, files: [{ name, contentType, bytes }] };
  }
  const parts = await parseForm(bytes, contentType);
  const words = parts.find((part) => part.contentType.startsWith(ACTIVITY_TYPE));
  return {
    activity: words === undefined ? null : parseActivity(words.bytes.toString('utf8')),
    files: parts.filter((part) => part !== words),
  };
}

function parseActivity(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new MentorlijnError('bad-request', 'the activity is no JSON', { cause });
  }
}
