import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Router } from 'express';

export interface EmbedDeps {
  /** Folder with the built pages. */
  readonly webFolder: string;
  /** Websites that may show the chat in a frame, as origins; empty: nobody may. */
  readonly origins: readonly string[];
}

/** The chat on the sector's own website: `/inbed.js` for the script tag, `/inbed` for the frame it makes. */
export function embedRouter({ webFolder, origins }: EmbedDeps): Router {
  const router = Router();
  if (origins.length === 0) return router;
  router.get('/inbed.js', (_request, response, next) => {
    const file = join(webFolder, 'embed/inbed.js');
    if (!existsSync(file)) {
      next();
      return;
    }
    // A script that other websites load: helmet's same-origin resource policy would stop it.
    response.set({ 'Cross-Origin-Resource-Policy': 'cross-origin', 'Cache-Control': 'public, max-age=3600' });
    response.sendFile(file);
  });
  router.get('/inbed', (_request, response, next) => {
    const file = join(webFolder, 'mentor/index.html');
    if (!existsSync(file)) {
      next();
      return;
    }
    const policy = String(response.getHeader('Content-Security-Policy'));
    response.removeHeader('X-Frame-Options');
    response.set({
      'Content-Security-Policy': policy.replace(/frame-ancestors [^;]*/, `frame-ancestors ${origins.join(' ')}`),
      'Cache-Control': 'no-cache',
    });
    response.sendFile(file);
  });
  return router;
}
