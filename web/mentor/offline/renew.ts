/** Of the service worker: where knowledge and public pages are kept. Outlives a build. */
export const KNOWLEDGE_CACHE = 'kennis-1';

/** What we use of a `Cache`. */
export interface KeptAnswers {
  match(url: string): Promise<Response | undefined>;
  put(url: string, answer: Response): Promise<void>;
}

/** What is kept under `url`, as new as the server has it: asks by its mark, so that some megabytes come only when they changed. */
export async function renewed(cache: KeptAnswers, url: string): Promise<Response> {
  const kept = await cache.match(url);
  const mark = kept?.headers.get('etag');
  const answer = await fetch(url, { cache: 'no-store', ...(mark ? { headers: { 'if-none-match': mark } } : {}) });
  if (answer.status === 304 && kept) return kept;
  if (answer.ok) await cache.put(url, answer.clone());
  return answer;
}
