import { MentorlijnError } from './errors.js';
import { fileTypeOf } from './file-type.js';
import type { Attachment, AttachmentKind, ConversationKey } from './message.js';
import type { Clock, Delete, Ids, Store } from './ports.js';

/** Files that askers sent, kept for the coach: a head record and its bytes in pieces beside it. */

/** Largest file we keep. */
export const MAX_FILE_BYTES = 5 * 1024 * 1024;
/** Small enough for one value of any store, also when it is encrypted and written as text. */
const PIECE_BYTES = 256 * 1024;
/** A file is gone after this time, whatever became of the question. */
const KEEP_FILES_DAYS = 60;

export interface FileDeps {
  readonly store: Store;
  readonly ids: Ids;
  readonly clock: Clock;
  /** Left out: KEEP_FILES_DAYS. */
  readonly keepFilesDays?: number;
}

export interface NewFile {
  readonly conversation: ConversationKey;
  readonly name: string | null;
  /** As the sender says; what it really is, its bytes tell. */
  readonly contentType: string | null;
  readonly bytes: Uint8Array;
  /** A name of the channel for it, so that fetching it twice keeps it once; unguessable when left out. */
  readonly id?: string;
}

/** What is kept of a file beside its bytes. */
export interface KeptFile {
  readonly id: string;
  readonly conversation: ConversationKey;
  readonly name: string | null;
  readonly contentType: string;
  readonly kind: AttachmentKind;
  /** Harmless inside our page; anything else is only offered for download. */
  readonly shown: boolean;
  readonly size: number;
  readonly pieces: number;
  readonly createdAt: string;
}

interface Piece {
  readonly base64: string;
}

/**
 * Keeps a file and gives the attachment that points at it. Refuses `too-large` and kinds we do not keep
 * (`bad-request`). The head is written last: a file is there whole or not at all.
 */
export async function keepFile(
  deps: FileDeps,
  file: NewFile,
  keepDays = deps.keepFilesDays ?? KEEP_FILES_DAYS,
): Promise<Attachment> {
  const type = checked(file);
  const id = file.id ?? deps.ids.secret();
  const now = deps.clock.now();
  const expiresAt = new Date(now.getTime() + keepDays * 86_400_000).toISOString();
  const pieces = Math.ceil(file.bytes.length / PIECE_BYTES);
  for (let index = 0; index < pieces; index += 1) {
    const bytes = file.bytes.subarray(index * PIECE_BYTES, (index + 1) * PIECE_BYTES);
    const body: Piece = { base64: Buffer.from(bytes).toString('base64') };
    await deps.store.commit({
      puts: [{ kind: 'attachment', id: pieceId(id, index), body, expiresAt, expect: 'any' }],
    });
  }
  const { conversation, name } = file;
  const head: KeptFile = {
    id,
    conversation,
    name,
    ...type,
    size: file.bytes.length,
    pieces,
    createdAt: now.toISOString(),
  };
  await deps.store.commit({
    puts: [
      {
        kind: 'attachment',
        id,
        body: head,
        indexes: { conversation: `${conversation}|${id}` },
        expiresAt,
        expect: 'any',
      },
    ],
  });
  return { kind: type.kind, name, contentType: type.contentType, reference: null, file: id, size: file.bytes.length };
}

function checked({ bytes, contentType }: NewFile) {
  if (bytes.length > MAX_FILE_BYTES) throw new MentorlijnError('too-large', 'a file may have at most 5 MB');
  const type = bytes.length === 0 ? null : fileTypeOf(bytes, contentType);
  if (!type) throw new MentorlijnError('bad-request', 'only photos, sound, video, PDF and Office files are kept');
  return type;
}

const pieceId = (id: string, index: number): string => `${id}.${String(index)}`;

/** What is known of a file; null when it never was or is gone. */
export async function findFile(store: Store, id: string): Promise<KeptFile | null> {
  return (await store.get<KeptFile>('attachment', id))?.body ?? null;
}

/** The bytes of a file; null when one piece is gone. */
export async function readFile(store: Store, { id, pieces }: KeptFile): Promise<Buffer | null> {
  const found: Buffer[] = [];
  for (let index = 0; index < pieces; index += 1) {
    const piece = await store.get<Piece>('attachment', pieceId(id, index));
    if (!piece) return null;
    found.push(Buffer.from(piece.body.base64, 'base64'));
  }
  return Buffer.concat(found);
}

/** Every file of a conversation, for export and erasure. */
export async function filesOf(store: Store, conversation: ConversationKey): Promise<readonly KeptFile[]> {
  const found = await store.query<KeptFile>({ kind: 'attachment', index: 'conversation', prefix: `${conversation}|` });
  return found.map(({ body }) => body);
}

/** The bytes of a file lie beside its head, without an index of their own: who deletes the head deletes these too. */
export function pieceDeletes({ id, pieces }: Pick<KeptFile, 'id' | 'pieces'>): readonly Delete[] {
  return Array.from({ length: pieces }, (_, index) => ({
    kind: 'attachment',
    id: pieceId(id, index),
    expect: 'any',
  }));
}
