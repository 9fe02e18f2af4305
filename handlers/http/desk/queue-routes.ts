import { z } from 'zod';
import { PHASES, THEMES } from '../../../knowledge/entry.js';
import { readQueue } from '../../desk/queue.js';
import { find } from '../../desk/suggestions.js';
import { tryQuestion } from '../../desk/try-question.js';
import { VIEWS } from '../../desk/views.js';
import { CHANNELS } from '../../message.js';
import { nothing, parse, signed, type DeskRoute } from './route.js';

const queueQuery = z.object({
  view: z.enum(VIEWS).default('new'),
  theme: z.enum(THEMES).optional(),
  phase: z.enum(PHASES).optional(),
  channel: z.enum(CHANNELS).optional(),
  school: z.string().max(80).optional(),
  pages: z.coerce.number().int().min(1).max(25).optional(),
  after: z.string().max(60).optional(),
});
const searchQuery = z.object({ q: z.string().max(200).default('') });
const tryBody = z.object({
  text: z.string().trim().min(1).max(4_000),
  profile: z
    .object({
      contract: z.enum(['SAO', 'OAO']).optional(),
      age: z.enum(['minderjarig', 'meerderjarig']).optional(),
      level: z.enum(['BUSO', 'BSO7']).optional(),
    })
    .default({}),
});

export const queueRoutes: readonly DeskRoute[] = [
  signed('tickets', 'get', '/queue', nothing, ({ deps, coach, query }) => {
    const { view, ...wanted } = parse(queueQuery, query);
    return readQueue(deps, coach, view, wanted);
  }),
  signed('tickets', 'get', '/search', nothing, ({ deps, query }) =>
    find(deps, deps.index, parse(searchQuery, query).q),
  ),
  signed('tickets', 'post', '/try', tryBody, ({ deps, body }) => {
    const { contract, age, level } = body.profile;
    return tryQuestion(deps, body.text, {
      ...(contract ? { contract } : {}),
      ...(age ? { age } : {}),
      ...(level ? { level } : {}),
    });
  }),
];
