/** Readings of messages that are kept: turns take each other's place midway, and each asks for its own again. */
export const REMEMBERED = 48;

/** `make`, with the last results kept: for pure work on texts that come back, such as rendering an answer. */
export function keepLast<V>(most: number, make: (text: string) => V): (text: string) => V {
  const known = new Map<string, V>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const made = make(text);
    known.set(text, made);
    if (known.size > most) for (const oldest of [...known.keys()].slice(0, most >> 1)) known.delete(oldest);
    return made;
  };
}
