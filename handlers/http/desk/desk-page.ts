import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { Router, type RequestHandler } from 'express';

/** Who may show the desk in a frame: Teams, for the tab. */
const TEAMS_HOSTS = 'https://teams.microsoft.com https://*.teams.microsoft.com https://*.cloud.microsoft';
/**
 * The hash is that of an empty text: Fluent UI puts an empty style element in the page and fills it by script, which
 * this permits while any style written into the page itself stays refused.
 */
const EMPTY_STYLE = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";
const POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  `style-src 'self' ${EMPTY_STYLE}`,
  // Attachments are fetched with our own proof of who we are, then shown from memory.
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  `frame-ancestors 'self' ${TEAMS_HOSTS}`,
].join('; ');

/** The built page below /desk; every address of the page itself gives its index. */
export function deskPage(folder: string): Router {
  const router = Router();
  const index = join(folder, 'index.html');
  router.use('/desk', policy);
  router.use(
    '/desk/assets',
    express.static(join(folder, 'assets'), { maxAge: '1y', immutable: true, fallthrough: false }),
  );
  router.use('/desk', express.static(folder, { index: false, redirect: false, maxAge: 0 }));
  router.get(['/desk', '/desk/{*rest}'], (_request, response) => {
    if (!existsSync(index)) {
      response.status(503).type('text').send('De coachdesk is nog niet gebouwd: voer eerst "npm run build" uit.');
      return;
    }
    response.set('Cache-Control', 'no-store').sendFile(index);
  });
  return router;
}

/** The desk's own rules, in the place of the stricter ones that hold for every other page. */
const policy: RequestHandler = (_request, response, next) => {
  response.set('Content-Security-Policy', POLICY);
  response.removeHeader('X-Frame-Options');
  next();
};
