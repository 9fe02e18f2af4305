import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { MentorlijnError } from '../errors.js';

/** Turns a password into what may be kept, and checks one against it. */
export interface PasswordHasher {
  hash(password: string): Promise<string>;
  verify(password: string, kept: string): Promise<boolean>;
}

const KEY_BYTES = 32;
const BLOCK_SIZE = 8;
/** Memory and time of one check: 2^15 takes 32 MB and about a tenth of a second. */
const DEFAULT_COST = 2 ** 15;

/** scrypt of node:crypto. What is kept names its own cost, so that the cost can rise later. */
export function scryptPasswords(cost = DEFAULT_COST): PasswordHasher {
  return {
    hash: async (password) => {
      const salt = randomBytes(16);
      const key = await derive(password, salt, cost);
      return `scrypt:${String(cost)}:${salt.toString('base64url')}:${key.toString('base64url')}`;
    },
    verify: async (password, kept) => {
      const [name, keptCost = '', salt = '', key = ''] = kept.split(':');
      if (name !== 'scrypt') return false;
      const wanted = Buffer.from(key, 'base64url');
      const found = await derive(password, Buffer.from(salt, 'base64url'), Number(keptCost));
      return wanted.length === found.length && timingSafeEqual(wanted, found);
    },
  };
}

function derive(password: string, salt: Buffer, cost: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const options = { N: cost, r: BLOCK_SIZE, p: 1, maxmem: 256 * cost * BLOCK_SIZE };
    scrypt(password.normalize('NFKC'), salt, KEY_BYTES, options, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });
}

const MIN_PASSWORD = 12;
const MAX_PASSWORD = 200;

/** Refuses what is easily guessed. Length counts most; odd signs are no duty. */
export function checkPassword(password: string, about: readonly string[]): void {
  if (password.length < MIN_PASSWORD)
    throw new MentorlijnError('bad-request', `Kies een wachtwoord van minstens ${String(MIN_PASSWORD)} tekens.`);
  if (password.length > MAX_PASSWORD)
    throw new MentorlijnError('bad-request', `Kies een wachtwoord van hoogstens ${String(MAX_PASSWORD)} tekens.`);
  const lower = password.toLowerCase();
  const poor =
    new Set(lower).size < 5 ||
    /^(0123456789|1234567890|qwertyuiop|azertyuiop|wachtwoord|password|mentorlijn)[\d!.]*$/.test(lower);
  const own = about.some(
    (word) => word.length >= 4 && lower.includes(word.toLowerCase()) && lower.length < word.length + 6,
  );
  if (poor || own)
    throw new MentorlijnError(
      'bad-request',
      'Dit wachtwoord is te makkelijk te raden. Neem een zin van een paar woorden.',
    );
}
