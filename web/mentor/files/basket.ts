import type { DeviceState } from '../talk/device-state.js';
import { contentTypeOf, kindOf, problemOf, type FileNote, type Shrunk } from './file-note.js';
import type { FileShelf } from './file-shelf.js';
import { FILE_PROBLEMS, FILE_TEXTS } from './texts.js';

export interface BasketDeps {
  readonly device: DeviceState;
  readonly shelf: FileShelf;
  readonly shrink: (file: Blob) => Promise<Shrunk>;
  readonly newId: () => string;
  readonly now: () => number;
  readonly onChange: () => void;
  /** What stands in the way of a file, in words. */
  readonly onProblem: (text: string) => void;
}

/** Files that were chosen and not sent yet. They stay over a reload: a phone may close the page while its camera is open. */
export class Basket {
  constructor(private readonly deps: BasketDeps) {}

  notes(): readonly FileNote[] {
    return this.deps.device.draftFiles();
  }

  /** One after the other: each is judged beside those before it. False when something stood in the way. */
  async add(files: readonly File[]): Promise<boolean> {
    let well = true;
    for (const file of files) well = (await this.#addOne(file)) && well;
    return well;
  }

  async drop(id: string): Promise<void> {
    this.#save(this.notes().filter((note) => note.id !== id));
    await this.deps.shelf.remove(id);
  }

  /** They go along with a message now. */
  take(): readonly FileNote[] {
    const notes = this.notes();
    this.#save([]);
    return notes;
  }

  /** Of a message that was taken back. */
  async putBack(notes: readonly FileNote[]): Promise<void> {
    const known = new Set(this.notes().map(({ id }) => id));
    this.#save([...this.notes(), ...notes.filter(({ id }) => !known.has(id))]);
    await this.check();
  }

  /** Lets go of what is no longer on the device. */
  async check(): Promise<void> {
    for (const { id, name } of this.notes()) {
      if ((await this.deps.shelf.get(id))?.bytes) continue;
      await this.drop(id);
      this.deps.onProblem(FILE_PROBLEMS.gone(name, 0));
    }
  }

  async #addOne(file: File): Promise<boolean> {
    const { shelf, shrink, newId, now, onProblem } = this.deps;
    const name = file.name === '' ? FILE_TEXTS.noName : file.name.slice(-120);
    const type = contentTypeOf(name, file.type);
    const { blob, thumb } = kindOf(type) === 'image' ? await shrink(file) : { blob: file, thumb: null };
    const contentType = blob === file ? type : blob.type;
    const problem = problemOf({ size: blob.size, contentType }, this.notes());
    if (problem !== null) {
      onProblem(FILE_PROBLEMS[problem](name, blob.size));
      return false;
    }
    const note: FileNote = {
      id: newId(),
      kind: kindOf(contentType) ?? 'document',
      name: blob === file ? name : `${name.replace(/\.[^.]*$/, '')}.jpg`,
      contentType,
      size: blob.size,
    };
    // Copied: a file of another app may be gone by the time it is sent.
    await shelf.put(note.id, { bytes: new Blob([await blob.arrayBuffer()], { type: contentType }), thumb, at: now() });
    this.#save([...this.notes(), note]);
    return true;
  }

  #save(notes: readonly FileNote[]): void {
    this.deps.device.saveDraftFiles(notes);
    this.deps.onChange();
  }
}
