import { z } from 'zod';
import { listCoaches, setUpFirstCoach } from '../../desk/accounts.js';
import { setAbsence } from '../../desk/absence.js';
import { ROLES, type Coach } from '../../desk/coach.js';
import { linkEntra, signInWithEntra } from '../../desk/entra-sign-in.js';
import {
  acceptInvite,
  changeAccess,
  invite,
  listInvites,
  readInvite,
  resetLink,
  withdrawInvite,
} from '../../desk/invites.js';
import { endOtherSessions, endSession, listSessions, openSession } from '../../desk/sessions.js';
import { isSetUp } from '../../desk/setup-code.js';
import { changePassword, signIn } from '../../desk/sign-in.js';
import { nothing, open, param, signed, type Call, type DeskRoute } from './route.js';
import { clearToken, setToken } from './session-cookie.js';

const name = z.string().trim().min(2).max(60);
const email = z.email().max(120);
const password = z.string().min(1).max(400);
const entraBody = z.object({ token: z.string().min(20).max(8_000) });
const absence = z.object({
  absence: z.object({ until: z.iso.datetime({ offset: true }), standIn: z.string().max(64).nullable() }).nullable(),
});
/** Half a link is no fault of form: the story says that it holds no longer. */
const code = z.string().max(200);

/** A page inside Teams asks for the token itself: no cookie of ours travels from another site's frame. */
const FRAMED_HEADER = 'x-mentorlijn-framed';

/** A new session in this browser; the answer is what `GET /me` gives. */
async function enter(call: Call<unknown>, coach: Coach): Promise<object> {
  const framed = call.request.get(FRAMED_HEADER) !== undefined;
  const device = framed ? 'Teams' : deviceOf(call.request.get('user-agent') ?? '');
  const { token, session } = await openSession(call.deps, coach.id, device);
  if (!framed) setToken(call.response, token, call.deps.publicUrl);
  // Whoever is new is known by name at every desk.
  call.deps.live.publish('coaches', coach.id);
  return { coach, csrf: session.csrf, ...(framed ? { token } : {}) };
}

/** "Chrome op Windows": enough to recognise one's own. */
function deviceOf(agent: string): string {
  const browser = agent.includes('Teams')
    ? 'Teams'
    : agent.includes('Edg/')
      ? 'Edge'
      : agent.includes('Firefox/')
        ? 'Firefox'
        : agent.includes('Chrome/')
          ? 'Chrome'
          : agent.includes('Safari/')
            ? 'Safari'
            : 'Onbekende browser';
  const system = agent.includes('Windows')
    ? 'Windows'
    : agent.includes('Android')
      ? 'Android'
      : /iPhone|iPad/.test(agent)
        ? 'iOS'
        : agent.includes('Mac OS')
          ? 'macOS'
          : agent.includes('Linux')
            ? 'Linux'
            : 'onbekend systeem';
  return `${browser} op ${system}`;
}

export const accountRoutes: readonly DeskRoute[] = [
  open('get', '/start', nothing, async ({ deps }) => ({ setUp: await isSetUp(deps), teams: deps.entra !== null })),
  open('post', '/setup', z.object({ code, name, email, password }), async (call) =>
    enter(call, await setUpFirstCoach(call.deps, call.body.code, call.body)),
  ),
  open('post', '/login', z.object({ email, password }), async (call) =>
    enter(call, await signIn(call.deps, call.body.email, call.body.password)),
  ),
  open('post', '/entra', entraBody, async (call) =>
    enter(call, await signInWithEntra(call.deps, call.deps.entra, call.body.token)),
  ),
  signed('signed-in', 'post', '/entra/link', entraBody, async ({ deps, coach, body }) => {
    await linkEntra(deps, deps.entra, body.token, coach);
    return {};
  }),
  open('post', '/invites/read', z.object({ code }), async ({ deps, body }) => {
    const found = await readInvite(deps, body.code);
    return { email: found.email, name: found.name, role: found.role, reset: found.coach !== undefined };
  }),
  open('post', '/invites/accept', z.object({ code, name, password }), async (call) =>
    enter(call, await acceptInvite(call.deps, call.body.code, call.body)),
  ),

  signed('signed-in', 'get', '/me', nothing, ({ coach, me }) => Promise.resolve({ coach, csrf: me.session.csrf })),
  signed('signed-in', 'post', '/logout', nothing, async ({ deps, coach, me, response }) => {
    await endSession(deps, coach.id, me.sessionId);
    clearToken(response, deps.publicUrl);
    return {};
  }),
  signed(
    'signed-in',
    'post',
    '/password',
    z.object({ present: password, next: password }),
    async ({ deps, coach, me, body }) => {
      await changePassword(deps, coach.id, body.present, body.next);
      await endOtherSessions(deps, coach.id, me.sessionId);
      return {};
    },
  ),
  signed('signed-in', 'get', '/sessions', nothing, async ({ deps, coach, me }) => {
    const sessions = await listSessions(deps, coach.id);
    return { sessions: sessions.map((session) => ({ ...session, here: session.id === me.sessionId })) };
  }),
  signed('signed-in', 'delete', '/sessions/:id', nothing, async (call) => {
    await endSession(call.deps, call.coach.id, param(call, 'id'));
    return {};
  }),
  signed('signed-in', 'post', '/sessions/end-others', nothing, async ({ deps, coach, me }) => {
    await endOtherSessions(deps, coach.id, me.sessionId);
    return {};
  }),
  signed('signed-in', 'put', '/absence', absence, async ({ deps, coach, body }) => ({
    coach: await setAbsence(deps, coach, body.absence),
  })),
  signed('signed-in', 'get', '/coaches', nothing, async ({ deps }) => ({ coaches: await listCoaches(deps) })),

  signed('accounts', 'get', '/invites', nothing, async ({ deps }) => ({ invites: await listInvites(deps) })),
  signed(
    'accounts',
    'post',
    '/invites',
    z.object({ email, name, role: z.enum(ROLES) }),
    async ({ deps, coach, body }) => {
      const made = await invite(deps, coach, body);
      return { link: `${deps.publicUrl}/desk/uitnodiging?code=${made.code}`, invite: made.invite };
    },
  ),
  signed('accounts', 'post', '/coaches/:id/reset', nothing, async (call) => {
    const made = await resetLink(call.deps, call.coach, param(call, 'id'));
    return { link: `${call.deps.publicUrl}/desk/uitnodiging?code=${made.code}` };
  }),
  signed('accounts', 'delete', '/invites/:id', nothing, async (call) => {
    await withdrawInvite(call.deps, param(call, 'id'));
    return {};
  }),
  signed('accounts', 'put', '/coaches/:id', z.object({ role: z.enum(ROLES), active: z.boolean() }), async (call) => {
    const id = param(call, 'id');
    const changed = await changeAccess(call.deps, id, call.body);
    // Other rights, other sessions: what is open now ends.
    if (id !== call.coach.id || !changed.active) await endOtherSessions(call.deps, id, null);
    call.deps.live.publish('coaches', id);
    return { coach: changed };
  }),
];
