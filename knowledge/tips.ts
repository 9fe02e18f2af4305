import { z } from 'zod';
import { SLOT_VALUES, type ItemId, type Slot } from './entry.js';
import type { Library } from './library.js';
import type { Problem } from './problem.js';

/** A short word at the right moment, for who asked for it. What it says stands in an entry, with its source. */
export interface Tip {
  readonly id: string;
  readonly entry: ItemId;
  /** 1–12. */
  readonly months: readonly number[];
  /** For whom it holds; said to others only when we do not know. */
  readonly for: Readonly<Partial<Record<Slot, string | undefined>>>;
  readonly text: string;
}

/** Longest tip, in characters: read on a phone between two jobs. */
const MAX_TIP = 320;

const slots = Object.fromEntries(
  Object.entries(SLOT_VALUES).map(([slot, values]) => {
    const known = z
      .string()
      .refine((value) => (values as readonly string[]).includes(value), `kies uit ${values.join(', ')}`);
    return [slot, known.optional()];
  }),
) as Record<Slot, z.ZodOptional<z.ZodString>>;

export const tipsFields = z.array(
  z.strictObject({
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is geen id (kleine letters, cijfers, koppeltekens)'),
    entry: z.string().transform((id) => id as ItemId),
    months: z.array(z.int().min(1, 'moet 1-12 zijn').max(12, 'moet 1-12 zijn')).min(1, 'noem minstens één maand'),
    for: z.strictObject(slots).default({}),
    text: z
      .string()
      .trim()
      .min(1, 'mag niet leeg zijn')
      .max(MAX_TIP, `is langer dan ${String(MAX_TIP)} tekens`),
  }),
  { error: 'moet een lijst van tips zijn' },
);

export const TIPS_FILE = 'tips.yaml';

/** What only the whole library can tell: every tip leads to an entry that is sure of what it says, and has its own name. */
export function tipProblems({ tips, items }: Pick<Library, 'tips' | 'items'>): readonly Problem[] {
  return tips.flatMap((tip, index) => {
    const entry = items.get(tip.entry);
    const messages = [
      ...(tips.findIndex(({ id }) => id === tip.id) === index ? [] : [`tip "${tip.id}" bestaat al`]),
      ...(entry?.kind === 'entry' ? [] : [`tip "${tip.id}": ingang "${tip.entry}" bestaat niet`]),
      ...(entry?.certainty === 'te-controleren'
        ? [`tip "${tip.id}": ingang "${tip.entry}" is nog te controleren`]
        : []),
    ];
    return messages.map((message): Problem => ({ file: TIPS_FILE, line: 1, message, severity: 'error' }));
  });
}
