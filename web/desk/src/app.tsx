import { FluentProvider, Spinner, makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import type { Coach } from '../../../handlers/desk/coach.js';
import { SignIn } from './account/sign-in.js';
import { ApiError, type Api } from './base/api.js';
import { LiveProvider } from './base/live.js';
import { PlaceProvider, usePlace } from './base/place.js';
import { SessionContext, type Me } from './base/session.js';
import type { TeamsHost } from './base/teams.js';
import { ThemeContext, useTheme } from './base/theme.js';

// The sign-in page appears at once; the desk itself follows.
const Desk = lazy(() => import('./desk.js'));

const useStyles = makeStyles({
  page: { minHeight: '100dvh', backgroundColor: tokens.colorNeutralBackground3, color: tokens.colorNeutralForeground1 },
  wait: { display: 'grid', placeItems: 'center', minHeight: '60dvh' },
});

export function App({ api, teams }: { readonly api: Api; readonly teams: TeamsHost | null }) {
  const styles = useStyles();
  const theme = useTheme(teams);
  return (
    <FluentProvider theme={theme.theme} className={styles.page}>
      <ThemeContext value={theme}>
        <PlaceProvider>
          <Door api={api} subPage={teams?.subPage ?? null} />
        </PlaceProvider>
      </ThemeContext>
    </FluentProvider>
  );
}

/** Signed in: the desk. Else: sign in, set up or accept an invite. */
function Door({ api, subPage }: { readonly api: Api; readonly subPage: string | null }) {
  const { go } = usePlace();
  const [me, setMe] = useState<Coach | null>(null);
  const [checked, setChecked] = useState(false);
  const [lost, setLost] = useState(false);
  const [coaches, setCoaches] = useState<readonly Coach[]>([]);

  const reloadCoaches = useCallback((): void => {
    void api.call<{ coaches: readonly Coach[] }>('GET', '/coaches').then(
      (answer) => {
        setCoaches(answer.coaches);
      },
      () => undefined,
    );
  }, [api]);
  const enter = useCallback(
    (found: Me): void => {
      api.setCsrf(found.csrf);
      setMe(found.coach);
      setLost(false);
      reloadCoaches();
    },
    [api, reloadCoaches],
  );

  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout>;
    const check = (): void => {
      api.call<Me>('GET', '/me').then(
        (found) => {
          enter(found);
          if (subPage !== null) go(`/vraag/${subPage}`);
          setChecked(true);
        },
        (error: unknown) => {
          if (error instanceof ApiError && error.status === 401) setChecked(true);
          else waiting = setTimeout(check, 3_000);
        },
      );
    };
    check();
    return () => {
      clearTimeout(waiting);
    };
    // Once, at start: `go` changes with every move.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [api, enter, subPage]);

  const onLost = useCallback((): void => {
    setLost(true);
  }, []);
  const session = useMemo(() => {
    if (!me) return null;
    const names = new Map(coaches.map(({ id, name }) => [id, name]));
    return {
      api,
      coach: me,
      coaches,
      nameOf: (id: string | null) =>
        id === null
          ? 'niemand'
          : id === 'asker'
            ? 'Mentor'
            : id === 'system'
              ? 'Mentorlijn'
              : (names.get(id) ?? (id === me.id ? me.name : 'een collega')),
      reloadCoaches,
      lost: onLost,
      signOut: () => {
        void api.call('POST', '/logout').finally(() => {
          setMe(null);
          go('/');
        });
      },
    };
  }, [api, me, coaches, reloadCoaches, onLost, go]);

  if (!checked) return <Waiting />;
  if (!session) return <SignIn api={api} onIn={enter} />;
  return (
    <SessionContext value={session}>
      <LiveProvider paused={lost}>
        <Suspense fallback={<Waiting />}>
          <Desk />
        </Suspense>
        {lost && <SignIn api={api} onIn={enter} again={session.coach.email} />}
      </LiveProvider>
    </SessionContext>
  );
}

function Waiting() {
  const styles = useStyles();
  return (
    <div className={styles.wait}>
      <Spinner label="De coachdesk wordt geladen" />
    </div>
  );
}
