import { newRecord, putNewCoach } from '../../handlers/desk/accounts.js';
import { publicCoach, type Coach, type Role } from '../../handlers/desk/coach.js';
import type { DeskDeps } from '../../handlers/desk/desk-deps.js';
import type { DeskTicket } from '../../handlers/desk/desk-ticket.js';
import { scryptPasswords } from '../../handlers/desk/password.js';
import { getTicket, type OutboxEntry } from '../../handlers/records.js';
import { Stage } from '../support/stage.js';

export const PASSWORD = 'een lange zin vol gras';

/** A stage with coaches: the real stories, a memory store, a fixed clock, and a password check that costs nothing. */
export class DeskStage extends Stage {
  get desk(): DeskDeps {
    return { ...this.deps, passwords: scryptPasswords(16) };
  }

  async coach(name: string, role: Role = 'coach'): Promise<Coach> {
    const record = await newRecord(
      this.desk,
      { name, email: `${name.toLowerCase()}@voorbeeld.be`, password: PASSWORD },
      role,
    );
    await this.store.commit({ puts: putNewCoach(record) });
    return publicCoach(record);
  }

  /** An asker whose question goes to the coach; the id of his ticket. */
  async ask(who: string, question = 'iets waar de bot niets van weet'): Promise<string> {
    await this.say(question, { who });
    await this.say('coach', { who });
    const ticket = (await this.tickets()).at(-1);
    if (!ticket) throw new Error('no ticket was made');
    return ticket.id;
  }

  async ticket(id: string): Promise<DeskTicket> {
    const found = await getTicket(this.store, id);
    if (!found) throw new Error(`no ticket ${id}`);
    return found.ticket;
  }

  /** What is on its way because of a ticket, as [conversation, words]. */
  async letters(ticket: string): Promise<readonly (readonly [string, string])[]> {
    const found = await this.store.query<OutboxEntry>({ kind: 'outbox', index: 'ticket', prefix: `${ticket}|` });
    return found.map(({ body }) => [body.conversation, body.reply.parts.map((part) => part.markdown).join('\n')]);
  }
}

/** The error code of what must be refused. */
export async function refusal(tried: Promise<unknown>): Promise<string> {
  return tried.then(
    () => 'accepted',
    (error: unknown) => (error as { code?: string }).code ?? String(error),
  );
}
