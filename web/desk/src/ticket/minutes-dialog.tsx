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

/** Time spent on a question, or a call that was made. */
export function MinutesDialog({ actions, onClose }: { readonly actions: Actions; readonly onClose: () => void }) {
  const [minutes, setMinutes] = useState(10);
  const [kind, setKind] = useState('called');
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
          <DialogTitle>Tijd noteren</DialogTitle>
          <DialogContent>
            <Field label="Wat deed je?">
              <RadioGroup
                value={kind}
                onChange={(_event, { value }) => {
                  setKind(value);
                }}
                layout="horizontal"
              >
                <Radio value="called" label="Gebeld" />
                <Radio value="worked" label="Opgezocht, geschreven" />
              </RadioGroup>
            </Field>
            <Field label="Minuten">
              <SpinButton
                value={minutes}
                min={1}
                max={600}
                step={5}
                onChange={(_event, data) => {
                  setMinutes(
                    Math.min(600, Math.max(1, data.value ?? (Number.parseInt(data.displayValue ?? '', 10) || 1))),
                  );
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
                void actions.act('minutes', { minutes, kind, once }).then((done) => {
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
