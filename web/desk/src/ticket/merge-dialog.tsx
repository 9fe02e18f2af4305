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
  Text,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { Queue, TicketView } from '../../../../handlers/desk/views.js';
import { useLoad } from '../base/use-load.js';
import type { Actions } from './use-action.js';

/** Chooses an open ticket about the same question to join into this one. */
export function MergeDialog({
  view,
  actions,
  onClose,
}: {
  readonly view: TicketView;
  readonly actions: Actions;
  readonly onClose: () => void;
}) {
  const { data } = useLoad<Queue>('/queue?view=open');
  const [chosen, setChosen] = useState('');
  const rows = data?.rows.filter(({ id }) => id !== view.ticket.id) ?? [];
  return (
    <Dialog
      open
      onOpenChange={(_event, { open }) => {
        if (!open) onClose();
      }}
    >
      <DialogSurface>
        <DialogBody>
          <DialogTitle>Voeg een andere vraag bij vraag {view.ticket.number}</DialogTitle>
          <DialogContent>
            <Text>
              Wie die andere vraag stelde, krijgt voortaan hetzelfde antwoord als hier. De andere vraag sluit.
            </Text>
            <Field label="Welke vraag?">
              <RadioGroup
                value={chosen}
                onChange={(_event, { value }) => {
                  setChosen(value);
                }}
                style={{ maxHeight: '50dvh', overflow: 'auto' }}
              >
                {rows.map(({ id, number, excerpt }) => (
                  <Radio key={id} value={id} label={`${String(number)}: ${excerpt}`} />
                ))}
              </RadioGroup>
            </Field>
            {data && rows.length === 0 && <Text>Er is geen andere open vraag.</Text>}
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>Annuleer</Button>
            <Button
              appearance="primary"
              disabledFocusable={chosen === '' || actions.busy}
              onClick={() => {
                void actions.act('merge', { from: chosen }).then(onClose);
              }}
            >
              Voeg samen
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
