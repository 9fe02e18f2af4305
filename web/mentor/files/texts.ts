import type { Refusal } from '../talk/queue.js';
import type { FileKind, FileProblem } from './file-note.js';

/** What the page says about photos, voice notes and files. */
export const FILE_TEXTS = {
  photo: 'Maak een foto',
  speak: 'Spreek in',
  pick: 'Kies een foto of bestand',
  who: 'Een coach bekijkt foto’s en beluistert spraak. De bot leest alleen wat je typt.',
  along: 'Dit gaat mee',
  busy: 'Even klaarzetten…',
  recording: (seconds: number): string => `Opname loopt: ${sayLength(seconds)}`,
  stop: 'Klaar',
  drop: 'Gooi weg',
  noMicrophone: 'Je toestel laat opnemen niet toe. Typ je vraag, of kies een bestand.',
  progress: 'Hoever het versturen staat',
  noName: 'bestand',
  remove: (what: string): string => `${what} weghalen`,
} as const;

export const FILE_KINDS: Readonly<Record<FileKind, string>> = {
  image: 'Foto',
  audio: 'Spraak',
  video: 'Filmpje',
  document: 'Bestand',
};

export const FILE_PROBLEMS: Readonly<Record<FileProblem, (name: string, bytes: number) => string>> = {
  'too-large': (name, bytes) => `${name} is te groot (${saySize(bytes)}). Een bestand mag hoogstens 5 MB zijn.`,
  'together-too-large': (name) => `${name} past er niet meer bij: samen mag het hoogstens 5 MB zijn. Stuur eerst deze.`,
  'too-many': (name) => `${name} kan er niet meer bij: hoogstens 5 per bericht. Stuur eerst deze.`,
  kind: (name) => `${name} kan ik niet bewaren. Wel: foto’s, spraak, filmpjes, PDF, Word, Excel en PowerPoint.`,
  empty: (name) => `${name} is leeg. Probeer het opnieuw.`,
  gone: (name) => `${name} staat niet meer op dit toestel. Kies het opnieuw.`,
};

/** Under a message that the server did not take. */
export const REFUSAL_TEXTS: Readonly<Record<Refusal, string>> = {
  'too-large': 'Niet verzonden: te groot. Hoogstens 5 MB per bericht.',
  'too-many-files': 'Niet verzonden: in dit gesprek zitten al te veel bestanden.',
  kind: 'Niet verzonden: dit soort bestand kan ik niet bewaren.',
  gone: 'Niet verzonden: het bestand staat niet meer op dit toestel. Kies het opnieuw.',
};

export function saySize(bytes: number): string {
  return bytes < 1_000_000
    ? `${String(Math.max(1, Math.round(bytes / 1_000)))} kB`
    : `${(bytes / 1_000_000).toFixed(1).replace('.', ',')} MB`;
}

/** "0:07", "2:30". */
function sayLength(seconds: number): string {
  return `${String(Math.floor(seconds / 60))}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Name of a voice note, for the coach too. */
export function soundName(seconds: number, contentType: string): string {
  const length = `${String(Math.floor(seconds / 60))}m${String(seconds % 60).padStart(2, '0')}`;
  return `Spraakbericht ${length}.${contentType === 'audio/mp4' ? 'm4a' : 'webm'}`;
}
