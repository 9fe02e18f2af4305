import type { Request, Response } from 'express';
import { z } from 'zod';
import type { Coach, Permission } from '../../desk/coach.js';
import type { EventIndex } from '../../insights/event-index.js';
import type { LearnDeps } from '../../desk/learn/learn-deps.js';
import type { EntraTokens } from '../../desk/entra-sign-in.js';
import type { SignedIn } from '../../desk/sessions.js';
import type { TicketIndex } from '../../desk/ticket-index.js';
import { MentorlijnError } from '../../errors.js';
import { readBody } from '../read-body.js';

/** What the routes need besides the stories' own needs. */
export interface DeskHttp extends LearnDeps {
  readonly index: TicketIndex;
  readonly events: EventIndex;
  readonly publicUrl: string;
  /** Null when Teams signs nobody in here. */
  readonly entra: EntraTokens | null;
}

/** Who may call an address: anyone, anyone signed in, or whoever holds a permission. */
export type Access = 'anyone' | 'signed-in' | Permission;

/** One request, checked: who, where, what. */
export interface Call<B> {
  readonly deps: DeskHttp;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: B;
  readonly request: Request;
  readonly response: Response;
}

export interface SignedCall<B> extends Call<B> {
  readonly me: SignedIn;
  readonly coach: Coach;
}

interface Address {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** Below /desk/api. */
  readonly path: string;
}

/** An address of the desk's API. What `run` returns is the JSON answer; `undefined` when it answers itself. */
export type DeskRoute =
  | (Address & { readonly access: 'anyone'; readonly run: (call: Call<unknown>) => Promise<object | undefined> })
  | (Address & {
      readonly access: Exclude<Access, 'anyone'>;
      readonly run: (call: SignedCall<unknown>) => Promise<object | undefined>;
    });

/** An address for anyone. */
export function open<S extends z.ZodType>(
  method: Address['method'],
  path: string,
  body: S,
  run: (call: Call<z.output<S>>) => Promise<object | undefined>,
): DeskRoute {
  return { method, path, access: 'anyone', run: (call) => run({ ...call, body: parse(body, call.body) }) };
}

/** An address for coaches who may. */
export function signed<S extends z.ZodType>(
  access: Exclude<Access, 'anyone'>,
  method: Address['method'],
  path: string,
  body: S,
  run: (call: SignedCall<z.output<S>>) => Promise<object | undefined>,
): DeskRoute {
  return { method, path, access, run: (call) => run({ ...call, body: parse(body, call.body) }) };
}

export const nothing = z.unknown();

/** Outside data -> trusted data, or a 400 that says which field. */
export function parse<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const parsed = readBody(schema, value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = issue?.path.join('.') ?? '';
  throw new MentorlijnError(
    'bad-request',
    ASKED_FOR.get(field) ?? (field === '' ? 'De gegevens zijn niet in orde.' : `Veld "${field}" is niet in orde.`),
  );
}

/** What people fill in by hand is named as their form names it. */
const ASKED_FOR: ReadonlyMap<string, string> = new Map([
  ['name', 'Vul een naam in van minstens 2 letters.'],
  ['email', 'Vul een volledig e-mailadres in, zoals naam@school.be.'],
  ['password', 'Vul een wachtwoord in.'],
]);

/** A part of the address that must be there. */
export function param(call: Call<unknown>, name: string): string {
  const value = call.params[name];
  if (value === undefined || !/^[\w-]{1,128}$/.test(value))
    throw new MentorlijnError('not-found', 'Dit adres bestaat niet.');
  return value;
}
