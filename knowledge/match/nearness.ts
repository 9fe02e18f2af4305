/** Slots for letters; letters that share one only make words look more alike. */
const SLOTS = 128;
/** A word is one number of so many bits. */
export const LONGEST_WORD = 32;

/**
 * How many letters of a word must change, at least, before it stands somewhere in a text: Myers' bit vectors, a few
 * additions a letter. For words of at most LONGEST_WORD letters.
 */
export function leastMistakes(word: string): (text: string) => number {
  const places = new Int32Array(SLOTS);
  for (let at = 0; at < word.length; at++) {
    const slot = word.charCodeAt(at) % SLOTS;
    places[slot] = (places[slot] ?? 0) | (1 << at);
  }
  const last = 1 << (word.length - 1);
  return (text) => {
    // Where, down the column of one letter of the text, the number of mistakes goes up or down by one.
    let up = -1;
    let down = 0;
    let now = word.length;
    let least = now;
    for (let at = 0; at < text.length; at++) {
      const same = places[text.charCodeAt(at) % SLOTS] ?? 0;
      const across = (((same & up) + up) ^ up) | same;
      const more = down | ~(across | up);
      const less = up & across;
      if (more & last) now++;
      else if (less & last && --now < least) least = now;
      const shifted = more << 1;
      const either = same | down;
      up = (less << 1) | ~(either | shifted);
      down = shifted & either;
    }
    return least;
  };
}
