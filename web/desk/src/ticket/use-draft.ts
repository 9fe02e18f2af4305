import { useCallback, useRef, useState } from 'react';
import { newName, readKept, writeKept } from '../base/kept.js';

interface Draft {
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
  /** These words have been sent: forget them. What was typed meanwhile stays. */
  readonly done: (sent: string) => void;
  /** Refused because something went out under this name before: what is here now is new. */
  readonly refused: (code: string) => void;
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
      if (draft.text.trim() === '') caret.current = /^[^\n]{1,60},\n\n/.test(text) ? text.indexOf('\n\n') : null;
    },
    point: (at) => {
      caret.current = at;
    },
    done: (sent) => {
      caret.current = null;
      change(({ text }) => ({ text: rest(text, sent), once: newName() }));
    },
    refused: (code) => {
      if (code === 'already-sent') change(({ text }) => ({ text, once: newName() }));
    },
  };
}

/** On a slow line one types on while the words before are on their way. */
function rest(text: string, sent: string): string {
  return text.startsWith(sent) ? text.slice(sent.length).trimStart() : text;
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
