import type { Store as LimitStore } from 'express-rate-limit';

/** Where a limiter counts. Undefined: in this process; shared stores give one place for all processes. */
export type LimitStores = (name: string) => LimitStore | undefined;

export const ownLimits: LimitStores = () => undefined;
