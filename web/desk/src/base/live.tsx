import { createContext, useContext, useEffect, useRef, useState, type ReactNode } from 'react';
import { useSession } from './session.js';

export type LiveState = 'connecting' | 'live' | 'lost';
type Listener = (detail: unknown) => void;

interface Live {
  readonly state: LiveState;
  readonly listen: (topic: string, listener: Listener) => () => void;
}

const LiveContext = createContext<Live>({ state: 'connecting', listen: () => () => undefined });

const RETRY_MS = 2_000;
/** The server speaks every 20 seconds; silence this long means that the line is dead. */
const SILENCE_MS = 50_000;

/** One line to the server for the whole page. After a break everyone looks again: something may have been missed. */
export function LiveProvider({ paused, children }: { readonly paused: boolean; readonly children: ReactNode }) {
  const { api, lost } = useSession();
  const [state, setState] = useState<LiveState>('connecting');
  const opened = useRef(false);
  const listeners = useRef(new Map<string, Set<Listener>>());
  useEffect(() => {
    // Signed out: nothing to hear until one signs in again, and then everything may have changed.
    if (paused) return;
    const stop = new AbortController();
    const tell = (topic: string, detail: unknown): void => {
      for (const listener of listeners.current.get(topic) ?? []) listener(detail);
    };
    const isOver = (): boolean => stop.signal.aborted;
    const run = async (): Promise<void> => {
      for (;;) {
        const line = new AbortController();
        const end = (): void => {
          line.abort();
        };
        stop.signal.addEventListener('abort', end);
        let silence = setTimeout(end, SILENCE_MS);
        try {
          const response = await api.stream('/live', line.signal);
          if (response.status === 401) {
            lost();
            return;
          }
          if (!response.ok || !response.body) throw new Error('no stream');
          setState('live');
          if (opened.current) tell('again', null);
          opened.current = true;
          await readEvents(
            response.body,
            (topic, detail) => {
              tell(topic, detail);
            },
            () => {
              clearTimeout(silence);
              silence = setTimeout(end, SILENCE_MS);
            },
          );
        } catch {
          // Broken: said below, tried again.
        }
        clearTimeout(silence);
        stop.signal.removeEventListener('abort', end);
        if (isOver()) return;
        setState('lost');
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
        if (isOver()) return;
      }
    };
    void run();
    return () => {
      stop.abort();
    };
  }, [api, lost, paused]);
  const listen = (topic: string, listener: Listener): (() => void) => {
    const set = listeners.current.get(topic) ?? new Set();
    listeners.current.set(topic, set.add(listener));
    return () => set.delete(listener);
  };
  return <LiveContext value={{ state, listen }}>{children}</LiveContext>;
}

async function readEvents(
  body: ReadableStream<Uint8Array>,
  tell: (topic: string, detail: unknown) => void,
  heard: () => void,
): Promise<void> {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    heard();
    const blocks = (rest + value).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const topic = /^event: (.+)$/m.exec(block)?.[1];
      const data = /^data: (.+)$/m.exec(block)?.[1];
      if (topic !== undefined && data !== undefined) tell(topic, JSON.parse(data));
    }
  }
}

export function useLiveState(): LiveState {
  return useContext(LiveContext).state;
}

/** Hears one topic; the newest listener counts. */
export function useLive(topic: string, listener: Listener): void {
  const { listen } = useContext(LiveContext);
  const latest = useRef(listener);
  const listenRef = useRef(listen);
  useEffect(() => {
    latest.current = listener;
  });
  useEffect(
    () =>
      listenRef.current(topic, (detail) => {
        latest.current(detail);
      }),
    [topic],
  );
}
