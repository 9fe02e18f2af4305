const MAGIC = 'MLP1';
/** Sections begin where any sort of number may. */
const ALIGN = 8;
/** Shorter texts stay in the head. */
const LEAST = 64;
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;
const SECTION = '$bytes';

/**
 * Plain data with base64 texts in it -> one buffer: JSON in front, and every such text as bare bytes behind it. A model of
 * twenty megabytes is then read without ever standing in memory as text.
 */
export function packFile(data: object): Buffer {
  const sections: Buffer[] = [];
  let offset = 0;
  const head = Buffer.from(
    JSON.stringify(data, (_key, value: unknown) => {
      const bytes = bytesOf(value);
      if (bytes === null) return value;
      const place = { [SECTION]: [offset, bytes.length] };
      sections.push(bytes, Buffer.alloc(padding(bytes.length)));
      offset += bytes.length + padding(bytes.length);
      return place;
    }),
  );
  const start = Buffer.alloc(ALIGN);
  start.write(MAGIC, 'latin1');
  start.writeUInt32LE(head.length, MAGIC.length);
  return Buffer.concat([start, head, Buffer.alloc(padding(head.length)), ...sections]);
}

/** The data again, its base64 texts as views on the buffer. Throws when it is no such file, or cut off. */
export function unpackFile(file: Buffer): unknown {
  const length = file.readUInt32LE(MAGIC.length);
  if (file.toString('latin1', 0, MAGIC.length) !== MAGIC || ALIGN + length > file.length)
    throw new RangeError('this is no packed file');
  const from = ALIGN + length + padding(length);
  return JSON.parse(file.toString('utf8', ALIGN, ALIGN + length), (_key, value: unknown) => {
    const place = sectionOf(value);
    if (place === null) return value;
    const [offset, size] = place;
    if (from + offset + size > file.length) throw new RangeError('this packed file was cut off');
    return new Uint8Array(file.buffer, file.byteOffset + from + offset, size);
  }) as unknown;
}

function bytesOf(value: unknown): Buffer | null {
  if (typeof value !== 'string' || value.length < LEAST || value.length % 4 !== 0 || !BASE64.test(value)) return null;
  return Buffer.from(value, 'base64');
}

function sectionOf(value: unknown): readonly [number, number] | null {
  if (typeof value !== 'object' || value === null || !(SECTION in value)) return null;
  const [offset, size] = value[SECTION] as readonly [number, number];
  return [offset, size];
}

function padding(length: number): number {
  return (ALIGN - (length % ALIGN)) % ALIGN;
}
