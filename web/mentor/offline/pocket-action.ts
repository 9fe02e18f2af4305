/** Buttons under an answer of the device itself; the server never sees them. */
export const SHOW = 'offline:show:';
export const MORE = 'offline:more:';

/** Which of them was pressed; null for a button of the server. */
export function readPocketAction(action: string): { readonly id: string; readonly how: 'short' | 'more' } | null {
  if (action.startsWith(SHOW)) return { id: action.slice(SHOW.length), how: 'short' };
  return action.startsWith(MORE) ? { id: action.slice(MORE.length), how: 'more' } : null;
}
