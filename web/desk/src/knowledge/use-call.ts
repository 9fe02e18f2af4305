import { useState } from 'react';
import { ApiError, type Method } from '../base/api.js';
import { useSession } from '../base/session.js';
import { ERROR_WORDS } from '../base/words.js';

export interface Calls {
  readonly busy: boolean;
  readonly problem: string | null;
  /** Calls an address; null when it was refused, and then `problem` says why. */
  readonly call: <T>(method: Method, path: string, body?: unknown) => Promise<T | null>;
}

/** One button, one address: busy meanwhile, and a refusal is said. */
export function useCall(): Calls {
  const { api, lost } = useSession();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const call = async <T>(method: Method, path: string, body?: unknown): Promise<T | null> => {
    setBusy(true);
    setProblem(null);
    try {
      return await api.call<T>(method, path, body);
    } catch (cause) {
      const error = cause instanceof ApiError ? cause : new ApiError('internal', 'Er liep iets mis.', 0);
      if (error.status === 401) lost();
      setProblem(ERROR_WORDS[error.code as keyof typeof ERROR_WORDS] ?? error.message);
      return null;
    } finally {
      setBusy(false);
    }
  };
  return { busy, problem, call };
}
