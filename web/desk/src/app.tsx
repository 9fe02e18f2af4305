import { FluentProvider, Spinner, makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Coach } from '../../../handlers/desk/coach.js';
import { SignIn } from './account/sign-in.js';
import { ApiError, type Api } from './base/api.js';
import { LiveProvider } from './base/live.js';
import { PlaceProvider, usePlace } from './base/place.js';
import { SessionContext, type Me } from './base/session.js';
import type { TeamsHost } from './base/teams.js';
import { enterFromTeams, linkToTeams, whoAmI } from './base/who-am-i.js';
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
    // The page's own look stays off the provider: menus and dialogs get the provider's classes too, and would cover all.
    <FluentProvider theme={theme.theme}>
      <div className={styles.page}>
        <ThemeContext value={theme}>
          <PlaceProvider>
            <Door api={api} teams={teams} />
          </PlaceProvider>
        </ThemeContext>
      </div>
    </FluentProvider>
  );
}

/** Signed in: the desk. Else: sign in, set up or accept an invite. */
function Door({ api, teams }: { readonly api: Api; readonly teams: TeamsHost | null }) {
  const subPage = teams?.subPage ?? null;
  const { go } = usePlace();
  const [me, setMe] = useState<Coach | null>(null);
  const [checked, setChecked] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [lost, setLost] = useState(false);
  const [renewing, setRenewing] = useState(false);
  const renewal = useRef<Promise<void>>(null);
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
      if (found.token !== undefined) api.setBearer(found.token);
      setMe(found.coach);
      setLost(false);
      reloadCoaches();
    },
    [api, reloadCoaches],
  );

  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout>;
    const check = (): void => {
      whoAmI(api, teams).then(
        (found) => {
          enter(found);
          if (subPage !== null) go(`/vraag/${subPage}`);
          setChecked(true);
        },
        (error: unknown) => {
          if (error instanceof ApiError && error.status >= 400 && error.status < 500) {
            setProblem(error.status === 401 ? null : error.message);
            setChecked(true);
          } else waiting = setTimeout(check, 3_000);
        },
      );
    };
    check();
    return () => {
      clearTimeout(waiting);
    };
    // Once, at start: `go` changes with every move.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [api, enter, subPage, teams]);

  const onLost = useCallback((): void => {
    if (!teams) {
      setLost(true);
      return;
    }
    // In Teams a new session costs nobody a word. Several requests may find out at once that the old one is over.
    setRenewing(true);
    renewal.current ??= enterFromTeams(api, teams)
      .then(
        (found) => {
          if (found) enter(found);
          else setLost(true);
        },
        () => {
          setLost(true);
        },
      )
      .finally(() => {
        renewal.current = null;
        setRenewing(false);
      });
  }, [api, enter, teams]);
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
  // Signed in with a password inside Teams: from now on Teams itself will do.
  const enterAndLink = (found: Me): void => {
    enter(found);
    if (teams) void linkToTeams(api, teams);
  };
  if (!session) return <SignIn api={api} onIn={enterAndLink} said={problem} />;
  return (
    <SessionContext value={session}>
      <LiveProvider paused={lost || renewing}>
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
