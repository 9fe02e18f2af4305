import { WINDOW_CLOSED } from '../../../handlers/records.js';
import { DeliveryError } from '../../deliverer.js';
import { GraphError } from './graph.js';

/** What a fault of the Cloud API asks of us. */
type FaultKind =
  /** Try again later; this message may be the cause, so tries are counted. */
  | 'retry'
  /** Nobody can send now, or not to this person: wait, without counting. */
  | 'wait'
  /** More than 24 hours since the asker wrote. */
  | 'window'
  /** Trying again cannot help. */
  | 'never';

/** Nobody answered. */
export const UNREACHABLE = 'whatsapp-unreachable';

interface Fault {
  readonly kind: FaultKind;
  /** What the desk shows. */
  readonly name: string;
  readonly retryAfterMs?: number;
}

/** Meta's codes that mean something of their own; every other one is judged by its HTTP status. */
const FAULTS: Readonly<Record<number, Fault>> = {
  0: { kind: 'wait', name: 'whatsapp-token', retryAfterMs: 300_000 },
  190: { kind: 'wait', name: 'whatsapp-token', retryAfterMs: 300_000 },
  3: { kind: 'wait', name: 'whatsapp-rights', retryAfterMs: 300_000 },
  10: { kind: 'wait', name: 'whatsapp-rights', retryAfterMs: 300_000 },
  4: { kind: 'wait', name: 'whatsapp-busy', retryAfterMs: 60_000 },
  80007: { kind: 'wait', name: 'whatsapp-busy', retryAfterMs: 60_000 },
  130429: { kind: 'wait', name: 'whatsapp-busy', retryAfterMs: 5_000 },
  131056: { kind: 'wait', name: 'whatsapp-busy', retryAfterMs: 12_000 },
  131048: { kind: 'wait', name: 'whatsapp-spam-limit', retryAfterMs: 1_800_000 },
  368: { kind: 'wait', name: 'whatsapp-blocked', retryAfterMs: 1_800_000 },
  131031: { kind: 'wait', name: 'whatsapp-blocked', retryAfterMs: 1_800_000 },
  131042: { kind: 'wait', name: 'whatsapp-payment', retryAfterMs: 1_800_000 },
  1: { kind: 'retry', name: 'whatsapp-unwell' },
  2: { kind: 'retry', name: 'whatsapp-unwell' },
  131000: { kind: 'retry', name: 'whatsapp-unwell' },
  131016: { kind: 'retry', name: 'whatsapp-unwell' },
  133004: { kind: 'retry', name: 'whatsapp-unwell' },
  135000: { kind: 'retry', name: 'whatsapp-unwell' },
  131047: { kind: 'window', name: WINDOW_CLOSED },
  131026: { kind: 'never', name: 'whatsapp-not-reached' },
  131050: { kind: 'never', name: 'whatsapp-opted-out' },
  131051: { kind: 'never', name: 'whatsapp-refused' },
  131009: { kind: 'never', name: 'whatsapp-refused' },
  132000: { kind: 'never', name: 'whatsapp-template' },
  132001: { kind: 'never', name: 'whatsapp-template' },
  132005: { kind: 'never', name: 'whatsapp-template' },
  132007: { kind: 'never', name: 'whatsapp-template' },
  132012: { kind: 'never', name: 'whatsapp-template' },
  132015: { kind: 'never', name: 'whatsapp-template' },
  132016: { kind: 'never', name: 'whatsapp-template' },
  100: { kind: 'never', name: 'whatsapp-refused' },
};

/** The same for a refusal in the answer and for one that comes later as a status. */
export function faultOf(code: number | null, status: number | null): Fault {
  const known = code === null ? undefined : FAULTS[code];
  if (known) return known;
  if (status === 401) return { kind: 'wait', name: 'whatsapp-token', retryAfterMs: 300_000 };
  if (status === 429) return { kind: 'wait', name: 'whatsapp-busy', retryAfterMs: 5_000 };
  if (status === null) return { kind: 'retry', name: UNREACHABLE, retryAfterMs: UNSURE_MS };
  if (status >= 500) return { kind: 'retry', name: `whatsapp-status-${String(status)}` };
  return { kind: 'never', name: code === null ? `whatsapp-status-${String(status)}` : `whatsapp-${String(code)}` };
}

/** Nobody answered: it may have gone all the same. Its status event gets time to say so before we send again. */
const UNSURE_MS = 10_000;

/** Spreads those who wait, so that they do not come back together. */
const jitter = (ms: number, random: number): number => Math.round(ms * (1 + random / 2));

export function asDeliveryError(error: unknown, random: number): DeliveryError {
  if (!(error instanceof GraphError)) return new DeliveryError('unexpected', false, { cause: error });
  const fault = faultOf(error.code, error.status);
  return new DeliveryError(fault.name, fault.kind === 'never', {
    cause: error,
    held: fault.kind === 'wait' || fault.kind === 'window',
    ...(fault.retryAfterMs === undefined ? {} : { retryAfterMs: jitter(fault.retryAfterMs, random) }),
  });
}
