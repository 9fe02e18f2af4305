import { useState } from 'react';
import { useOnce } from '../base/use-once.js';
import { FormDialog } from './form-dialog.js';
import { MinutesField } from './minutes-field.js';
import type { Actions } from './use-action.js';

/** Time spent looking up and writing. Calls have their own dialog. */
export function MinutesDialog({ actions, onClose }: { readonly actions: Actions; readonly onClose: () => void }) {
  const [minutes, setMinutes] = useState(10);
  const { once, refused } = useOnce();
  return (
    <FormDialog
      title="Tijd noteren"
      submit="Noteer"
      ready
      actions={actions}
      onSubmit={() => actions.act('minutes', { minutes, kind: 'worked', once }, refused)}
      onClose={onClose}
    >
      <MinutesField label="Minuten opgezocht of geschreven" least={1} minutes={minutes} onChange={setMinutes} />
    </FormDialog>
  );
}
