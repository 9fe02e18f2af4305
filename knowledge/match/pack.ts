/** Typed arrays <-> base64 text, so that a model is plain JSON in Node and in the browser alike (little-endian). */
export function packBytes(array: ArrayBufferView): string {
  const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
  if (typeof Buffer !== 'undefined')
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64');
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}

/** Bytes as base64 text, or as they were read from a packed file. */
export type Packed = string | Uint8Array;

interface Base64Reader {
  readonly fromBase64?: (text: string) => Uint8Array<ArrayBuffer>;
}

function unpackBytes(packed: Packed): Uint8Array<ArrayBuffer> {
  if (typeof packed !== 'string') return packed as Uint8Array<ArrayBuffer>;
  const quick = (Uint8Array as Base64Reader).fromBase64?.(packed) ?? nodeBytes(packed);
  if (quick) return quick;
  const raw = atob(packed);
  const bytes = new Uint8Array(raw.length);
  for (let at = 0; at < raw.length; at++) bytes[at] = raw.charCodeAt(at);
  return bytes;
}

/** Ten times as fast as letter by letter, where there is a Buffer. */
function nodeBytes(text: string): Uint8Array<ArrayBuffer> | null {
  if (typeof Buffer === 'undefined') return null;
  const bytes = new Uint8Array(Buffer.byteLength(text, 'base64'));
  return Buffer.from(bytes.buffer).write(text, 'base64') === bytes.length ? bytes : null;
}

/** Small steps as one letter each: twice the length of bytes, but it compresses to a fraction. For reduced models. */
export function packSteps(values: Int8Array, step: number): string {
  return `~${String(step)}:${Array.from(values, (value) => String.fromCharCode(STEP_ZERO + Math.round(value / step))).join('')}`;
}

const STEP_ZERO = 78;

export function unpackInt8(packed: Packed): Int8Array {
  if (typeof packed === 'string' && packed.startsWith('~')) return unpackSteps(packed);
  const bytes = unpackBytes(packed);
  return new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
}

function unpackSteps(text: string): Int8Array {
  const from = text.indexOf(':') + 1;
  const step = Number(text.slice(1, from - 1));
  const values = new Int8Array(text.length - from);
  for (let at = from; at < text.length; at++)
    values[at - from] = Math.max(-127, Math.min(127, (text.charCodeAt(at) - STEP_ZERO) * step));
  return values;
}

export const unpackUint8 = (packed: Packed): Uint8Array => unpackBytes(packed);
export const unpackUint16 = (packed: Packed): Uint16Array => view(packed, Uint16Array);
export const unpackUint32 = (packed: Packed): Uint32Array => view(packed, Uint32Array);
export const unpackFloat32 = (packed: Packed): Float32Array => view(packed, Float32Array);

interface Numbers<T> {
  new (buffer: ArrayBuffer, byteOffset: number, length: number): T;
  readonly BYTES_PER_ELEMENT: number;
}

/** A view on what was read, or a copy where it begins elsewhere than numbers of several bytes may. */
function view<T>(packed: Packed, Type: Numbers<T>): T {
  const { buffer, byteOffset, length } = unpackBytes(packed);
  const size = Type.BYTES_PER_ELEMENT;
  return byteOffset % size === 0
    ? new Type(buffer, byteOffset, Math.floor(length / size))
    : new Type(buffer.slice(byteOffset, byteOffset + length), 0, Math.floor(length / size));
}

/** Ascending ids -> the steps between them, seven bits a byte: most steps are small, and no id is too large. */
export function packAscending(rows: readonly (readonly number[])[]): string {
  const bytes: number[] = [];
  for (const row of rows) {
    let before = 0;
    for (const id of row) {
      let step = id - before;
      for (; step > 127; step >>>= 7) bytes.push((step & 127) | 128);
      bytes.push(step);
      before = id;
    }
  }
  return packBytes(Uint8Array.from(bytes));
}

/** `start` tells where each row begins, as `packAscending` was given them. */
export function unpackAscending(packed: Packed, start: Uint32Array): Uint32Array {
  const bytes = unpackUint8(packed);
  const ids = new Uint32Array(start.at(-1) ?? 0);
  let read = 0;
  for (let row = 0; row + 1 < start.length; row++) {
    let id = 0;
    for (let at = start[row] ?? 0; at < (start[row + 1] ?? 0); at++) {
      for (let shift = 0; ; shift += 7) {
        const byte = bytes[read++] ?? 0;
        id += (byte & 127) << shift;
        if (byte < 128) break;
      }
      ids[at] = id;
    }
  }
  return ids;
}
