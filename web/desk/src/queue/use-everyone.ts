import { useEffect, useState } from 'react';
import { useLive } from '../base/live.js';
import { useSession } from '../base/session.js';

interface Sign {
  readonly coach: string;
  readonly name: string;
  readonly ticket: string | null;
  readonly doing: 'looking' | 'typing' | 'left' | 'who-is-here';
}

/** Without a sign this long, somebody has gone. */
const GONE_MS = 40_000;

/** Which colleague looks at which question, as names per ticket. */
export function useEveryone(): ReadonlyMap<string, string> {
  const { coach } = useSession();
  const [seen, setSeen] = useState<ReadonlyMap<string, Sign & { readonly at: number }>>(new Map());
  useLive('presence', (detail) => {
    const sign = detail as Sign;
    if (sign.coach === coach.id) return;
    setSeen((before) => {
      const after = new Map(before);
      const gone = sign.doing === 'left' && before.get(sign.coach)?.ticket === sign.ticket;
      if (gone) after.delete(sign.coach);
      else if (sign.doing !== 'left') after.set(sign.coach, { ...sign, at: Date.now() });
      return after;
    });
  });
  useEffect(() => {
    const timer = setInterval(() => {
      setSeen((before) => new Map([...before].filter(([, { at }]) => Date.now() - at < GONE_MS)));
    }, 10_000);
    return () => {
      clearInterval(timer);
    };
  }, []);
  const names = new Map<string, string>();
  for (const { ticket, name, doing } of seen.values()) {
    if (ticket === null) continue;
    const words = `${name} ${doing === 'typing' ? 'typt' : 'kijkt'}`;
    names.set(ticket, [names.get(ticket), words].filter(Boolean).join(', '));
  }
  return names;
}
