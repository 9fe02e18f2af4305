import { Button, Card, Field, Input, Select, Text, Title3, makeStyles } from '@fluentui/react-components';
import { useState, type SubmitEvent } from 'react';
import type { Coach } from '../../../../handlers/desk/coach.js';
import { ApiError } from '../base/api.js';
import { sayWhen, useNow } from '../base/moment.js';
import { useSession } from '../base/session.js';

const useStyles = makeStyles({ form: { display: 'grid', gap: '12px' } });

/** "I am away until then; this colleague looks after my questions." */
export function AbsenceForm() {
  const styles = useStyles();
  const { api, coach, coaches, nameOf, reloadCoaches } = useSession();
  const now = useNow(60_000);
  const me = coaches.find(({ id }) => id === coach.id) ?? coach;
  const away = me.absence !== null && me.absence.until > now.toISOString() ? me.absence : null;
  const colleagues = coaches.filter(({ id, active }) => active && id !== coach.id);
  const [day, setDay] = useState('');
  const [standIn, setStandIn] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const save = (absence: Coach['absence']): void => {
    setProblem(null);
    api.call('PUT', '/absence', { absence }).then(reloadCoaches, (error: unknown) => {
      setProblem(error instanceof ApiError ? error.message : 'Dat lukte niet.');
    });
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const until = new Date(`${day}T23:59:00`);
    if (!Number.isNaN(until.getTime())) save({ until: until.toISOString(), standIn: standIn === '' ? null : standIn });
  };
  return (
    <Card>
      <Title3 as="h2">Afwezig</Title3>
      {away ? (
        <>
          <Text>
            Je bent afwezig tot {sayWhen(away.until, now)}.{' '}
            {away.standIn === null ? 'Niemand vervangt je.' : `${nameOf(away.standIn)} volgt je vragen op.`}
          </Text>
          <div>
            <Button
              onClick={() => {
                save(null);
              }}
            >
              Ik ben terug
            </Button>
          </div>
        </>
      ) : (
        <form className={styles.form} onSubmit={submit}>
          <Field label="Afwezig tot en met">
            <Input
              type="date"
              value={day}
              onChange={(_event, { value }) => {
                setDay(value);
              }}
            />
          </Field>
          <Field label="Wie volgt je vragen op?" hint="Je vragen komen bij die collega in “Van mij”.">
            <Select
              value={standIn}
              onChange={(_event, { value }) => {
                setStandIn(value);
              }}
            >
              <option value="">Niemand</option>
              {colleagues.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
          <div>
            <Button type="submit" disabledFocusable={day === ''}>
              Meld afwezig
            </Button>
          </div>
        </form>
      )}
      {problem !== null && <Text role="alert">{problem}</Text>}
    </Card>
  );
}
