import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
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
  const [words, setWords] = useState('');
  const rows = (data?.rows ?? []).filter(
    ({ id, number, excerpt, askerName }) =>
      id !== view.ticket.id &&
      `${String(number)} ${askerName ?? ''} ${excerpt}`.toLowerCase().includes(words.trim().toLowerCase()),
  );
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
            <Field label="Zoek op woord, naam of nummer">
              <Input
                value={words}
                onChange={(_event, { value }) => {
                  setWords(value);
                }}
              />
            </Field>
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
            {data && rows.length === 0 && (
              <Text>{words === '' ? 'Er is geen andere open vraag.' : 'Geen open vraag gevonden.'}</Text>
            )}
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
