import { Field, Input, Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { TicketView } from '../../../../handlers/desk/views.js';
import { newName } from '../base/kept.js';
import { sayWhen, useNow } from '../base/moment.js';
import { FormDialog } from './form-dialog.js';
import type { Actions } from './use-action.js';

/** The answer will be later: a new promise, which the mentor hears at once. */
export function PromiseDialog({
  view,
  actions,
  onClose,
}: {
  readonly view: TicketView;
  readonly actions: Actions;
  readonly onClose: () => void;
}) {
  const now = useNow();
  const [until, setUntil] = useState(() => localInput(nextNoon()));
  const [once] = useState(newName);
  const moment = new Date(until);
  const valid = !Number.isNaN(moment.getTime()) && moment > now;
  return (
    <FormDialog
      title="Later antwoorden"
      submit="Verzet en vertel het"
      ready={valid}
      actions={actions}
      onSubmit={() => actions.act('promise', { until: moment.toISOString(), once })}
      onClose={onClose}
    >
      <Text>
        Nu is beloofd: {sayWhen(view.ticket.dueAt, now)}. De mentor krijgt meteen bericht van het nieuwe moment.
      </Text>
      <Field label="Nieuw moment" {...(valid ? {} : { validationMessage: 'Kies een moment in de toekomst.' })}>
        <Input
          type="datetime-local"
          value={until}
          onChange={(_event, { value }) => {
            setUntil(value);
          }}
        />
      </Field>
    </FormDialog>
  );
}

/** Noon of the next weekday. */
function nextNoon(): Date {
  const day = new Date();
  do day.setDate(day.getDate() + 1);
  while (day.getDay() === 0 || day.getDay() === 6);
  day.setHours(12, 0, 0, 0);
  return day;
}

function localInput(at: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${String(at.getFullYear())}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;
}
