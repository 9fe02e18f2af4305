import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { MentorlijnError } from '../../handlers/errors.js';
import { readBody } from '../../handlers/http/read-body.js';

const account = z.looseObject({ id: z.string().max(2_000).optional(), name: z.string().optional() });

/** What we read of an activity; everything else passes by unread. */
const shape = z.looseObject({
  type: z.string().min(1).max(100),
  id: z.string().max(1_000).optional(),
  channelId: z.string().max(100).default(''),
  serviceUrl: z.string().max(2_000).default(''),
  conversation: z.looseObject({ id: z.string().min(1).max(2_000) }),
  from: account.optional(),
  recipient: account.default({}),
  text: z.string().optional(),
  name: z.string().optional(),
  locale: z.string().max(100).optional(),
  attachments: z
    .array(
      z.looseObject({
        contentType: z.string().default(''),
        name: z.string().optional(),
        contentUrl: z.string().optional(),
      }),
    )
    .optional(),
  entities: z.array(z.looseObject({ type: z.string().optional() })).optional(),
  membersAdded: z.array(account).optional(),
  membersRemoved: z.array(account).optional(),
});

/** A body from outside -> an activity whose parts are what the SDK and we take them for; a 400 that names the part. */
export function checkedActivity(body: unknown): Activity {
  const parsed = readBody(shape, withoutNulls(body));
  if (parsed.success) return withDates(parsed.data) as unknown as Activity;
  const place = parsed.error.issues[0]?.path.join('.') ?? '';
  throw new MentorlijnError('bad-request', `this is not an activity${place === '' ? '' : `: look at ${place}`}`);
}

/** Some clients send null for what they leave out. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => part !== null)
      .map(([key, part]) => [key, key === 'value' || key === 'channelData' ? part : withoutNulls(part)]),
  );
}

/** As the SDK does it: moments as dates, the text as it came beside them. */
function withDates(activity: z.output<typeof shape>): object {
  const { timestamp, localTimestamp } = activity;
  return {
    ...activity,
    ...(typeof timestamp === 'string' ? { timestamp: new Date(timestamp), rawTimestamp: timestamp } : {}),
    ...(typeof localTimestamp === 'string'
      ? { localTimestamp: new Date(localTimestamp), rawLocalTimestamp: localTimestamp }
      : {}),
  };
}
