import { useCallback, useEffect, useRef, useState } from 'react';
import { useLive } from '../base/live.js';
import { useSession } from '../base/session.js';

interface Sign {
  readonly coach: string;
  readonly name: string;
  readonly ticket: string | null;
  readonly doing: 'looking' | 'typing' | 'left' | 'who-is-here';
}

export interface Colleague {
  readonly name: string;
  readonly typing: boolean;
}

const BEAT_MS = 15_000;
/** Without a sign this long, somebody has gone. */
const GONE_MS = 40_000;

/** Which colleagues look at or type in this ticket, and telling them that we do. Nothing of it is kept anywhere. */
export function usePresence(ticket: string): { readonly others: readonly Colleague[]; readonly typing: () => void } {
  const { api, coach } = useSession();
  const [seen, setSeen] = useState<ReadonlyMap<string, Sign & { readonly at: number }>>(new Map());
  const lastTyped = useRef(0);
  const tell = useCallback(
    (doing: Sign['doing']): void => {
      void api.call('POST', '/presence', { ticket, doing }).catch(() => undefined);
    },
    [api, ticket],
  );
  useEffect(() => {
    tell('who-is-here');
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') tell(Date.now() - lastTyped.current < BEAT_MS ? 'typing' : 'looking');
      setSeen((before) => new Map([...before].filter(([, { at }]) => Date.now() - at < GONE_MS)));
    }, BEAT_MS);
    return () => {
      clearInterval(timer);
      tell('left');
    };
  }, [tell]);
  useLive('presence', (detail) => {
    const sign = detail as Sign;
    if (sign.coach === coach.id || sign.ticket !== ticket) return;
    if (sign.doing === 'who-is-here') tell(Date.now() - lastTyped.current < BEAT_MS ? 'typing' : 'looking');
    setSeen((before) => {
      const after = new Map(before);
      if (sign.doing === 'left') after.delete(sign.coach);
      else after.set(sign.coach, { ...sign, at: Date.now() });
      return after;
    });
  });
  const typing = useCallback((): void => {
    if (Date.now() - lastTyped.current > 5_000) {
      lastTyped.current = Date.now();
      tell('typing');
    }
  }, [tell]);
  return { others: [...seen.values()].map(({ name, doing }) => ({ name, typing: doing === 'typing' })), typing };
}
