import { useState } from 'react';
import { newName } from './kept.js';

/**
 * The name of one sending: sent twice by a shaky line, it counts once. Refused because other figures went out under this
 * name before, what is there now is new and gets a name of its own.
 */
export function useOnce(): { readonly once: string; readonly refused: (code: string) => void } {
  const [once, setOnce] = useState(newName);
  const refused = (code: string): void => {
    if (code === 'already-sent') setOnce(newName());
  };
  return { once, refused };
}
