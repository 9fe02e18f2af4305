import { DESK_TAB } from './desk-link.js';

/** What the Teams app package says of this installation. */
export interface ManifestOrder {
  /** https, without a slash at the end. */
  readonly publicUrl: string;
  /** App id of the bot registration; it names the app too. */
  readonly appId: string;
  readonly version: string;
}

const VERSION = '1.19';

/** The Teams app manifest: the bot, the coach desk as a tab, and the search in the message box. */
export function teamsManifest({ publicUrl, appId, version }: ManifestOrder): object {
  const host = new URL(publicUrl).host;
  return {
    $schema: `https://developer.microsoft.com/json-schemas/teams/v${VERSION}/MicrosoftTeams.schema.json`,
    manifestVersion: VERSION,
    version,
    id: appId,
    developer: {
      name: 'Mentorlijn',
      websiteUrl: publicUrl,
      privacyUrl: `${publicUrl}/privacy`,
      termsOfUseUrl: `${publicUrl}/privacy`,
    },
    name: { short: 'Mentorlijn', full: 'Mentorlijn: hulplijn voor mentors in duaal leren' },
    description: {
      short: 'Stel je vraag als mentor in duaal leren. Coaches antwoorden hier ook.',
      full: 'Mentorlijn antwoordt op vragen van mentors in duaal leren met vaste, nagekeken antwoorden en hun bron. Weet de bot het niet, dan kan je vraag naar een coach. Coaches werken in het tabblad Coachdesk en zoeken antwoorden op vanuit het berichtvak.',
    },
    icons: { color: 'color.png', outline: 'outline.png' },
    accentColor: '#0B4A2E',
    localizationInfo: { defaultLanguageTag: 'nl' },
    defaultInstallScope: 'personal',
    bots: [
      {
        botId: appId,
        scopes: ['personal', 'team', 'groupChat'],
        supportsFiles: false,
        commandLists: [{ scopes: ['personal'], commands: PERSONAL_COMMANDS }, { scopes: ['team'], commands: TEAM_COMMANDS }], // prettier-ignore
      },
    ],
    composeExtensions: [{ botId: appId, commands: [SEARCH] }],
    staticTabs: [
      {
        entityId: DESK_TAB,
        name: 'Coachdesk',
        contentUrl: `${publicUrl}/desk`,
        websiteUrl: `${publicUrl}/desk`,
        scopes: ['personal'],
      },
    ],
    permissions: ['identity', 'messageTeamMembers'],
    validDomains: [host],
    webApplicationInfo: { id: appId, resource: `api://${host}/${appId}` },
  };
}

const PERSONAL_COMMANDS = [
  { title: 'menu', description: 'De thema’s waarover je iets kunt vragen' },
  { title: 'coach', description: 'Vraag het aan een coach' },
  { title: 'mijn vragen', description: 'Je vragen bij de coach' },
  { title: 'wat weet je van mij', description: 'Wat Mentorlijn over jou bewaart' },
];

const TEAM_COMMANDS = [
  { title: 'meldingen hier', description: 'Meld dringende en late vragen in dit kanaal (teamleider)' },
  { title: 'geen meldingen', description: 'Stop de meldingen in dit kanaal (teamleider)' },
];

const SEARCH = {
  id: 'zoek',
  type: 'query',
  title: 'Zoek een antwoord',
  description: 'Zoek in de kennis van Mentorlijn en voeg het antwoord in',
  context: ['compose', 'commandBox'],
  initialRun: false,
  parameters: [{ name: 'tekst', title: 'Vraag', description: 'Een paar woorden van de vraag', inputType: 'text' }],
};

/** What stands in the way of a package; empty when it can be made. */
export function manifestProblems({ publicUrl, appId }: Pick<ManifestOrder, 'publicUrl' | 'appId'>): readonly string[] {
  return [
    ...(/^https:\/\/[^/]+/.test(publicUrl) ? [] : ['PUBLIC_URL: Teams needs an https address']),
    ...(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(appId)
      ? []
      : ['MICROSOFT_APP_ID: the app id of the bot registration is needed']),
  ];
}
