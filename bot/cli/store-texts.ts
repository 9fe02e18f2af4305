import type { TransferRefused } from '../state/transfer/fill.js';
import type { RowCounts } from '../state/transfer/rows.js';

/** What `npm run -s store` says to whoever runs the helpline. */

export const USAGE = `Gebruik: npm run -s store -- OPDRACHT

  backup BESTAND                        alles in één bestand, ook terwijl de hulplijn draait
  restore BESTAND [--replace]           een backup terugzetten; de hulplijn staat stil
  move --from sqlite --to redis [--replace]
  move --from redis --to sqlite [--replace]
                                        alles verhuizen; de hulplijn staat stil
  check [BESTAND]                       nakijken of alles heel is, hier of in een backup
  reseal                                alles opnieuw verzegelen met DATA_KEY; daarna is DATA_KEY_OLD
                                        niet meer nodig; de hulplijn staat stil
  accept                                verdergaan met wat er nog is, na schade

De plaats komt uit DATA_DIR, REDIS_URL en REDIS_NAME, zoals bij de hulplijn zelf.
--replace zet opzij (SQLite) of wist (Redis) wat er al staat.`;

const REFUSALS: Readonly<Record<TransferRefused['code'], (detail: string) => string>> = {
  'in-use': (detail) => `De hulplijn draait nog op ${detail}. Stop ze eerst. Er is niets veranderd.`,
  'not-empty': (detail) =>
    `Er staan al gegevens: ${detail}. Kies een andere plaats, of voeg --replace toe. Er is niets veranderd.`,
  'counts-differ': (detail) => `De kopie klopt niet met het origineel: ${detail}. Ze is weer weggehaald.`,
  'broken-backup': (detail) => `Deze backup is niet bruikbaar: ${detail}. Er is niets veranderd.`,
  'unknown-key': (detail) =>
    `Deze gegevens zijn verzegeld met sleutel ${detail}. Zet DATA_KEY (of DATA_KEY_OLD), of leg het bestand data.key van toen in DATA_DIR. Er is niets veranderd.`,
};

export function refusal({ code, message }: TransferRefused): string {
  return REFUSALS[code](message);
}

/** "records per kind, log lines per log", readable. */
export function countLines({ records, lines }: RowCounts): readonly string[] {
  const logs = Object.entries(lines);
  const total = logs.reduce((sum, [, count]) => sum + count, 0);
  const shown = logs.slice(0, 12).map(([name, count]) => `  ${name}: ${String(count)} regels`);
  return [
    ...Object.entries(records).map(([kind, count]) => `  ${kind}: ${String(count)}`),
    ...shown,
    ...(logs.length > shown.length ? [`  … en ${String(logs.length - shown.length)} andere logboeken`] : []),
    `  samen ${String(total)} regels in ${String(logs.length)} logboeken`,
  ];
}

export const SAYS = {
  unknown: (words: readonly string[]) => `Onbekend: ${words.join(', ')}`,
  resealed: (key: string) =>
    `Alles is verzegeld met sleutel ${key}. Haal DATA_KEY_OLD weg. Het vorige SQLite-bestand, dat er nog naast staat, en oude backups blijven met de vorige sleutel verzegeld.`,
  resealFailed: (copy: string) =>
    `Het verzegelen is niet gelukt. Alles staat ook in ${copy}, onder de vorige sleutel: zet het terug met "restore".`,
  backupDone: (path: string) => `Backup gemaakt: ${path}`,
  keepKey: (keys: readonly string[]) =>
    `De sleutel (${keys.join(', ')}) zit er niet in. Bewaar DATA_KEY, of het bestand data.key uit DATA_DIR, op een andere plaats: zonder is de backup onleesbaar.`,
  restored: (from: string, at: string, to: string) => `Backup van ${at} (${from}) teruggezet in ${to}:`,
  moved: (from: string, to: string) => `Verhuisd van ${from} naar ${to}, alles nageteld:`,
  oldCopy: (from: string) =>
    `De oude kopie blijft staan in ${from}; daar start geen hulplijn meer op. Na een goede backup mag je ze wissen.`,
  whole: (what: string) => `${what}: alles heel.`,
  broken: (what: string, count: number) => `${what}: ${String(count)} problemen.`,
  accepted: (missing: number) =>
    missing === 0 ? 'Er ontbrak niets.' : `Goed. De hulplijn start weer; ${String(missing)} opdrachten zijn verloren.`,
  beginsAnew: (name: string) =>
    `Goed. De hulplijn start weer, ook als Redis (${name}) leeg is. Doe dit op elke machine waar ze draait.`,
  nothingKnown: (name: string) => `Deze machine wist nog niets van Redis (${name}). Er is niets veranderd.`,
  sameStore: 'Kies twee verschillende plaatsen: --from sqlite --to redis, of --from redis --to sqlite.',
  noRedis: 'REDIS_URL is leeg: zeg waar Redis staat.',
  noFile: (path: string) => `Er is geen bestand ${path}. Klopt DATA_DIR?`,
} as const;
