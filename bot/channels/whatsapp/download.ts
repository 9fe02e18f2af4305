import type { Graph } from './graph.js';

/** Not to be had, or not allowed: trying again cannot help. */
export class MediaRefused extends Error {
  override readonly name = 'MediaRefused';
}

/** Where Meta keeps files; a leading dot allows every host below it. */
const MEDIA_HOSTS: readonly string[] = ['.fbsbx.com', '.fbcdn.net', '.whatsapp.net'];
const TIMEOUT_MS = 20_000;

export interface DownloadSettings {
  readonly token: string;
  readonly graphUrl: string;
}

/** The bytes of a file of Meta: only from Meta's hosts, no redirects, never more than `maxBytes`. */
export async function downloadMedia(
  graph: Pick<Graph, 'media'>,
  settings: DownloadSettings,
  mediaId: string,
  maxBytes: number,
): Promise<Buffer> {
  const found = await graph.media(mediaId);
  if (!found) throw new MediaRefused('there is no such file');
  if (found.size > maxBytes) throw new MediaRefused('the file is too large');
  if (!isMediaUrl(found.url, settings.graphUrl)) throw new MediaRefused('the file is not at Meta');
  const response = await fetch(found.url, {
    headers: { authorization: `Bearer ${settings.token}` },
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (response.status === 404 || response.status === 410) throw new MediaRefused('the file is gone');
  if (!response.ok || !response.body) throw new Error(`the file answered ${String(response.status)}`);
  return readAtMost(response.body, maxBytes);
}

/** Our token travels with the request, so the address must be Meta's own; a local one only beside a local Graph API. */
export function isMediaUrl(url: string, graphUrl: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, username, password, origin, port } = new URL(url);
  if (username !== '' || password !== '') return false;
  const graph = new URL(graphUrl);
  if (origin === graph.origin) return true;
  return protocol === 'https:' && port === '' && MEDIA_HOSTS.some((host) => hostname.endsWith(host));
}

async function readAtMost(body: ReadableStream<Uint8Array>, maxBytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    // What Meta said of its size is a hint; this is the limit.
    if (size > maxBytes) throw new MediaRefused('the file is too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
