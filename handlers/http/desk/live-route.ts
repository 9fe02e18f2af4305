import { z } from 'zod';
import type { JsonValue } from '../../message.js';
import { findSession } from '../../desk/sessions.js';
import { nothing, signed, type DeskRoute } from './route.js';
import { readToken } from './session-cookie.js';

/** What the page hears of; each is a hint to look again. `again`: some of them may have been missed. */
const TOPICS = ['tickets', 'presence', 'coaches', 'knowledge', 'canned', 'replay', 'again'] as const;
/** Keeps proxies from cutting the line, and finds out that one was signed out elsewhere. */
const HEARTBEAT_MS = 20_000;

const presence = z.object({
  ticket: z.string().max(64).nullable(),
  doing: z.enum(['looking', 'typing', 'left', 'who-is-here']),
});

export const liveRoutes: readonly DeskRoute[] = [
  signed('signed-in', 'get', '/live', nothing, ({ deps, request, response }) => {
    response.set({ 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' });
    response.flushHeaders();
    const say = (topic: string, detail: JsonValue): void => {
      response.write(`event: ${topic}\ndata: ${JSON.stringify(detail)}\n\n`);
    };
    say('hello', null);
    const stops = TOPICS.map((topic) =>
      deps.live.subscribe(topic, (detail) => {
        say(topic, detail);
      }),
    );
    const token = readToken(request) ?? '';
    const heart = setInterval(() => {
      findSession(deps, token).then(
        (me) => (me ? response.write(': still here\n\n') : response.end()),
        () => response.end(),
      );
    }, HEARTBEAT_MS);
    heart.unref();
    response.on('close', () => {
      clearInterval(heart);
      for (const stop of stops) stop();
    });
    return Promise.resolve(undefined);
  }),
  signed('tickets', 'post', '/presence', presence, ({ deps, coach, body }) => {
    deps.live.publish('presence', { coach: coach.id, name: coach.name, ticket: body.ticket, doing: body.doing });
    return Promise.resolve({});
  }),
];
