import { z } from 'zod';
import type { RetentionDays } from '../handlers/privacy/retention.js';
import { commaList } from './comma-list.js';

/** What the environment says about the key that seals what is kept … */
export const DATA_KEY_SETTINGS = {
  DATA_KEY: {
    default: '',
    about:
      'secret of 32 characters or more that encrypts what is kept; needed with several processes on Redis; empty: made and kept in DATA_DIR',
  },
  DATA_KEY_OLD: {
    default: '',
    about: 'earlier values of DATA_KEY, comma separated: they open what was written before',
  },
} as const;

/** … and about how long it is kept. */
export const RETENTION_SETTINGS = {
  RETENTION_TRANSCRIPT_DAYS: {
    default: '180',
    about: 'the words of a conversation stay so long after its last message, unless a question is open',
  },
  RETENTION_CONVERSATION_DAYS: {
    default: '400',
    about: 'what is remembered of a mentor (his situation, his choices) stays so long after his last message',
  },
  RETENTION_TICKET_DAYS: {
    default: '730',
    about: 'a question to a coach stays so long after it was answered or closed',
  },
  RETENTION_FILE_DAYS: { default: '60', about: 'a photo or file that a mentor sent stays so long' },
  PRIVACY_CONTACT: {
    default: '',
    about: 'who is responsible for the data and how to reach him, shown at /privacy; empty: the coach in the chat',
  },
} as const;

export interface PrivacyConfig {
  /** Null: made and kept in DATA_DIR. */
  readonly dataKey: string | null;
  readonly olderDataKeys: readonly string[];
  readonly retention: RetentionDays;
  /** Null: the page sends people to the coach. */
  readonly privacyContact: string | null;
}

const days = z
  .string()
  .regex(/^\d{1,4}$/, 'must be a number of days')
  .transform(Number)
  .pipe(z.number().min(1, 'must be at least 1').max(3_650, 'must be at most 3650'));

export const privacySchema = {
  DATA_KEY: z.string().refine((value) => value === '' || value.length >= 32, 'must have at least 32 characters'),
  DATA_KEY_OLD: z
    .string()
    .refine((value) => commaList(value).every((key) => key.length >= 32), 'every key must have at least 32 characters'),
  RETENTION_TRANSCRIPT_DAYS: days,
  RETENTION_CONVERSATION_DAYS: days,
  RETENTION_TICKET_DAYS: days,
  RETENTION_FILE_DAYS: days,
  PRIVACY_CONTACT: z.string().max(300, 'must be short'),
};
type Values = z.output<z.ZodObject<typeof privacySchema>>;

export function privacyProblems(values: Values): readonly string[] {
  return values.RETENTION_TRANSCRIPT_DAYS > values.RETENTION_CONVERSATION_DAYS
    ? ['RETENTION_TRANSCRIPT_DAYS: must not be more than RETENTION_CONVERSATION_DAYS']
    : [];
}

export function privacyConfig(values: Values): PrivacyConfig {
  return {
    dataKey: values.DATA_KEY === '' ? null : values.DATA_KEY,
    olderDataKeys: commaList(values.DATA_KEY_OLD),
    privacyContact: values.PRIVACY_CONTACT === '' ? null : values.PRIVACY_CONTACT,
    retention: {
      transcript: values.RETENTION_TRANSCRIPT_DAYS,
      conversation: values.RETENTION_CONVERSATION_DAYS,
      ticket: values.RETENTION_TICKET_DAYS,
      file: values.RETENTION_FILE_DAYS,
    },
  };
}
