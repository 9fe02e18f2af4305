import express from 'express';
import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:http';
import { deskRouter } from '../../handlers/http/desk/desk-router.js';
import type { Coach } from '../../handlers/desk/coach.js';
import { openSession } from '../../handlers/desk/sessions.js';
import type { DeskStage } from './desk-stage.js';

export interface Answer {
  readonly status: number;
  readonly body: Record<string, never> & { readonly error?: { readonly code: string; readonly message: string } };
  readonly headers: Headers;
}

/** Somebody at a browser: a session's token and its secret. */
export interface Visitor {
  readonly token: string;
  readonly csrf: string;
}

/** The desk over real HTTP on a free port. */
export class DeskServer {
  readonly #server: Server;
  readonly #stage: DeskStage;
  origin = '';

  constructor(stage: DeskStage, triesPerMinute = 1_000) {
    this.#stage = stage;
    const app = express();
    app.use(deskRouter({ ...stage.desk, staticFolder: '/nowhere', publicUrl: 'http://localhost/', triesPerMinute }));
    this.#server = createServer(app);
  }

  async start(): Promise<this> {
    await new Promise<void>((done) => this.#server.listen(0, '127.0.0.1', done));
    this.origin = `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}`;
    return this;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }

  async visitor(coach: Coach): Promise<Visitor> {
    const { token, session } = await openSession(this.#stage.desk, coach.id, 'proef');
    return { token, csrf: session.csrf };
  }

  async call(
    method: string,
    path: string,
    visitor: Partial<Visitor> | null,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const response = await fetch(`${this.origin}/desk/api${path}`, {
      method,
      headers: {
        ...(visitor?.token === undefined ? {} : { cookie: `mentorlijn_desk=${visitor.token}` }),
        ...(visitor?.csrf === undefined ? {} : { 'x-mentorlijn-csrf': visitor.csrf }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    return {
      status: response.status,
      body: (await response.json().catch(() => ({}))) as Answer['body'],
      headers: response.headers,
    };
  }
}
