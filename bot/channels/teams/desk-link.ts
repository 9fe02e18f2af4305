/** Where a coach opens a question. */
export type DeskLink = (ticket: string) => string;

/** Id of the desk's tab in the app package. */
export const DESK_TAB = 'desk';

/** In Teams the tab itself, when the app is known there; else, and where Teams has no tab, the desk's own address. */
export function deskLink(publicUrl: string, appId: string | null): DeskLink {
  return (ticket) => {
    const webUrl = `${publicUrl}/desk/vraag/${ticket}`;
    if (appId === null || appId === '') return webUrl;
    const query = new URLSearchParams({
      webUrl,
      label: 'Coachdesk',
      context: JSON.stringify({ subEntityId: ticket }),
    });
    return `https://teams.microsoft.com/l/entity/${appId}/${DESK_TAB}?${query.toString()}`;
  };
}
