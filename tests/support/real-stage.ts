import { beforeAll, beforeEach } from '@jest/globals';
import { realKnowledge } from './real-knowledge.js';
import { Stage } from './stage.js';

/** A fresh stage for every test of a file, with what the bot really knows. */
export function onRealStage(ready: (stage: Stage) => void): void {
  let make: (() => Stage) | null = null;
  beforeAll(async () => {
    const knowledge = await realKnowledge();
    make = () => new Stage(undefined, { knowledge });
  });
  beforeEach(() => {
    if (make) ready(make());
  });
}
