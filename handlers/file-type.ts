import type { AttachmentKind } from './message.js';

/** What a file is by its own first bytes: the sender's word for it is never trusted. */
export interface FileType {
  readonly contentType: string;
  readonly kind: AttachmentKind;
  /** Harmless inside our page; anything else is only offered for download. */
  readonly shown: boolean;
}

type Shape = (head: Uint8Array, declared: string) => FileType | null;

const OFFICE = 'application/vnd.openxmlformats-officedocument.';

/** The kinds of files we keep. A kind that is not here is refused: a page, a drawing with script, a program. */
const SHAPES: readonly Shape[] = [
  starts([0xff, 0xd8, 0xff], image('jpeg')),
  starts([0x89, 0x50, 0x4e, 0x47], image('png')),
  starts(ascii('GIF8'), image('gif')),
  riff('WEBP', image('webp')),
  starts(ascii('OggS'), audio('ogg')),
  starts(ascii('ID3'), audio('mpeg')),
  starts([0xff, 0xfb], audio('mpeg')),
  starts([0xff, 0xf3], audio('mpeg')),
  starts([0xff, 0xf2], audio('mpeg')),
  starts([0xff, 0xf1], audio('aac')),
  starts([0xff, 0xf9], audio('aac')),
  starts(ascii('#!AMR'), audio('amr')),
  riff('WAVE', audio('wav')),
  starts([0x1a, 0x45, 0xdf, 0xa3], (declared) => (isAudio(declared) ? audio('webm') : video('webm'))),
  mp4,
  starts(ascii('%PDF-'), document('application/pdf')),
  starts([0x50, 0x4b, 0x03, 0x04], (declared) => (declared.startsWith(OFFICE) ? document(declared) : null)),
];

/** Null for a file we do not keep. */
export function fileTypeOf(bytes: Uint8Array, declared: string | null): FileType | null {
  const said = (declared ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  for (const shape of SHAPES) {
    const found = shape(bytes, said);
    if (found) return found;
  }
  return null;
}

function starts(signature: readonly number[], type: FileType | ((declared: string) => FileType | null)): Shape {
  return (head, declared) =>
    signature.every((byte, index) => head[index] === byte)
      ? typeof type === 'function'
        ? type(declared)
        : type
      : null;
}

function riff(name: string, type: FileType): Shape {
  return (head) => (text(head, 0, 4) === 'RIFF' && text(head, 8, 12) === name ? type : null);
}

/** One family, many brands: phones speak, film and photograph in it. */
function mp4(head: Uint8Array, declared: string): FileType | null {
  if (text(head, 4, 8) !== 'ftyp') return null;
  const brand = text(head, 8, 12);
  if (/^(?:heic|heix|mif1|msf1)$/.test(brand)) return { contentType: 'image/heic', kind: 'image', shown: false };
  if (brand.startsWith('3g')) return isAudio(declared) ? audio('3gpp') : video('3gpp');
  return brand.startsWith('M4A') || isAudio(declared) ? audio('mp4') : video('mp4');
}

function image(name: string): FileType {
  return { contentType: `image/${name}`, kind: 'image', shown: true };
}

function audio(name: string): FileType {
  return { contentType: `audio/${name}`, kind: 'audio', shown: true };
}

function video(name: string): FileType {
  return { contentType: `video/${name}`, kind: 'video', shown: true };
}

function document(contentType: string): FileType {
  return { contentType, kind: 'document', shown: false };
}

function isAudio(declared: string): boolean {
  return declared.startsWith('audio/');
}

function ascii(word: string): readonly number[] {
  return Array.from(Buffer.from(word, 'latin1'));
}

function text(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.slice(from, to));
}
