import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Radio,
  RadioGroup,
  SpinButton,
} from '@fluentui/react-components';
import { useState } from 'react';
import { newName } from '../base/kept.js';
import type { Actions } from './use-action.js';

/** After a call: was the mentor reached, and how long did it take. */
export function CallDialog({ actions, onClose }: { readonly actions: Actions; readonly onClose: () => void }) {
  const [reached, setReached] = useState('reached');
  const [minutes, setMinutes] = useState(10);
  const [once] = useState(newName);
  return (
    <Dialog
      open
      onOpenChange={(_event, { open }) => {
        if (!open) onClose();
      }}
    >
      <DialogSurface>
        <DialogBody>
          <DialogTitle>Gebeld</DialogTitle>
          <DialogContent>
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
            <Field label="Minuten">
              <SpinButton
                value={minutes}
                min={0}
                max={600}
                step={5}
                onChange={(_event, data) => {
                  const given = data.value ?? Number.parseInt(data.displayValue ?? '', 10);
                  setMinutes(Math.min(600, Math.max(0, Number.isNaN(given) ? 0 : given)));
                }}
              />
            </Field>
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>Annuleer</Button>
            <Button
              appearance="primary"
              disabledFocusable={actions.busy}
              onClick={() => {
                void actions.act('called', { reached, minutes, once }).then((done) => {
                  if (done) onClose();
                });
              }}
            >
              Noteer
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
