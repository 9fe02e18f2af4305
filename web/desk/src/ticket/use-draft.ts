import { useCallback, useState } from 'react';
import { newName, readKept, writeKept } from '../base/kept.js';

export interface Draft {
  readonly text: string;
  /** Names the sending of this text: sent twice by accident, it goes out once. */
  readonly once: string;
}

export interface KeptDraft extends Draft {
  readonly write: (text: string) => void;
  readonly append: (text: string) => void;
  /** It has been sent: forget it. */
  readonly done: () => void;
}

/** What a coach is typing, kept in this browser over a reload, a crash or a lost session. */
export function useDraft(name: string): KeptDraft {
  const [draft, setDraft] = useState<Draft>(() => read(name));
  const change = useCallback(
    (make: (before: Draft) => Draft): void => {
      setDraft((before) => {
        const after = make(before);
        writeKept(name, after.text === '' ? null : JSON.stringify(after));
        return after;
      });
    },
    [name],
  );
  return {
    ...draft,
    write: (text) => {
      change(({ once }) => ({ text, once }));
    },
    append: (text) => {
      change((before) => ({
        ...before,
        text: before.text.trim() === '' ? text : `${before.text.trimEnd()}\n\n${text}`,
      }));
    },
    done: () => {
      change(() => ({ text: '', once: newName() }));
    },
  };
}

function read(name: string): Draft {
  try {
    const kept = JSON.parse(readKept(name) ?? 'null') as Partial<Draft> | null;
    return { text: kept?.text ?? '', once: kept?.once ?? newName() };
  } catch {
    return { text: '', once: newName() };
  }
}
