import { existsSync } from 'node:fs';
import { z } from 'zod';
import { parseOpeningHours, type OpeningHours } from '../handlers/desk/opening-hours.js';
import { whatsappSchema } from './channels/whatsapp/settings.js';
import { entraFields } from './entra-config.js';
import { privacySchema } from './privacy-settings.js';

const hours = z.string().transform((value, context): OpeningHours => {
  const parsed = parseOpeningHours(value);
  if ('hours' in parsed) return parsed.hours;
  context.addIssue({ code: 'custom', message: parsed.problem });
  return z.NEVER;
});
const flag = z.enum(['true', 'false'], { error: 'must be true or false' }).transform((value) => value === 'true');
const number = (min: number, max: number) =>
  z
    .string()
    .transform(Number)
    .pipe(
      z
        .number({ error: 'must be a number' })
        .min(min, `must be at least ${String(min)}`)
        .max(max, `must be at most ${String(max)}`),
    );
const url = z
  .literal('')
  .or(z.url({ protocol: /^https?$/, error: 'must be an http(s) address' }))
  .transform((value) => value.replace(/\/+$/, ''));

const secret = z.string().refine((value) => value === '' || value.length >= 32, 'must have at least 32 characters');

/** A comma separated list of origins; a path or a star would open the frame to more than was meant. */
const origins = z.string().transform((value, context): readonly string[] => {
  const given = value.split(',').map((one) => one.trim().replace(/\/$/, '')).filter((one) => one !== ''); // prettier-ignore
  for (const one of given)
    if (!/^https?:\/\/[a-z0-9.-]+(?::\d+)?$/i.test(one))
      context.addIssue({ code: 'custom', message: `${one} is no website such as https://www.voorbeeld.be` });
  return given;
});

/** What every setting may say: text -> value, or what is wrong with it. */
export const settingsSchema = z.object({
  PORT: number(0, 65_535),
  HOST: z.string(),
  PUBLIC_URL: url,
  DATA_DIR: z.string().min(1, 'must not be empty'),
  KNOWLEDGE_DIR: z.string().min(1, 'must not be empty'),
  CACHE_DIR: z.string().min(1, 'must not be empty'),
  SEMANTIC_MODEL_DIR: z.string(),
  REDIS_URL: z
    .string()
    .regex(/^$|^(redis|rediss|redis\+sentinel|rediss\+sentinel):\/\/|^\//, 'must be a redis address'),
  REDIS_CA_FILE: z.string().refine((path) => path === '' || existsSync(path), 'there is no such file'),
  REDIS_NAME: z.string().regex(/^[a-z0-9-]+$/, 'may have small letters, digits and hyphens'),
  ALLOW_VOLATILE_REDIS: flag,
  OPENING_HOURS: hours,
  OPENING_HOURS_SCHOOL_HOLIDAYS: hours,
  PROMISE_HOURS: number(0.25, 80),
  PROMISE_HOURS_URGENT: number(0.05, 80),
  ALERT_EMAIL: z.string(),
  SMTP_URL: z.string().regex(/^$|^smtps?:\/\//, 'must be smtp://… or smtps://…'),
  MAIL_FROM: z.string().min(3, 'must be an address'),
  LEARN_NEEDS_SECOND_PERSON: flag,
  REPLAY_DIR: z.string().min(1, 'must not be empty'),
  ...privacySchema,
  MICROSOFT_APP_ID: z.string(),
  MICROSOFT_APP_PASSWORD: z.string(),
  MICROSOFT_APP_TYPE: z.enum(['SingleTenant', 'MultiTenant', 'UserAssignedMSI'], {
    error: 'must be SingleTenant, MultiTenant or UserAssignedMSI',
  }),
  MICROSOFT_APP_TENANT_ID: z.string(),
  ALLOW_ANONYMOUS_BOT: flag,
  ...entraFields,
  SERVICE_URLS: z.string(),
  ...whatsappSchema,
  DIRECT_LINE_SECRET: secret,
  REQUESTS_PER_MINUTE: number(10, 1_000_000),
  EMBED_ORIGINS: origins,
  MESSAGES_PER_MINUTE: number(1, 1_000_000),
  TRUST_PROXY: number(0, 10),
  METRICS_TOKEN: secret,
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'], {
    error: 'must be trace, debug, info, warn, error or silent',
  }),
});

export type SettingValues = z.output<typeof settingsSchema>;
