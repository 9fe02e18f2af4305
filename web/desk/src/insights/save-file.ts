import type { Api } from '../base/api.js';

/** Fetches a file with the coach's rights and hands it to the browser to keep. True when that went well. */
export async function saveFile(api: Api, path: string): Promise<boolean> {
  try {
    const response = await api.stream(path, AbortSignal.timeout(30_000));
    if (!response.ok) return false;
    const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'mentorlijn.csv';
    const address = URL.createObjectURL(await response.blob());
    const link = document.createElement('a');
    link.href = address;
    link.download = name;
    link.click();
    // The browser needs a moment to take it over.
    setTimeout(() => {
      URL.revokeObjectURL(address);
    }, 10_000);
    return true;
  } catch {
    return false;
  }
}
