import type { FileShelf } from '../files/file-shelf.js';
import type { Session } from '../talk/device-state.js';
import type { Outgoing, Refusal, SendResult } from '../talk/queue.js';
import { BASE, laterOrRefused, toActivity } from './direct-line.js';

/** A connection over which nothing moved for so long is no connection. */
const STALLED_MS = 30_000;

export interface UploadDeps {
  readonly shelf: FileShelf;
  /** 0–1, of what is under way. */
  readonly onProgress: (clientId: string, part: number) => void;
}

/** Sends a message with files, and tells how far it is. What was cut off is sent again whole; the server keeps it once. */
export async function sendWithFiles(
  { shelf, onProgress }: UploadDeps,
  session: Session,
  item: Outgoing,
): Promise<SendResult> {
  const form = new FormData();
  form.append('activity', new Blob([JSON.stringify(toActivity(item))], { type: ACTIVITY_TYPE }));
  for (const { id, name, contentType } of item.files ?? []) {
    const bytes = (await shelf.get(id))?.bytes ?? null;
    if (bytes === null) return { kind: 'refused', reason: 'gone' };
    form.append('file', bytes.type === contentType ? bytes : new Blob([bytes], { type: contentType }), name);
  }
  return post(`${BASE}/conversations/${session.conversationId}/upload`, session.token, form, (part) => {
    onProgress(item.clientId, part);
  });
}

const ACTIVITY_TYPE = 'application/vnd.microsoft.activity';

/** XMLHttpRequest, because `fetch` does not tell how far it is. */
function post(path: string, token: string, form: FormData, onProgress: (part: number) => void): Promise<SendResult> {
  return new Promise((done) => {
    const request = new XMLHttpRequest();
    let timer = setTimeout(giveUp, STALLED_MS);
    function giveUp(): void {
      request.abort();
    }
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      clearTimeout(timer);
      timer = setTimeout(giveUp, STALLED_MS);
      if (total > 0) onProgress(loaded / total);
    });
    request.addEventListener('loadend', () => {
      clearTimeout(timer);
      done(resultOf(request));
    });
    request.open('POST', path);
    request.setRequestHeader('authorization', `Bearer ${token}`);
    request.send(form);
  });
}

function resultOf(request: XMLHttpRequest): SendResult {
  const { status } = request;
  if (status >= 200 && status < 300) return { kind: 'sent' };
  const wait = Number(request.getResponseHeader('retry-after') ?? Number.NaN);
  const result = laterOrRefused(status, Number.isFinite(wait) ? wait * 1_000 : null);
  return result.kind === 'refused' ? { kind: 'refused', reason: reasonOf(status, request.responseText) } : result;
}

function reasonOf(status: number, body: string): Refusal {
  if (body.includes('"too-many-files"')) return 'too-many-files';
  return status === 413 ? 'too-large' : 'kind';
}
