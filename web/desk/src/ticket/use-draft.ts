import { useCallback, useRef, useState } from 'react';
import { newName, readKept, writeKept } from '../base/kept.js';

export interface Draft {
  readonly text: string;
  /** Names the sending of this text: sent twice by accident, it goes out once. */
  readonly once: string;
}

export interface KeptDraft extends Draft {
  readonly write: (text: string) => void;
  /** Puts a text in where the cursor was last, else at the end. */
  readonly insert: (text: string) => void;
  /** Where the cursor is now. */
  readonly point: (at: number) => void;
  /** It has been sent: forget it. */
  readonly done: () => void;
}

/** What a coach is typing, kept in this browser over a reload, a crash or a lost session. */
export function useDraft(name: string): KeptDraft {
  const [draft, setDraft] = useState<Draft>(() => read(name));
  const caret = useRef<number | null>(null);
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
    insert: (text) => {
      change((before) => ({ ...before, text: inserted(before.text, text, caret.current) }));
      // After "Dag …," of a text to use again: what comes next belongs between the greeting and the name.
      if (draft.text.trim() === '') caret.current = text.includes('\n\n') ? text.indexOf('\n\n') : null;
    },
    point: (at) => {
      caret.current = at;
    },
    done: () => {
      caret.current = null;
      change(() => ({ text: '', once: newName() }));
    },
  };
}

/** A text in a paragraph of its own. */
function inserted(before: string, text: string, at: number | null): string {
  if (before.trim() === '') return text;
  const place = at ?? before.length;
  return [before.slice(0, place).trimEnd(), text, before.slice(place).trimStart()].filter(Boolean).join('\n\n');
}

function read(name: string): Draft {
  try {
    const kept = JSON.parse(readKept(name) ?? 'null') as Partial<Draft> | null;
    return { text: kept?.text ?? '', once: kept?.once ?? newName() };
  } catch {
    return { text: '', once: newName() };
  }
}
