import { afterAll, beforeAll, describe, test } from '@jest/globals';
import fc from 'fast-check';
import { fakeKnowledge } from '../../support/fake-knowledge.js';
import { DeskServer } from '../../desk/desk-server.js';
import { DeskStage } from '../../desk/desk-stage.js';
import { PARSERS } from './parsers.js';
import { deskBodies, readersWith } from './readers.js';

/** Few, and always the same: the long run (npm run fuzz) looks for what is new. */
const SHORT = { numRuns: 120, seed: 20261121 };

const stage = new DeskStage();
let server: DeskServer;
let call: (method: string, path: string, body: unknown) => Promise<number>;
beforeAll(async () => {
  server = await new DeskServer(stage, 1_000_000).start();
  const visitor = await server.visitor(await stage.coach('An', 'lead'));
  call = async (method, path, body) => (await server.call(method, path, visitor, body)).status;
});
afterAll(() => server.stop());

describe('whatever comes in, nothing breaks', () => {
  const targets = [
    ...PARSERS,
    ...readersWith(fakeKnowledge().current()),
    deskBodies((method, path, body) => call(method, path, body)),
  ];
  test.each(targets.map((target) => [target.name, target] as const))('%s', async (_name, { inputs, read }) => {
    await fc.assert(
      fc.asyncProperty(inputs, async (input) => {
        await read(input);
      }),
      SHORT,
    );
  });
});
