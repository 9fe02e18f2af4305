import { assemble } from '../../bot/assemble.js';
import { parseConfig } from '../../bot/config.js';
import type { Store } from '../../handlers/ports.js';
import { tableKnowledge } from './table-knowledge.js';

/**
 * A helpline that dies at a named point: CRASH_AT=3:before kills the process right before its third commit,
 * 3:after right after it is durable. The fault tests run this as a process of its own.
 */
const [count = '0', moment = ''] = (process.env.CRASH_AT ?? '').split(':');
let commits = 0;

function die(): void {
  process.kill(process.pid, 'SIGKILL');
}

function deadly(store: Store): Store {
  return new Proxy(store, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      if (name !== 'commit') return member.bind(target) as unknown;
      return async (commit: Parameters<Store['commit']>[0]) => {
        commits += 1;
        if (commits === Number(count) && moment === 'before') die();
        const done = await target.commit(commit);
        if (commits === Number(count) && moment === 'after') die();
        return done;
      };
    },
  });
}

const parsed = parseConfig(process.env);
if (!parsed.ok) throw new Error(parsed.problems.join('\n'));
const app = await assemble(parsed.config, { knowledge: tableKnowledge, aroundStore: deadly });
app.server.listen(0, '127.0.0.1', () => {
  const address = app.server.address();
  process.stdout.write(`READY ${String(typeof address === 'object' ? address?.port : '')} ${app.setupCode ?? ''}\n`);
});
process.once('SIGTERM', () => {
  void app.stop().then(() => process.exit(0));
});
