import { createContext, useContext, useEffect, useRef, useState, type ReactNode } from 'react';
import { readKept, writeKept } from './kept.js';

/** Every key the desk listens to, as the help shows it. */
export const KEYS = [
  ['j', 'Volgende vraag in de lijst'],
  ['k', 'Vorige vraag in de lijst'],
  ['1 … 9', 'Andere lijst: nieuw, van mij, wacht op mentor …'],
  ['c', 'Neem deze vraag'],
  ['r', 'Antwoorden'],
  ['t', 'Standaardtekst kiezen'],
  ['v', 'Eerste voorstel in het antwoord zetten'],
  ['n', 'Interne notitie'],
  ['b', 'Telefoontje noteren'],
  ['s', 'Vraag sluiten'],
  ['Ctrl + Enter', 'Versturen als antwoord'],
  ['Ctrl + Shift + Enter', 'Versturen en wachten op de mentor'],
  ['Esc', 'Uit het tekstvak, of venster sluiten'],
  ['/', 'Zoeken'],
  ['?', 'Deze hulp'],
] as const;

interface Keys {
  /** Single keys can be switched off, for who steers by voice or often hits one by accident. */
  readonly on: boolean;
  readonly turn: (on: boolean) => void;
}

const KeysContext = createContext<Keys>({ on: true, turn: () => undefined });

export function KeysProvider({ children }: { readonly children: ReactNode }) {
  const [on, setOn] = useState(() => readKept('keys') !== 'off');
  const turn = (next: boolean): void => {
    writeKept('keys', next ? null : 'off');
    setOn(next);
  };
  return <KeysContext value={{ on, turn }}>{children}</KeysContext>;
}

export function useKeysSwitch(): Keys {
  return useContext(KeysContext);
}

const TYPING = /^(?:INPUT|TEXTAREA|SELECT)$/;

/** Whether a key belongs to a field, a dialog or a menu instead of to the page. */
function isTaken(event: KeyboardEvent): boolean {
  const at = event.target instanceof HTMLElement ? event.target : null;
  const modified = event.ctrlKey || event.metaKey || event.altKey;
  return (
    modified ||
    event.defaultPrevented ||
    (at !== null && (TYPING.test(at.tagName) || at.isContentEditable)) ||
    document.querySelector('[role=dialog],[role=alertdialog],[role=menu]') !== null
  );
}

/** Does something on a single key, where nobody is typing. `null` while there is nothing to do. */
export function useKey(key: string, act: (() => void) | null): void {
  const { on } = useContext(KeysContext);
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    if (!on && key !== '?') return;
    const listen = (event: KeyboardEvent): void => {
      if (event.key !== key || latest.current === null || isTaken(event)) return;
      event.preventDefault();
      latest.current();
    };
    addEventListener('keydown', listen);
    return () => {
      removeEventListener('keydown', listen);
    };
  }, [key, on]);
}
