/** What went wrong, by the code of the server; `offline` when it was not reached at all. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  constructor(
    readonly code: string,
    message: string,
    readonly status: number,
  ) {
    super(message);
  }
}

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** The desk's API, with the secret that proves a change comes from this page. */
export interface Api {
  call<T>(method: Method, path: string, body?: unknown): Promise<T>;
  stream(path: string, signal: AbortSignal): Promise<Response>;
  /** A file as it is. */
  file(path: string): Promise<Blob>;
  setCsrf(csrf: string): void;
  /** Inside Teams no cookie travels: a token in this page's memory does. */
  setBearer(token: string | null): void;
}

const TIMEOUT_MS = 20_000;
/** Looking at every known question takes its time on a busy machine; its progress is shown meanwhile. */
const SLOW = /^\/knowledge\/(?:assess|replay)$/;
const SLOW_MS = 180_000;

export function createApi(): Api {
  let csrf = '';
  let bearer: string | null = null;
  const framed = window.parent !== window;
  const auth = (): Record<string, string> => ({
    ...(framed ? { 'x-mentorlijn-framed': 'yes' } : {}),
    ...(bearer === null ? {} : { authorization: `Bearer ${bearer}` }),
  });
  return {
    setCsrf: (next) => {
      csrf = next;
    },
    setBearer: (next) => {
      bearer = next;
    },
    file: async (path) => {
      const response = await reach(`/desk/api${path}`, { headers: auth() });
      if (!response.ok) throw new ApiError('not-found', 'Deze bijlage is er niet (meer).', response.status);
      return response.blob();
    },
    stream: (path, signal) =>
      fetch(`/desk/api${path}`, { signal, headers: { accept: 'text/event-stream', ...auth() } }),
    call: async <T>(method: Method, path: string, body?: unknown): Promise<T> => {
      const headers: Record<string, string> = { accept: 'application/json', ...auth() };
      if (method !== 'GET') headers['x-mentorlijn-csrf'] = csrf;
      if (body !== undefined) headers['content-type'] = 'application/json';
      const sent = body === undefined ? {} : { body: JSON.stringify(body) };
      const response = await reach(
        `/desk/api${path}`,
        { method, headers, ...sent },
        SLOW.test(path) ? SLOW_MS : TIMEOUT_MS,
      );
      const answer = (await response.json().catch(() => null)) as {
        error?: { code?: string; message?: string };
      } | null;
      if (!response.ok)
        throw new ApiError(
          answer?.error?.code ?? 'internal',
          sayError(answer?.error, response.status),
          response.status,
        );
      return answer as T;
    },
  };
}

async function reach(path: string, init: RequestInit, timeoutMs = TIMEOUT_MS): Promise<Response> {
  try {
    return await fetch(path, { ...init, signal: AbortSignal.timeout(timeoutMs) });
  } catch {
    throw new ApiError('offline', 'Geen verbinding met Mentorlijn.', 0);
  }
}

function sayError(error: { code?: string; message?: string } | undefined, status: number): string {
  if (status >= 500) return 'Er liep iets mis bij Mentorlijn. We proberen het opnieuw.';
  return error?.message ?? 'Dat lukte niet.';
}
