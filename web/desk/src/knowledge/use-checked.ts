import { useEffect, useState } from 'react';
import type { Assessment, Change, DraftFields, Replay } from '../../../../handlers/desk/learn/views.js';
import { newName } from '../base/kept.js';
import { useLive } from '../base/live.js';
import { useSession } from '../base/session.js';

/** What a coach wants: a change as such, or a draft that becomes one. */
export interface Wish {
  readonly change?: Change;
  readonly draft?: DraftFields;
  readonly ticket: string | null;
}

export interface Checked {
  readonly assessment: Assessment | null;
  readonly replay: Replay | null;
  readonly problem: string | null;
  /** How far the replay is. */
  readonly percent: number;
}

/** Typing rests this long before we ask the server. */
const REST_MS = 500;

/** What a wish would do: asked again after every change of it, while one types on. */
export function useChecked(wish: Wish | null): Checked {
  const { api } = useSession();
  const key = wish === null ? '' : JSON.stringify(wish);
  const [watch] = useState(newName);
  const [percent, setPercent] = useState(0);
  useLive('replay', (detail) => {
    const told = detail as { readonly watch: string; readonly percent: number };
    if (told.watch === watch) setPercent(told.percent);
  });
  const [found, setFound] = useState<Omit<Checked, 'percent'> & { readonly key: string }>({
    key: '',
    assessment: null,
    replay: null,
    problem: null,
  });
  useEffect(() => {
    if (key === '') return;
    const stop = new AbortController();
    const isOver = (): boolean => stop.signal.aborted;
    const ask = async (): Promise<void> => {
      const body: unknown = JSON.parse(key);
      try {
        const assessment = await api.call<Assessment>('POST', '/knowledge/assess', body);
        if (isOver()) return;
        setFound((before) => ({ key, assessment, replay: before.key === key ? before.replay : null, problem: null }));
        setPercent(0);
        const replay = await api.call<Replay>('POST', '/knowledge/replay', { ...(body as object), watch });
        if (!isOver()) setFound({ key, assessment, replay, problem: null });
      } catch (cause) {
        const problem = cause instanceof Error ? cause.message : 'Nakijken lukt nu niet.';
        if (!isOver()) setFound({ key, assessment: null, replay: null, problem });
      }
    };
    const timer = setTimeout(() => void ask(), REST_MS);
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [api, key, watch]);
  return found.key === key ? { ...found, percent } : { assessment: null, replay: null, problem: null, percent: 0 };
}
