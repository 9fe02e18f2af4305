import { ActivityHandler, CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import express from 'express';

/** A bare botbuilder bot in a process of its own: one activity in, one out, nothing else. Says READY with its port. */
export function serveBot(answer: (text: string) => string | Promise<string>): void {
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({ MicrosoftAppType: 'MultiTenant' }));
  const bot = new ActivityHandler();
  bot.onMessage(async (context, next) => {
    await context.sendActivity(await answer(context.activity.text));
    await next();
  });
  const app = express();
  app.post('/api/messages', express.json(), async (request, response) => {
    await adapter.process(request, response as never, (context) => bot.run(context));
  });
  const server = app.listen(0, '127.0.0.1', () => {
    const address = server.address();
    process.stdout.write(`READY ${typeof address === 'object' ? String(address?.port) : ''}\n`);
  });
}
