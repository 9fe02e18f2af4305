import { Busboy } from '@fastify/busboy';
import { MentorlijnError } from '../../handlers/errors.js';

/** A part of a form: words and files alike. */
export interface FormPart {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Buffer;
}

const MAX_PARTS = 12;

/** A form that was read whole -> its parts. Throws `bad-request` for what is no form, or has too many parts. */
export function parseForm(body: Buffer, contentType: string): Promise<readonly FormPart[]> {
  return new Promise((done, fail) => {
    const refuse = (cause?: unknown): void => {
      fail(new MentorlijnError('bad-request', 'the form could not be read', { cause }));
    };
    const parts: FormPart[] = [];
    try {
      const form = new Busboy({
        headers: { 'content-type': contentType },
        isPartAFile: () => true,
        limits: { parts: MAX_PARTS, fileSize: body.length },
      });
      form.on('file', (_field, stream, name, _encoding, type) => {
        const pieces: Buffer[] = [];
        stream.on('data', (piece: Buffer) => pieces.push(piece));
        stream.on('error', refuse);
        stream.on('end', () => parts.push({ name: name || '', contentType: type, bytes: Buffer.concat(pieces) }));
      });
      form.on('partsLimit', () => {
        refuse();
      });
      form.on('error', refuse);
      form.on('finish', () => {
        done(parts);
      });
      form.end(body);
    } catch (error) {
      refuse(error);
    }
  });
}
