import type { Request, Response } from 'express';
import type { Html } from './html.js';

interface KeptPage {
  /** Changes when anything on the page does. */
  readonly etag: string;
  readonly render: () => Html;
}

/** A page of the library: kept by browsers, asked again every time, sent only when something changed. */
export function sendPage(request: Request<Record<string, string>>, response: Response, page: KeptPage): void {
  response.set({ 'Cache-Control': 'public, no-cache', ETag: `"${page.etag}"` });
  if (request.fresh) {
    response.status(304).end();
    return;
  }
  send(response, 200, page.render());
}

/** A page about what someone typed: never kept, never indexed. */
export function sendPrivately(response: Response, status: 200 | 404, page: Html): void {
  response.set('Cache-Control', 'no-store');
  send(response, status, page);
}

function send(response: Response, status: number, page: Html): void {
  response.status(status).type('html').send(page.text);
}
