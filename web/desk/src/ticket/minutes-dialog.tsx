import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  SpinButton,
} from '@fluentui/react-components';
import { useState } from 'react';
import { newName } from '../base/kept.js';
import type { Actions } from './use-action.js';

/** Time spent looking up and writing. Calls have their own dialog. */
export function MinutesDialog({ actions, onClose }: { readonly actions: Actions; readonly onClose: () => void }) {
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
          <DialogTitle>Tijd noteren</DialogTitle>
          <DialogContent>
            <Field label="Minuten opgezocht of geschreven">
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
                void actions.act('minutes', { minutes, kind: 'worked', once }).then((done) => {
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
