import type { JsonBody } from '../../handlers/ports.js';

/** Body <-> the text that is kept. The place where what is kept can be encrypted. */
export interface Codec {
  encode(body: JsonBody): string;
  decode(text: string): JsonBody;
}

export const jsonCodec: Codec = {
  encode: (body) => JSON.stringify(body),
  decode: (text) => JSON.parse(text) as JsonBody,
};
