/** What was made of a file, as long as the texts it was made from stay the same. */
export type Remember = <T>(file: string, from: readonly string[], make: () => T) => T;

/** Remembers nothing. */
export const anew: Remember = (_file, _from, make) => make();

/** Keeps the newest of each file. */
export function memory(): Remember {
  const known = new Map<string, { readonly from: readonly string[]; readonly made: unknown }>();
  return <T>(file: string, from: readonly string[], make: () => T): T => {
    const before = known.get(file);
    if (before?.from.every((text, index) => text === from[index]) === true) return before.made as T;
    const made = make();
    known.set(file, { from, made });
    return made;
  };
}
