/** A file beside a message, as the page speaks of it; its bytes lie on the shelf of files under the same id. */
export interface FileNote {
  readonly id: string;
  readonly kind: FileKind;
  readonly name: string;
  /** What the server is told it is. */
  readonly contentType: string;
  /** Bytes. */
  readonly size: number;
}

export type FileKind = 'image' | 'audio' | 'video' | 'document';

/** A photo as it is sent. */
export interface Shrunk {
  readonly blob: Blob;
  /** A small picture for the conversation, as a data address; null when the browser cannot draw it. */
  readonly thumb: string | null;
}

/** Why a file cannot go along, or did not. */
export type FileProblem = 'too-large' | 'together-too-large' | 'too-many' | 'kind' | 'empty' | 'gone';

/** The server's own limits for one message. */
const MOST_BYTES = 5 * 1024 * 1024;
const MOST_FILES = 5;

const OFFICE = 'application/vnd.openxmlformats-officedocument.';
/** Phones leave the type out of what they downloaded themselves. */
const BY_ENDING: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  heic: 'image/heic',
  m4a: 'audio/mp4',
  mp3: 'audio/mpeg',
  ogg: 'audio/ogg',
  opus: 'audio/ogg',
  mp4: 'video/mp4',
  pdf: 'application/pdf',
  docx: `${OFFICE}wordprocessingml.document`,
  xlsx: `${OFFICE}spreadsheetml.sheet`,
  pptx: `${OFFICE}presentationml.presentation`,
};
/** A drawing may hold a script: the server refuses it, so do we, and sooner. */
const REFUSED = 'image/svg';

/** What the file picker offers. */
export const PICKED = 'image/*,audio/*,video/*,application/pdf,.docx,.xlsx,.pptx';

export function contentTypeOf(name: string, said: string): string {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  return said !== '' && said !== 'application/octet-stream' ? said : (BY_ENDING[ending] ?? said);
}

/** Null for what the server does not keep. */
export function kindOf(contentType: string): FileKind | null {
  if (contentType.startsWith(REFUSED)) return null;
  const kind = /^(image|audio|video)\//.exec(contentType)?.[1];
  if (kind !== undefined) return kind as FileKind;
  return contentType === 'application/pdf' || contentType.startsWith(OFFICE) ? 'document' : null;
}

/** What stands in the way of one more file beside the others; null when nothing does. */
export function problemOf(
  file: { readonly size: number; readonly contentType: string },
  others: readonly FileNote[],
): FileProblem | null {
  if (kindOf(file.contentType) === null) return 'kind';
  if (file.size === 0) return 'empty';
  if (file.size > MOST_BYTES) return 'too-large';
  if (others.length >= MOST_FILES) return 'too-many';
  return others.reduce((sum, { size }) => sum + size, file.size) > MOST_BYTES ? 'together-too-large' : null;
}
