import { z } from 'zod';

export type ReadBody<T> =
  { readonly success: true; readonly data: T } | { readonly success: false; readonly error: z.ZodError };

/**
 * `safeParse` that never throws: zod compares the `length` of whatever it was given, also of an object that only
 * calls itself long, and stumbles over one that cannot be compared.
 */
export function readBody<S extends z.ZodType>(schema: S, value: unknown): ReadBody<z.output<S>> {
  try {
    return schema.safeParse(value);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { success: false, error: new z.ZodError([]) };
  }
}
