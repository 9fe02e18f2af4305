import type { FileShelf, KeptFile } from './file-shelf.js';

const NAME = 'mentorlijn';
const SHELF = 'files';

/** IndexedDB: bytes do not fit the shelf of words. A browser that forbids it costs the memory after closing, no more. */
export class DeviceFileShelf implements FileShelf {
  readonly #memory = new Map<string, KeptFile>();
  #opened: Promise<IDBDatabase> | null = null;

  keepsAll(): boolean {
    return this.#memory.size === 0;
  }

  async get(id: string): Promise<KeptFile | null> {
    const here = this.#memory.get(id);
    if (here) return here;
    const found: unknown = await this.#do<unknown>('readonly', (files) => files.get(id)).catch(() => null);
    return (found as KeptFile | null | undefined) ?? null;
  }

  async put(id: string, file: KeptFile): Promise<void> {
    try {
      await this.#do('readwrite', (files) => files.put(file, id));
      this.#memory.delete(id);
    } catch {
      this.#memory.set(id, file);
    }
  }

  async remove(id: string): Promise<void> {
    this.#memory.delete(id);
    await this.#do('readwrite', (files) => files.delete(id)).catch(() => undefined);
  }

  async ids(): Promise<readonly string[]> {
    const kept = await this.#do('readonly', (files) => files.getAllKeys()).catch(() => []);
    return [...this.#memory.keys(), ...kept.flatMap((key) => (typeof key === 'string' ? key : []))];
  }

  async #do<T>(mode: IDBTransactionMode, work: (files: IDBObjectStore) => IDBRequest<T>): Promise<T> {
    const opened = await this.#open();
    return new Promise<T>((done, fail) => {
      const transaction = opened.transaction(SHELF, mode);
      const request = work(transaction.objectStore(SHELF));
      transaction.oncomplete = () => {
        done(request.result);
      };
      transaction.onabort = () => {
        fail(transaction.error ?? new Error('the shelf of files refused'));
      };
    });
  }

  #open(): Promise<IDBDatabase> {
    this.#opened ??= new Promise<IDBDatabase>((done, fail) => {
      const request = indexedDB.open(NAME, 1);
      request.onupgradeneeded = () => {
        request.result.createObjectStore(SHELF);
      };
      request.onsuccess = () => {
        done(request.result);
      };
      request.onerror = () => {
        fail(request.error ?? new Error('no shelf of files'));
      };
    });
    return this.#opened;
  }
}
