import fc from 'fast-check';

/** Pieces of what people type, and of what breaks readers of text. */
const PIECES = [
  'mijn leerling ',
  'is ziek ',
  'OAO ',
  'SAO',
  'coach',
  ' 17 jaar',
  '0478 12 34 56',
  '+32 ',
  'jan@telenet.be',
  ' at ',
  ' punt ',
  'be68 5390 0754 7034',
  '85.07.30-033.28',
  'Kerkstraat 12 ',
  'bus 3',
  'mevr. De Smet ',
  'Van den ',
  'groeten ',
  '112',
  'bloed ',
  'wat als ',
  '? ',
  '. ',
  ', ',
  '\n',
  '\r\n',
  '\t',
  '**',
  '[x](javascript:alert(1))',
  '<b onclick=1>',
  '![',
  '](',
  '```',
  '> ',
  '- [ ] ',
  ':::',
  '::: variant contract=OAO\n',
  '---\n',
  'question: ',
  '&amp;',
  '\u0000',
  '\u202e',
  '\u200d',
  'e\u0301',
  '🌳',
  '👨‍👩‍👧',
  'ß',
  'İ',
  'ﬁ',
  '１１２',
  "'s ",
  '’',
  'a',
  '1',
  '-',
  '.',
  ' ',
  '/',
  '(',
  '\\',
  '$&',
  '%s',
  '__proto__',
  'ma-vr 08:00-12:00',
  '24:00',
  'resolved:',
] as const;

const piece = fc.constantFrom(...PIECES);

/** Text as anybody or anything may send it; long repetitions among it, which slow patterns fear. */
export const text = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 60 })
      .map((parts) => parts.join('')),
  },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 400 }) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(piece, fc.integer({ min: 1, max: 1_500 }), piece)
      .map(([a, n, b]) => (a.repeat(n) + b).slice(0, 6_000)),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.array(piece, { minLength: 2, maxLength: 4 }), fc.integer({ min: 1, max: 600 }))
      .map(([parts, n]) => parts.join('').repeat(n).slice(0, 6_000)),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 2_000 }) },
);

/** Any JSON there is, keys that look like ours among it. */
const keys = fc.constantFrom(
  'id',
  'text',
  'type',
  'from',
  'conversation',
  'value',
  'name',
  'attachments',
  'entry',
  'changes',
  'messages',
  'body',
  '__proto__',
  'constructor',
  'toString',
  'length',
);
export const json = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    fc.constantFrom(null, true, false, 0, -1, 1e308, '', 'x'),
    text.map((value) => value.slice(0, 300)),
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(keys, tie('tree'), { maxKeys: 6 }),
  ),
})).tree;

/** A record whose fields are right most of the time and anything the rest of the time. */
export function nearly(shape: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<unknown> {
  const fields = Object.fromEntries(
    Object.entries(shape).map(([key, right]) => [
      key,
      fc.oneof({ weight: 4, arbitrary: right }, { weight: 1, arbitrary: json }),
    ]),
  );
  return fc.oneof({ weight: 6, arbitrary: fc.record(fields, { requiredKeys: [] }) }, { weight: 1, arbitrary: json });
}
