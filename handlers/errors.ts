/** Every error code of the house, with the HTTP status that fits it. */
export const ERROR_STATUS = {
  'bad-request': 400,
  'not-signed-in': 401,
  'not-allowed': 403,
  'csrf-failed': 403,
  'not-found': 404,
  conflict: 409,
  'already-claimed': 409,
  'already-sent': 409,
  'not-possible-now': 409,
  gone: 410,
  'too-large': 413,
  'too-many-files': 413,
  'too-many': 429,
  internal: 500,
  'store-unavailable': 503,
  'not-ready': 503,
} as const satisfies Readonly<Record<string, number>>;
export type ErrorCode = keyof typeof ERROR_STATUS;

/** A broken rule or failed I/O, by cause. `message` is for logs and desks, never for an asker. */
export class MentorlijnError extends Error {
  override readonly name = 'MentorlijnError';
  constructor(
    readonly code: ErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** The cause of `store-unavailable` when the store answers, but without what it held: a person has to look. */
export class StoreEmptied extends Error {
  override readonly name = 'StoreEmptied';
  readonly code = 'store-emptied';
  constructor() {
    super('the store came back without what it held');
  }
}

/** The cause of `store-unavailable` when a newer release changed how data are kept: this process writes nothing more. */
export class StoreOutdated extends Error {
  override readonly name = 'StoreOutdated';
  readonly code = 'store-newer';
  constructor() {
    super('a newer release changed how the data are kept');
  }
}

/** Why the store does not serve us: it lost what it held, a newer release has it, or it does not answer. */
export function storeTrouble(error: unknown): 'emptied' | 'newer' | 'unavailable' {
  if (!(error instanceof Error)) return 'unavailable';
  if (error instanceof StoreEmptied) return 'emptied';
  return error instanceof StoreOutdated ? 'newer' : storeTrouble(error.cause);
}
