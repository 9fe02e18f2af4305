import { assemble } from '../../bot/assemble.js';
import { parseConfig } from '../../bot/config.js';
import { StartRefused } from '../../bot/state/start-refused.js';
import type { Commit } from '../../handlers/ports.js';
import { deadlyStore, nameOf } from './crash-point.js';
import { tableKnowledge } from './table-knowledge.js';

/**
 * A helpline as a process of its own, for the fault tests. CRASH_AT names the commit at which it dies (see
 * crash-point.ts); SLOW_MS makes every turn take that long.
 */
const slowMs = Number(process.env.SLOW_MS ?? 0);
const parsed = parseConfig(process.env);
if (!parsed.ok) throw new Error(parsed.problems.join('\n'));
const app = await assemble(parsed.config, {
  knowledge: tableKnowledge,
  aroundStore: (store) => {
    const deadly = deadlyStore(store, process.env.CRASH_AT ?? '', () => process.kill(process.pid, 'SIGKILL'));
    return slowMs === 0 ? deadly : slowStore(deadly);
  },
}).catch((error: unknown) => {
  if (!(error instanceof StartRefused)) throw error;
  process.stdout.write(`REFUSED ${error.message}\n`);
  process.exit(1);
});
app.server.listen(0, '127.0.0.1', () => {
  const address = app.server.address();
  process.stdout.write(`READY ${String(typeof address === 'object' ? address?.port : '')} ${app.setupCode ?? ''}\n`);
});
process.once('SIGTERM', () => {
  void app.stop().then(() => process.exit(0));
});

function slowStore<S extends object>(store: S): S {
  return new Proxy(store, {
    get(target, member) {
      const found: unknown = Reflect.get(target, member);
      if (typeof found !== 'function') return found;
      if (member !== 'commit') return found.bind(target) as unknown;
      return async (...args: unknown[]) => {
        if (nameOf(args[0] as Commit) === 'receive') process.stdout.write('BUSY\n');
        await new Promise((soon) => setTimeout(soon, slowMs));
        return (found as (...given: unknown[]) => unknown).apply(target, args);
      };
    },
  });
}
