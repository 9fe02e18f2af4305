/** All that a bare wish to be called is made of: none of these words tells of a danger, or of hurry. */
const WORDS = new Set(
  (
    'hallo dag ja ok graag liever aub alstublieft eens even terug maar ook toch op ik je jij jullie u ge gij mij me ons ' +
    'de een coach iemand kan kun kunt kunde kunnen wil wilt wilde zou zouden mag word wordt worden gebeld opgebeld ' +
    'teruggebeld bel belt bellen opbellen terugbellen telefonisch morgen vandaag straks overdag s ochtends middags avonds'
  ).split(' '),
);
const CALLED = /^(?:op|terug)?(?:bel|belt|bellen)$|^(?:op|terug)?gebeld$/;

/** "Kan je mij bellen", "bel me liever op 0470 12 34 56": a wish about the coach and nothing else. */
export function onlyACall(message: string, phone: string | null): boolean {
  const bare = message.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  const words = bare.match(/\p{L}+/gu) ?? [];
  // "bel 112": digits that are no phone number of his own are not ours to set aside.
  if (/\d/.test(bare) && phone === null) return false;
  return words.some((word) => CALLED.test(word)) && words.every((word) => WORDS.has(word));
}
