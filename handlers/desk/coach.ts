/** Who works at the desk, and what each role may do. */

export const ROLES = ['coach', 'editor', 'lead'] as const;
export type Role = (typeof ROLES)[number];

export const ROLE_TITLES: Readonly<Record<Role, string>> = { coach: 'Coach', editor: 'Redacteur', lead: 'Teamleider' };

/** `tickets`: answer mentors. `knowledge`: publish what is learned. `accounts`: invite and remove colleagues. `surveys`: write questionnaires. */
export type Permission = 'tickets' | 'knowledge' | 'accounts' | 'surveys';

const MAY: Readonly<Record<Role, readonly Permission[]>> = {
  coach: ['tickets'],
  editor: ['tickets', 'knowledge'],
  lead: ['tickets', 'knowledge', 'accounts', 'surveys'],
};

export function may(role: Role, permission: Permission): boolean {
  return MAY[role].includes(permission);
}

/** A coach as kept in the store. */
export interface CoachRecord {
  readonly id: string;
  readonly name: string;
  /** Lower case; unique. */
  readonly email: string;
  readonly role: Role;
  /** What the hasher made of the password. */
  readonly password: string;
  readonly active: boolean;
  readonly createdAt: string;
  /** Tries since the last success. */
  readonly failedTries: number;
  /** ISO time. */
  readonly lockedUntil: string | null;
  /** Absent: the colleague who looks after the tickets meanwhile. */
  readonly absence: { readonly until: string; readonly standIn: string | null } | null;
}

/** A coach as colleagues see one another. */
export interface Coach {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly active: boolean;
  readonly absence: CoachRecord['absence'];
}

export function publicCoach({ id, name, email, role, active, absence }: CoachRecord): Coach {
  return { id, name, email, role, active, absence };
}
