import { Field, Radio, RadioGroup } from '@fluentui/react-components';
import { useState } from 'react';
import { useOnce } from '../base/use-once.js';
import { FormDialog } from './form-dialog.js';
import { MinutesField } from './minutes-field.js';
import type { Actions } from './use-action.js';

/** After a call: was the mentor reached, and how long did it take. */
export function CallDialog({ actions, onClose }: { readonly actions: Actions; readonly onClose: () => void }) {
  const [reached, setReached] = useState('reached');
  const [minutes, setMinutes] = useState(10);
  const { once, refused } = useOnce();
  return (
    <FormDialog
      title="Gebeld"
      submit="Noteer"
      ready
      actions={actions}
      onSubmit={() => actions.act('called', { reached, minutes, once }, refused)}
      onClose={onClose}
    >
      <Field label="Kreeg je de mentor te pakken?">
        <RadioGroup
          value={reached}
          layout="horizontal"
          onChange={(_event, { value }) => {
            setReached(value);
            setMinutes(value === 'reached' ? 10 : 1);
          }}
        >
          <Radio value="reached" label="Ja, gesproken" />
          <Radio value="not-reached" label="Nee, niet bereikt" />
        </RadioGroup>
      </Field>
      <MinutesField label="Minuten" least={0} minutes={minutes} onChange={setMinutes} />
    </FormDialog>
  );
}
