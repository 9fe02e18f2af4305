import { useState } from 'react';
import type { TicketView } from '../../../../handlers/desk/views.js';
import { ApiError } from '../base/api.js';
import { useSession } from '../base/session.js';
import { ERROR_WORDS } from '../base/words.js';

export interface Actions {
  readonly busy: boolean;
  readonly problem: string | null;
  readonly clear: () => void;
  /** Looks at the ticket anew. */
  readonly reload: () => void;
  /** Carries out an action on the ticket; true when it went well. `onRefused` hears the code of a refusal. */
  readonly act: (path: string, body?: unknown, onRefused?: (code: string) => void) => Promise<boolean>;
}

/** Actions on one ticket: the answer is the ticket as it now is; a refusal is said and the ticket fetched anew. */
export function useActions(id: string, put: (view: TicketView) => void, reload: () => void): Actions {
  const { api, lost } = useSession();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const act: Actions['act'] = async (path, body, onRefused) => {
    setBusy(true);
    setProblem(null);
    try {
      put(await api.call<TicketView>('POST', `/tickets/${id}/${path}`, body ?? {}));
      // What the answer shows may be older than what a live update brought meanwhile.
      reload();
      return true;
    } catch (cause) {
      const error = cause instanceof ApiError ? cause : new ApiError('internal', 'Er liep iets mis.', 0);
      if (error.status === 401) lost();
      setProblem(ERROR_WORDS[error.code as keyof typeof ERROR_WORDS] ?? error.message);
      onRefused?.(error.code);
      reload();
      return false;
    } finally {
      setBusy(false);
    }
  };
  return {
    busy,
    problem,
    act,
    reload,
    clear: () => {
      setProblem(null);
    },
  };
}
