/** How a word sounds, spelled one way: "contrackt" and "kontrakt", "nivo" and "niveau", "prestasie" and "prestatie" meet. */
export function soundKey(word: string): string {
  return word
    .replace(/eaux?$/, 'o')
    .replace(/^x/, 'ks')
    .replace(/sch(?=[^e]|$)/g, 's')
    .replace(/tie/g, 'si')
    .replace(/sie/g, 'si')
    .replace(/ij|ei|ey|ay|y/g, 'ei')
    .replace(/au|auw|ouw|ou/g, 'ou')
    .replace(/ck|qu|k|c(?![eiyh])/g, 'k')
    .replace(/ch|gg?|h(?=t)/g, 'g')
    .replace(/ph|v/g, 'f')
    .replace(/c(?=[ei])|z/g, 's')
    .replace(/th/g, 't')
    .replace(/(?:dt|d)$/, 't')
    .replace(/([a-z])\1+/g, '$1')
    .replace(/ie/g, 'i')
    .replace(/en?$/, '');
}
