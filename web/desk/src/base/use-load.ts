import { createContext, useCallback, useContext, useEffect, useRef, useState } from 'react';
import { ApiError } from './api.js';
import { useSession } from './session.js';

export interface Loaded<T> {
  /** The last good answer; stays on screen while a newer one is fetched or fails. */
  readonly data: T | null;
  readonly error: ApiError | null;
  readonly reload: () => void;
  /** Puts a newer answer in place, from an action that gave one. */
  readonly put: (data: T) => void;
}

const RETRY_MS = 4_000;

/** Answers that are there already, by address. */
export const GivenContext = createContext<ReadonlyMap<string, unknown> | null>(null);

/** Fetches an address, and again when it changes, on `reload`, and every few seconds while the server is away. */
export function useLoad<T>(path: string | null): Loaded<T> {
  const { api, lost } = useSession();
  const given = useContext(GivenContext)?.get(path ?? '');
  const [state, setState] = useState<{ path: string | null; data: T | null; error: ApiError | null }>({
    path,
    data: given === undefined ? null : (given as T),
    error: null,
  });
  const newest = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const again = useRef<() => void>(() => undefined);
  const load = useCallback((): void => {
    if (path === null) return;
    newest.current += 1;
    const mine = newest.current;
    clearTimeout(timer.current);
    api.call<T>('GET', path).then(
      (data) => {
        if (mine === newest.current) setState({ path, data, error: null });
      },
      (cause: unknown) => {
        if (mine !== newest.current) return;
        const error = cause instanceof ApiError ? cause : new ApiError('internal', 'Er liep iets mis.', 0);
        if (error.status === 401) {
          lost();
          return;
        }
        setState((before) => ({ path, data: before.path === path ? before.data : null, error }));
        if (error.status === 0 || error.status >= 500)
          timer.current = setTimeout(() => {
            again.current();
          }, RETRY_MS);
      },
    );
  }, [api, path, lost]);
  useEffect(() => {
    again.current = load;
    load();
    return () => {
      newest.current += 1;
      clearTimeout(timer.current);
    };
  }, [load]);
  const put = useCallback(
    (data: T): void => {
      newest.current += 1;
      setState({ path, data, error: null });
    },
    [path],
  );
  // Whoever kept an older `reload` (a timer) must not bring back the address of before.
  const reload = useCallback((): void => {
    again.current();
  }, []);
  const current = state.path === path;
  return { data: current ? state.data : null, error: current ? state.error : null, reload, put };
}
