import { Router } from 'express';
import type { Clock, Knowledge } from '../../ports.js';

export interface PublicDeps {
  readonly knowledge: Knowledge;
  readonly clock: Clock;
  readonly publicUrl: string;
  readonly assetsFolder: string;
}

// Placeholder while the pages are being written.
export function publicRouter(_deps: PublicDeps): Router {
  return Router();
}
