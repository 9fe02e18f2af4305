import type { JsonBody } from '../../handlers/ports.js';

/**
 * Body <-> the text that is kept. `place` names the row (see recordPlace and logPlace): a sealed body is bound to it,
 * so that nobody who can write to the disk moves one person's words into another's row.
 */
export interface Codec {
  encode(body: JsonBody, place: string): string;
  decode(text: string, place: string): JsonBody;
}

export const jsonCodec: Codec = {
  encode: (body) => JSON.stringify(body),
  decode: (text) => JSON.parse(text) as JsonBody,
};

export function recordPlace(kind: string, id: string): string {
  return `r|${kind}|${id}`;
}

export function logPlace(log: string): string {
  return `l|${log}`;
}
