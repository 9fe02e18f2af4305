import { Button, Card, Field, Input, Select, Text, Title2, Title3, makeStyles } from '@fluentui/react-components';
import { useState, type SubmitEvent } from 'react';
import { ROLES, ROLE_TITLES, type Coach, type Role } from '../../../../handlers/desk/coach.js';
import type { InviteLine } from '../../../../handlers/desk/invites.js';
import { ApiError } from '../base/api.js';
import { CopyField } from '../base/copy-field.js';
import { sayWhen, useNow } from '../base/moment.js';
import { Link } from '../base/place.js';
import { useSession } from '../base/session.js';
import { useLoad } from '../base/use-load.js';
import { Ask } from '../ticket/ask.js';

const useStyles = makeStyles({
  page: { maxWidth: '48rem', margin: '0 auto', padding: '16px', display: 'grid', gap: '16px' },
  line: {
    display: 'flex',
    gap: '8px',
    alignItems: 'center',
    flexWrap: 'wrap',
    '& > :first-child': { flex: '1 1 14rem' },
  },
  form: { display: 'grid', gap: '12px' },
});

/** The lead's page: colleagues, their roles, and invites by link. */
export default function TeamPage() {
  const styles = useStyles();
  const { api } = useSession();
  const now = useNow();
  const coaches = useLoad<{ coaches: readonly Coach[] }>('/coaches');
  const invites = useLoad<{ invites: readonly InviteLine[] }>('/invites');
  const [problem, setProblem] = useState<string | null>(null);
  const [leaving, setLeaving] = useState<Coach | null>(null);
  const [reset, setReset] = useState<{ readonly name: string; readonly link: string } | null>(null);
  const renew = (coach: Coach): void => {
    setProblem(null);
    api.call<{ link: string }>('POST', `/coaches/${coach.id}/reset`).then(
      ({ link }) => {
        setReset({ name: coach.name, link });
        invites.reload();
      },
      (error: unknown) => {
        setProblem(error instanceof ApiError ? error.message : 'Dat lukte niet.');
      },
    );
  };
  const change = (coach: Coach, access: { role: Role; active: boolean }): void => {
    setProblem(null);
    api
      .call('PUT', `/coaches/${coach.id}`, access)
      .catch((error: unknown) => {
        setProblem(error instanceof ApiError ? error.message : 'Dat lukte niet.');
      })
      .finally(coaches.reload);
  };
  return (
    <div className={styles.page}>
      <Title2 as="h1">Team</Title2>
      <Link to="/">Terug naar de vragen</Link>
      {problem !== null && <Text role="alert">{problem}</Text>}
      <Card>
        {coaches.data?.coaches.map((coach) => (
          <div key={coach.id} className={styles.line}>
            <Text>
              {coach.name} · {coach.email}
              {coach.active ? '' : ' (geen toegang)'}
              {coach.absence === null || coach.absence.until <= now.toISOString()
                ? ''
                : ` · afwezig tot ${sayWhen(coach.absence.until, now)}`}
            </Text>
            <Select
              size="small"
              aria-label={`Rol van ${coach.name}`}
              value={coach.role}
              onChange={(_event, { value }) => {
                change(coach, { role: ROLES.find((role) => role === value) ?? coach.role, active: coach.active });
              }}
            >
              {ROLES.map((role) => (
                <option key={role} value={role}>
                  {ROLE_TITLES[role]}
                </option>
              ))}
            </Select>
            <Button
              size="small"
              aria-label={`${coach.active ? 'Neem toegang weg van' : 'Geef weer toegang aan'} ${coach.name}`}
              onClick={() => {
                if (coach.active) setLeaving(coach);
                else change(coach, { role: coach.role, active: true });
              }}
            >
              {coach.active ? 'Neem toegang weg' : 'Geef weer toegang'}
            </Button>
            {coach.active && (
              <Button
                size="small"
                aria-label={`Link voor een nieuw wachtwoord voor ${coach.name}`}
                onClick={() => {
                  renew(coach);
                }}
              >
                Nieuw wachtwoord
              </Button>
            )}
          </div>
        ))}
      </Card>
      {leaving !== null && (
        <Ask
          title={`Neem toegang weg van ${leaving.name}?`}
          text="Alle aanmeldingen stoppen meteen. Open vragen blijven op die naam staan tot een collega ze overneemt."
          yes="Neem toegang weg"
          onNo={() => {
            setLeaving(null);
          }}
          onYes={() => {
            change(leaving, { role: leaving.role, active: false });
            setLeaving(null);
          }}
        />
      )}
      {reset !== null && (
        <Card>
          <CopyField
            label={`Bezorg deze link zelf aan ${reset.name}. Daarmee kiest hij of zij een nieuw wachtwoord, één keer.`}
            text={reset.link}
          />
        </Card>
      )}
      <InviteForm onDone={invites.reload} />
      {invites.data !== null && invites.data.invites.length > 0 && (
        <Card>
          <Title3 as="h2">Openstaande uitnodigingen</Title3>
          {invites.data.invites.map((invite) => (
            <div key={invite.id} className={styles.line}>
              <Text>
                {invite.name} · {invite.email}
                {invite.coach === undefined ? '' : ' · nieuw wachtwoord'} · geldig tot {sayWhen(invite.expiresAt, now)}
              </Text>
              <Button
                size="small"
                onClick={() => {
                  void api.call('DELETE', `/invites/${invite.id}`).finally(invites.reload);
                }}
              >
                Trek in
              </Button>
            </div>
          ))}
        </Card>
      )}
    </div>
  );
}

function InviteForm({ onDone }: { readonly onDone: () => void }) {
  const styles = useStyles();
  const { api } = useSession();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>('coach');
  const [link, setLink] = useState<{ readonly name: string; readonly url: string } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setProblem(null);
    api.call<{ link: string }>('POST', '/invites', { name, email, role }).then(
      (made) => {
        setLink({ name, url: made.link });
        setName('');
        setEmail('');
        onDone();
      },
      (error: unknown) => {
        setProblem(error instanceof ApiError ? error.message : 'Dat lukte niet.');
      },
    );
  };
  return (
    <Card>
      <form className={styles.form} onSubmit={submit}>
        <Title3 as="h2">Nodig een collega uit</Title3>
        <Field label="Naam" required>
          <Input
            value={name}
            onChange={(_event, data) => {
              setName(data.value);
            }}
          />
        </Field>
        <Field label="E-mailadres" required>
          <Input
            type="email"
            value={email}
            onChange={(_event, data) => {
              setEmail(data.value);
            }}
          />
        </Field>
        <Field label="Rol">
          <Select
            value={role}
            onChange={(_event, { value }) => {
              setRole(ROLES.find((other) => other === value) ?? 'coach');
            }}
          >
            {ROLES.map((name) => (
              <option key={name} value={name}>
                {ROLE_TITLES[name]}
              </option>
            ))}
          </Select>
        </Field>
        <div>
          <Button type="submit" appearance="primary">
            Maak een link
          </Button>
        </div>
        {problem !== null && <Text role="alert">{problem}</Text>}
        {link !== null && (
          <CopyField
            label={`Bezorg deze link zelf aan ${link.name}. Hij werkt één keer, zeven dagen lang.`}
            text={link.url}
          />
        )}
      </form>
    </Card>
  );
}
