import { assemble } from './assemble.js';
import { cacheProblem } from './cache-folder.js';
import { readConfig } from './config.js';
import { keepTurnsWarm } from './keep-turns-warm.js';
import { startProblem } from './start-problem.js';
import { tidyHeap } from './tidy-heap.js';

const parsed = readConfig();
if (parsed.ok) {
  const { config } = parsed;
  const app = await assemble(config).catch((error: unknown) => {
    // A start that is refused says why, in one line and without a stack.
    const problem = startProblem(error);
    if (problem === null) throw error;
    process.stderr.write(`Mentorlijn kan niet starten: ${problem}\n`);
    process.exit(1);
  });
  app.server.once('error', (error: NodeJS.ErrnoException) => {
    process.stderr.write(`Mentorlijn kan niet luisteren op poort ${String(config.port)}: ${portProblem(error)}\n`);
    process.exit(1);
  });
  const cacheTrouble = await cacheProblem(config.cacheDir);
  let stopWarming = (): void => undefined;
  app.server.listen(config.port, config.host ?? undefined, () => {
    const address = app.server.address();
    const port = typeof address === 'object' && address !== null ? address.port : config.port;
    const base = config.publicUrl.endsWith(':0') ? `http://localhost:${String(port)}` : config.publicUrl;
    const lines = [
      '',
      `  Mentorlijn is er.`,
      `  Mentors:  ${base}/`,
      `  Coaches:  ${base}/desk`,
      ...(app.setupCode === null
        ? []
        : [`  Eerste coach instellen (eenmalige link): ${base}/desk/instellen?code=${app.setupCode}`]),
      `  Teams en Emulator: ${config.botFramework === null ? 'uit (MICROSOFT_APP_ID is leeg)' : config.botFramework.anonymous ? 'AAN ZONDER AANMELDING (alleen voor ontwikkeling)' : 'aan'}`,
      `  WhatsApp: ${config.whatsapp === null ? 'uit (WHATSAPP_PHONE_NUMBER_ID is leeg)' : `aan (webhook: ${base}/webhooks/whatsapp)`}`,
      ...(cacheTrouble === null
        ? []
        : [
            `  Let op, CACHE_DIR: ${cacheTrouble} Zo leert de hulplijn bij elke start en elke wijziging alles opnieuw.`,
          ]),
      '',
    ];
    process.stdout.write(`${lines.join('\n')}\n`);
    tidyHeap();
    stopWarming = keepTurnsWarm({ ...app.deps, readAhead: () => app.readAhead() }, app.server).stop;
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      stopWarming();
      // Whoever told us to stop kills us after ten seconds: better to say ourselves that it took too long.
      setTimeout(() => process.exit(1), 9_500).unref();
      void app.stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
} else {
  process.stderr.write(
    `Mentorlijn kan niet starten. Verbeter deze instellingen:\n${parsed.problems.map((problem) => `  - ${problem}`).join('\n')}\n`,
  );
  process.exitCode = 1;
}

function portProblem({ code, message }: NodeJS.ErrnoException): string {
  if (code === 'EADDRINUSE') return 'die is al in gebruik. Draait de hulplijn al? Kies anders een andere PORT.';
  if (code === 'EACCES') return 'daarvoor heb je geen rechten. Kies een PORT vanaf 1024.';
  return message;
}
