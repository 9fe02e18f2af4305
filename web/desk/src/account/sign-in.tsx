import {
  Button,
  Card,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  Text,
  Title2,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useEffect, useState, type SubmitEvent } from 'react';
import { ApiError, type Api } from '../base/api.js';
import { usePlace } from '../base/place.js';
import type { Me } from '../base/session.js';

const useStyles = makeStyles({
  middle: { display: 'grid', placeItems: 'center', minHeight: '100dvh', padding: '16px', boxSizing: 'border-box' },
  over: { position: 'fixed', inset: 0, zIndex: 100, backgroundColor: tokens.colorBackgroundOverlay },
  card: { width: '100%', maxWidth: '26rem', padding: '24px', boxSizing: 'border-box' },
  // A message wraps inside the card instead of widening it.
  form: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '16px' },
});

type Door = 'sign-in' | 'set-up' | 'invite';
interface Props {
  readonly api: Api;
  readonly onIn: (me: Me) => void;
  /** The session ended while at work: the address of who was here. */
  readonly again?: string;
  /** Why signing in did not go by itself. */
  readonly said?: string | null;
}

/** Sign in, set up the desk, or accept an invite; which one, the address tells. */
export function SignIn({ api, onIn, again, said }: Props) {
  const styles = useStyles();
  const { path, query, go } = usePlace();
  const code = query.get('code') ?? '';
  const door: Door =
    again !== undefined ? 'sign-in' : path === '/instellen' ? 'set-up' : path === '/uitnodiging' ? 'invite' : 'sign-in';
  const [name, setName] = useState('');
  const [email, setEmail] = useState(again ?? '');
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<string | null>(said ?? null);
  const [busy, setBusy] = useState(false);
  const [fresh, setFresh] = useState(false);
  const [reset, setReset] = useState(false);

  useEffect(() => {
    if (door === 'invite') {
      api.call<{ name: string; email: string; reset: boolean }>('POST', '/invites/read', { code }).then(
        (found) => {
          setName(found.name);
          setEmail(found.email);
          setReset(found.reset);
        },
        (error: unknown) => {
          setProblem(say(error));
        },
      );
    }
    if (door === 'sign-in')
      void api.call<{ setUp: boolean }>('GET', '/start').then(
        ({ setUp }) => {
          setFresh(!setUp);
        },
        () => undefined,
      );
  }, [api, door, code]);

  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    const sent =
      door === 'set-up'
        ? api.call<Me>('POST', '/setup', { code, name, email, password })
        : door === 'invite'
          ? api.call<Me>('POST', '/invites/accept', { code, name, password })
          : api.call<Me>('POST', '/login', { email, password });
    sent.then(
      (me) => {
        if (door !== 'sign-in') go('/');
        onIn(me);
      },
      (error: unknown) => {
        setProblem(say(error));
        setBusy(false);
      },
    );
  };

  return (
    <main className={again === undefined ? styles.middle : `${styles.middle} ${styles.over}`}>
      <Card className={styles.card}>
        <form className={styles.form} onSubmit={submit}>
          <Title2 as="h1">
            {again === undefined ? (reset ? 'Kies een nieuw wachtwoord' : TITLES[door]) : 'Meld je opnieuw aan'}
          </Title2>
          <Text>{again === undefined ? INTROS[door] : 'Je sessie is afgelopen. Wat je typte, staat er nog.'}</Text>
          {fresh && (
            <MessageBar intent="info" layout="multiline">
              <MessageBarBody>
                Deze desk is nog niet ingesteld. Open de link die Mentorlijn bij de start toonde.
              </MessageBarBody>
            </MessageBar>
          )}
          {problem !== null && (
            <MessageBar intent="error" layout="multiline" role="alert">
              <MessageBarBody>{problem}</MessageBarBody>
            </MessageBar>
          )}
          {door !== 'sign-in' && !reset && (
            <Field label="Je naam, zoals mentors ze zien" required>
              <Input
                value={name}
                onChange={(_event, data) => {
                  setName(data.value);
                }}
                autoComplete="name"
              />
            </Field>
          )}
          <Field label="E-mailadres" required>
            <Input
              type="email"
              value={email}
              onChange={(_event, data) => {
                setEmail(data.value);
              }}
              autoComplete="username"
              disabled={door === 'invite' || again !== undefined}
            />
          </Field>
          <Field
            label="Wachtwoord"
            required
            {...(door === 'sign-in' ? {} : { hint: 'Minstens 12 tekens. Een zin van een paar woorden is goed.' })}
          >
            <Input
              type="password"
              value={password}
              onChange={(_event, data) => {
                setPassword(data.value);
              }}
              autoComplete={door === 'sign-in' ? 'current-password' : 'new-password'}
            />
          </Field>
          <Button appearance="primary" type="submit" size="large" disabled={busy}>
            {reset ? 'Bewaar en meld aan' : BUTTONS[door]}
          </Button>
        </form>
      </Card>
    </main>
  );
}

const TITLES: Readonly<Record<Door, string>> = {
  'sign-in': 'Coachdesk Mentorlijn',
  'set-up': 'Stel de coachdesk in',
  invite: 'Welkom bij Mentorlijn',
};
const INTROS: Readonly<Record<Door, string>> = {
  'sign-in': 'Meld je aan om vragen van mentors te beantwoorden.',
  'set-up': 'Jij wordt de eerste teamleider. Daarna nodig je collega’s uit.',
  invite: 'Kies een wachtwoord. Daarna kun je meteen aan de slag.',
};
const BUTTONS: Readonly<Record<Door, string>> = {
  'sign-in': 'Aanmelden',
  'set-up': 'Account maken',
  invite: 'Account maken',
};

function say(error: unknown): string {
  return error instanceof ApiError ? error.message : 'Dat lukte niet. Probeer het opnieuw.';
}
