import { describe, expect, test } from '@jest/globals';
import { alertReply } from '../../bot/channels/teams/alerts.js';
import { deskLink } from '../../bot/channels/teams/desk-link.js';
import { teamsManifest } from '../../bot/channels/teams/manifest.js';
import { replyToTeams } from '../../bot/render/teams-activity.js';
import type { Alert } from '../../handlers/desk/keep-promises.js';

const URL_OF_DESK = 'https://lijn.example';
const APP = '12345678-1234-1234-1234-123456789012';
const ALERT = {
  kind: 'overdue',
  ticket: 't-17',
  number: 1017,
  dueAt: '2026-11-23T09:00:00.000Z',
  urgency: null,
  coach: null,
  email: null,
} as unknown as Alert;

/** The address a coach gets to press on the card that Teams shows. */
function linkOnCard(appId: string | null): URL {
  const reply = alertReply(ALERT, deskLink(URL_OF_DESK, appId), new Date('2026-11-23T08:00:00Z'));
  const card = JSON.stringify(replyToTeams(reply, { of: 'm', publicUrl: URL_OF_DESK }));
  return new URL(/\[Open in de desk\]\(([^)]+)\)/.exec(card)?.[1] ?? 'about:blank');
}

describe('an alert in Teams opens its question', () => {
  test('in the tab, when the app is known to Teams', () => {
    const link = linkOnCard(APP);
    const { staticTabs, id } = teamsManifest({ publicUrl: URL_OF_DESK, appId: APP, version: '1.0.0' }) as {
      id: string;
      staticTabs: readonly { entityId: string }[];
    };
    expect(link.origin + link.pathname).toBe(
      `https://teams.microsoft.com/l/entity/${id}/${staticTabs[0]?.entityId ?? ''}`,
    );
    // What the tab reads as its sub page, and where Teams goes when it has no such tab.
    expect(JSON.parse(link.searchParams.get('context') ?? '{}')).toEqual({ subEntityId: 't-17' });
    expect(link.searchParams.get('webUrl')).toBe(`${URL_OF_DESK}/desk/vraag/t-17`);
  });

  test.each([[null], ['']])('in the browser without an app id (%j)', (appId) => {
    expect(linkOnCard(appId).href).toBe(`${URL_OF_DESK}/desk/vraag/t-17`);
  });
});
