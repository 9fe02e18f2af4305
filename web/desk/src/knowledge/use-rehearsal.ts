import { useEffect, useState } from 'react';
import type { Rehearsal } from '../../../../handlers/desk/learn/views.js';
import { useSession } from '../base/session.js';

const LOOK_MS = 2_000;

/** The exact replay of a proposal: begun by looking, and followed until it is there; null when it cannot be followed. */
export function useRehearsal(proposal: string, key: string): Rehearsal | null {
  const { api } = useSession();
  const [found, setFound] = useState<{ readonly key: string; readonly rehearsal: Rehearsal | null } | null>(null);
  const mine = `${proposal}|${key}`;
  useEffect(() => {
    let over = false;
    let timer: ReturnType<typeof setTimeout>;
    const look = async (): Promise<void> => {
      const rehearsal = await api
        .call<Rehearsal>('POST', `/knowledge/proposals/${proposal}/rehearse`)
        .catch(() => null);
      if (over) return;
      setFound({ key: mine, rehearsal });
      if (rehearsal?.state === 'running') timer = setTimeout(() => void look(), LOOK_MS);
    };
    void look();
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [api, proposal, mine]);
  return found?.key === mine ? found.rehearsal : null;
}
