import type { KnowledgeNow } from '../../../handlers/ports.js';
import { typedCommand } from '../../../handlers/turn/typed-command.js';
import { MAX_TEXT_LENGTH } from '../../../handlers/message.js';
import { DESK_ROUTES } from '../../../handlers/http/desk/desk-router.js';
import { Stage } from '../../support/stage.js';
import fc from 'fast-check';
import { json, text } from './inputs.js';
import { target, type Target } from './parsers.js';

/** What reads messages with the knowledge at hand: matcher, detector, names, and a whole turn. */
export function readersWith(knowledge: KnowledgeNow): readonly Target[] {
  const words = text.map((one) => one.slice(0, MAX_TEXT_LENGTH));
  const stage = new Stage(undefined, { knowledge: { current: () => knowledge } });
  let asker = 0;
  return [
    target('match', words, (question) => {
      const { candidates } = knowledge.matcher.match(question);
      if (candidates.some(({ score }) => !(score >= 0 && score <= 1)))
        throw new Error('broken: scores between 0 and 1');
    }),
    target('signal', words, (message) => knowledge.detectSignal(message, [message.slice(0, 200), ''])),
    target('named item', words, (message) => knowledge.findNamed(message)),
    target('turn', words, async (message) => {
      // A newcomer each time; nobody erases or closes what another input needs.
      const said = await stage.say(message, { who: `f${String((asker += 1))}` });
      if (said.text.trim() === '') throw new Error('broken: the bot always says something');
      if (typedCommand(message) === null && said.reply.parts.length === 0) throw new Error('broken: nothing said');
    }),
  ];
}

/** Every write address of the desk, with any body: refused or carried out, never broken. */
export function deskBodies(call: (method: string, path: string, body: unknown) => Promise<number>): Target {
  const routes = DESK_ROUTES.filter(
    ({ method, path }) => method !== 'get' && !/logout|sessions|password|login/.test(path),
  );
  const known = fc.constantFrom(
    'text',
    'markdown',
    'then',
    'once',
    'theme',
    'factors',
    'minutes',
    'until',
    'email',
    'role',
    'name',
    'to',
    'kind',
    'profile',
    'item',
  );
  const body = fc.oneof(json, fc.dictionary(known, json, { maxKeys: 6 }));
  return target('desk bodies', fc.tuple(fc.constantFrom(...routes), body), async ([{ method, path }, sent]) => {
    const status = await call(method.toUpperCase(), path.replace(/:\w+/g, 'x1'), sent);
    if (status >= 500) throw new Error(`broken: ${path} answered ${String(status)}`);
  });
}
