import {
  Button,
  Card,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  Radio,
  RadioGroup,
  Text,
  Title2,
  Title3,
  makeStyles,
} from '@fluentui/react-components';
import { useState, type SubmitEvent } from 'react';
import { ROLE_TITLES } from '../../../../handlers/desk/coach.js';
import type { SessionLine } from '../../../../handlers/desk/sessions.js';
import { ApiError } from '../base/api.js';
import { sayWhen, useNow } from '../base/moment.js';
import { AbsenceForm } from './absence-form.js';
import { Link } from '../base/place.js';
import { useSession } from '../base/session.js';
import { THEME_CHOICES, THEME_NAMES, useShownTheme } from '../base/theme.js';
import { useLoad } from '../base/use-load.js';

const useStyles = makeStyles({
  page: { maxWidth: '40rem', margin: '0 auto', padding: '16px', display: 'grid', gap: '16px' },
  form: { display: 'grid', gap: '12px' },
  line: { display: 'flex', justifyContent: 'space-between', gap: '8px', alignItems: 'center' },
});

/** One's own account: looks, password, and where one is signed in. */
export default function AccountPage() {
  const styles = useStyles();
  const { api, coach } = useSession();
  const { choice, choose } = useShownTheme();
  const now = useNow();
  const sessions = useLoad<{ sessions: readonly (SessionLine & { here: boolean })[] }>('/sessions');
  return (
    <div className={styles.page}>
      <Title2 as="h1">Mijn account</Title2>
      <Link to="/">Terug naar de vragen</Link>
      <Text>
        {coach.name} · {coach.email} · {ROLE_TITLES[coach.role]}
      </Text>
      <Card>
        <Field label="Weergave">
          <RadioGroup
            value={choice}
            onChange={(_event, { value }) => {
              choose(THEME_CHOICES.find((name) => name === value) ?? 'auto');
            }}
          >
            {THEME_CHOICES.map((name) => (
              <Radio key={name} value={name} label={THEME_NAMES[name]} />
            ))}
          </RadioGroup>
        </Field>
      </Card>
      <AbsenceForm />
      <PasswordForm onDone={sessions.reload} />
      <Card>
        <Title3 as="h2">Aangemeld op</Title3>
        {sessions.data?.sessions.map((session) => (
          <div key={session.id} className={styles.line}>
            <Text>
              {session.device}, laatst gebruikt {sayWhen(session.lastSeenAt, now)}
              {session.here ? ' (hier)' : ''}
            </Text>
            {!session.here && (
              <Button
                size="small"
                onClick={() => {
                  void api.call('DELETE', `/sessions/${session.id}`).finally(sessions.reload);
                }}
              >
                Meld daar af
              </Button>
            )}
          </div>
        ))}
        {(sessions.data?.sessions.length ?? 0) > 1 && (
          <div>
            <Button
              size="small"
              onClick={() => {
                void api.call('POST', '/sessions/end-others').finally(sessions.reload);
              }}
            >
              Meld overal af, behalve hier
            </Button>
          </div>
        )}
      </Card>
    </div>
  );
}

function PasswordForm({ onDone }: { readonly onDone: () => void }) {
  const styles = useStyles();
  const { api } = useSession();
  const [present, setPresent] = useState('');
  const [next, setNext] = useState('');
  const [said, setSaid] = useState<{ readonly intent: 'success' | 'error'; readonly text: string } | null>(null);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    api.call('POST', '/password', { present, next }).then(
      () => {
        setPresent('');
        setNext('');
        setSaid({ intent: 'success', text: 'Je wachtwoord is gewijzigd. Op andere toestellen ben je afgemeld.' });
        onDone();
      },
      (error: unknown) => {
        setSaid({ intent: 'error', text: error instanceof ApiError ? error.message : 'Dat lukte niet.' });
      },
    );
  };
  return (
    <Card>
      <form className={styles.form} onSubmit={submit}>
        <Title3 as="h2">Wachtwoord wijzigen</Title3>
        <Field label="Huidig wachtwoord">
          <Input
            type="password"
            autoComplete="current-password"
            value={present}
            onChange={(_event, data) => {
              setPresent(data.value);
            }}
          />
        </Field>
        <Field label="Nieuw wachtwoord" hint="Minstens 12 tekens.">
          <Input
            type="password"
            autoComplete="new-password"
            value={next}
            onChange={(_event, data) => {
              setNext(data.value);
            }}
          />
        </Field>
        <div>
          <Button type="submit" disabled={present === '' || next === ''}>
            Wijzig
          </Button>
        </div>
        {said && (
          <MessageBar intent={said.intent} layout="multiline" role={said.intent === 'error' ? 'alert' : 'status'}>
            <MessageBarBody>{said.text}</MessageBarBody>
          </MessageBar>
        )}
      </form>
    </Card>
  );
}
