import { makeStyles, mergeClasses, MessageBar, MessageBarBody, Spinner, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useLive, useLiveState } from './base/live.js';
import { KeysProvider } from './base/keys.js';
import { KeysHelp } from './base/keys-help.js';
import { usePlace } from './base/place.js';
import { useSession } from './base/session.js';
import { StepsProvider } from './base/steps.js';
import { WarmUp, type NextPages } from './base/warm-up.js';
import { QueuePane } from './queue/queue-pane.js';
import { TopBar } from './top-bar.js';

/** What a coach needs next anyway: fetched while nothing else happens, so that the first click does not wait for it. */
const SOON = { ticket: () => import('./ticket/ticket-page.js'), search: () => import('./queue/search-page.js') };
const TicketPage = lazy(SOON.ticket);
const KnowledgePages = lazy(() => import('./knowledge/knowledge-pages.js'));
const TryPage = lazy(() => import('./knowledge/try-page.js'));
const AccountPage = lazy(() => import('./account/account-page.js'));
const TeamPage = lazy(() => import('./account/team-page.js'));
const InsightsPage = lazy(() => import('./insights/insights-page.js'));
const ContactsPage = lazy(() => import('./contacts/contacts-page.js'));
const SurveysPage = lazy(() => import('./surveys/surveys-page.js'));
const SurveyPage = lazy(() => import('./surveys/survey-page.js'));
const WriteSurveyPage = lazy(() => import('./surveys/write-page.js'));
const StatementPage = lazy(() => import('./contacts/statement-page.js'));
const ReportPage = lazy(() => import('./insights/report-page.js'));
const SearchPage = lazy(SOON.search);
const TextsPage = lazy(() => import('./texts/texts-page.js'));

const NARROW = '@media (max-width: 900px)';
const useStyles = makeStyles({
  // No wider than the screen, whatever stands in a row.
  shell: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gridTemplateRows: 'auto auto 1fr',
    height: '100dvh',
  },
  body: {
    display: 'grid',
    gridTemplateColumns: 'minmax(20rem, 26rem) 1fr',
    minHeight: 0,
    [NARROW]: { gridTemplateColumns: '1fr' },
  },
  list: {
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    minHeight: 0,
    overflow: 'hidden',
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground2,
  },
  // Relative: what is only for screen readers stays inside, and does not make the page itself scroll.
  main: { position: 'relative', minHeight: 0, minWidth: 0, overflow: 'auto' },
  hiddenNarrow: { [NARROW]: { display: 'none' } },
  wide: { position: 'relative', minHeight: 0, overflow: 'auto' },
  quiet: { font: 'inherit' },
  empty: { display: 'grid', placeItems: 'center', height: '100%', color: tokens.colorNeutralForeground3 },
});

const FETCH_AFTER_MS = 300;

/** The desk: queue beside ticket; on a phone one at a time. */
export default function Desk() {
  return (
    <KeysProvider>
      <StepsProvider>
        <Shell />
        <KeysHelp />
      </StepsProvider>
    </KeysProvider>
  );
}

function Shell() {
  const styles = useStyles();
  const { path } = usePlace();
  const live = useLiveState();
  const { reloadCoaches } = useSession();
  useLive('coaches', reloadCoaches);
  useLive('again', reloadCoaches);
  const [fetched, setFetched] = useState(false);
  useEffect(
    () =>
      fetchSoon(() => {
        setFetched(true);
      }),
    [],
  );
  const ticket = /^\/vraag\/([\w-]+)$/.exec(path)?.[1] ?? null;
  const page = path.startsWith('/kennis') ? () => <KnowledgePages /> : PAGES[path];
  return (
    <div className={styles.shell}>
      <TopBar />
      {fetched && (
        <Suspense>
          <WarmUp pages={NEXT} />
        </Suspense>
      )}
      <div role="status">
        {live === 'lost' && (
          <MessageBar intent="warning">
            <MessageBarBody>
              Geen verbinding met Mentorlijn. We proberen het opnieuw; wat je typt, blijft bewaard.
            </MessageBarBody>
          </MessageBar>
        )}
      </div>
      {page ? (
        <main className={styles.wide}>
          <Suspense fallback={<Spinner label="Laden" />}>{page()}</Suspense>
        </main>
      ) : (
        <div className={styles.body}>
          <nav className={mergeClasses(styles.list, ticket !== null && styles.hiddenNarrow)} aria-label="Vragen">
            <QueuePane selected={ticket} />
          </nav>
          <main className={mergeClasses(styles.main, ticket === null && styles.hiddenNarrow)}>
            {ticket === null ? (
              <div className={styles.empty}>
                <h1 className={styles.quiet}>Kies een vraag in de lijst.</h1>
              </div>
            ) : (
              <Suspense fallback={<Spinner label="Laden" />}>
                <TicketPage key={ticket} id={ticket} />
              </Suspense>
            )}
          </main>
        </div>
      )}
    </div>
  );
}

/** One that cannot be fetched now is fetched, and its failure said, when it is opened. */
function fetchSoon(done: () => void): () => void {
  const timer = setTimeout(() => {
    Promise.all(Object.values(SOON).map((fetchPage) => fetchPage())).then(done, () => undefined);
  }, FETCH_AFTER_MS);
  return () => {
    clearTimeout(timer);
  };
}

const NEXT: NextPages = { ticket: (id) => <TicketPage id={id} />, search: () => <SearchPage /> };

const PAGES: Readonly<Record<string, (() => React.JSX.Element) | undefined>> = {
  '/proef': () => <TryPage />,
  '/account': () => <AccountPage />,
  '/team': () => <TeamPage />,
  '/zoek': () => <SearchPage />,
  '/inzichten': () => <InsightsPage />,
  '/inzichten/verslag': () => <ReportPage />,
  '/inzichten/bevragingen': () => <SurveysPage />,
  '/inzichten/bevragingen/bekijk': () => <SurveyPage />,
  '/inzichten/bevragingen/schrijf': () => <WriteSurveyPage />,
  '/inzichten/begeleiding': () => <ContactsPage />,
  '/inzichten/begeleiding/overzicht': () => <StatementPage />,
  '/teksten': () => <TextsPage />,
};
