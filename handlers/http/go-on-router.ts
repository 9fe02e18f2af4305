import { Router, type Request } from 'express';
import { findCode, sayCode } from '../continuity/code.js';
import { JOIN_WORDS } from '../continuity/texts.js';
import { MentorlijnError } from '../errors.js';
import type { Places } from '../turn/turn.js';

/**
 * Short links to go on elsewhere. Opening one does nothing by itself: link previews open links too. The code travels on
 * behind `#`, so that no log keeps it, and the page sends it when its reader taps.
 */
export function goOnRouter(places: Places): Router {
  const router = Router();
  // What the page may offer in its menu.
  router.get('/verder.json', (_request, response) => {
    response.set('Cache-Control', 'no-cache').json({ whatsapp: places.whatsappNumber() !== null });
  });
  // A link that was cut or mistyped: a person reads the page for what does not exist, not an error of ours.
  router.param('code', (_request, _response, next, given: string) => {
    next(findCode(given) === null ? 'router' : undefined);
  });
  router.get('/verder/:code', (request, response) => {
    response.set('Cache-Control', 'no-store').redirect(302, `/#verder=${codeOf(request)}`);
  });
  router.get('/verder/:code/whatsapp', (request, response) => {
    response.set('Cache-Control', 'no-store').redirect(302, whatsappLink(places, codeOf(request)));
  });
  // For a phone's camera: the page to go on, or WhatsApp.
  router.get('/verder/:code/qr.svg', async (request, response) => {
    const code = codeOf(request);
    const link = request.query.naar === 'whatsapp' ? whatsappLink(places, code) : `${places.publicUrl}/verder/${code}`;
    // Read when the first code is shown.
    const { default: qrCode } = await import('qrcode');
    const svg = await qrCode.toString(link, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' });
    response.set('Cache-Control', 'no-store').type('image/svg+xml').send(svg);
  });
  return router;
}

function codeOf(request: Request): string {
  const given = request.params.code;
  const code = findCode(typeof given === 'string' ? given : '');
  if (code === null) throw new MentorlijnError('not-found', 'this is no code');
  return sayCode(code);
}

function whatsappLink(places: Places, code: string): string {
  const number = places.whatsappNumber();
  if (number === null) throw new MentorlijnError('not-found', 'WhatsApp is off');
  return `https://wa.me/${number}?text=${encodeURIComponent(JOIN_WORDS(code))}`;
}
