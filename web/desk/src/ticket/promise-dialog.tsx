import { Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { TicketView } from '../../../../handlers/desk/views.js';
import { sayWhen, useNow } from '../base/moment.js';
import { useOnce } from '../base/use-once.js';
import { FormDialog } from './form-dialog.js';
import { MomentField, nextWeekday } from './moment-field.js';
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
  const [until, setUntil] = useState(() => nextWeekday(12));
  const { once, refused } = useOnce();
  const moment = new Date(until);
  const valid = !Number.isNaN(moment.getTime()) && moment > now;
  return (
    <FormDialog
      title="Later antwoorden"
      submit="Verzet en vertel het"
      ready={valid}
      actions={actions}
      onSubmit={() => actions.act('promise', { until: moment.toISOString(), once }, refused)}
      onClose={onClose}
    >
      <Text>
        Nu is beloofd: {sayWhen(view.ticket.dueAt, now)}. De mentor krijgt meteen bericht van het nieuwe moment.
      </Text>
      <MomentField
        label="Nieuw moment"
        value={until}
        problem={valid ? null : 'Kies een moment in de toekomst.'}
        onChange={setUntil}
      />
    </FormDialog>
  );
}
