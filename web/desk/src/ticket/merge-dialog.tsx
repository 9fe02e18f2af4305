import { Field, Input, Radio, RadioGroup, Spinner, Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { Queue, TicketView } from '../../../../handlers/desk/views.js';
import { useLoad } from '../base/use-load.js';
import { FormDialog } from './form-dialog.js';
import type { Actions } from './use-action.js';

interface Props {
  readonly view: TicketView;
  readonly actions: Actions;
  readonly onClose: () => void;
}

/** Chooses an open ticket about the same question to join into this one. */
export function MergeDialog({ view, actions, onClose }: Props) {
  const { data } = useLoad<Queue>('/queue?view=open');
  const [chosen, setChosen] = useState('');
  const [words, setWords] = useState('');
  const rows = (data?.rows ?? []).filter(
    ({ id, number, excerpt, askerName }) =>
      id !== view.ticket.id &&
      `${String(number)} ${askerName ?? ''} ${excerpt}`.toLowerCase().includes(words.trim().toLowerCase()),
  );
  return (
    <FormDialog
      title={`Voeg een andere vraag bij vraag ${String(view.ticket.number)}`}
      submit="Voeg samen"
      ready={rows.some(({ id }) => id === chosen)}
      actions={actions}
      onSubmit={() => actions.act('merge', { from: chosen })}
      onClose={onClose}
    >
      <Text>Wie die andere vraag stelde, krijgt voortaan hetzelfde antwoord als hier. De andere vraag sluit.</Text>
      <Field label="Zoek op woord, naam of nummer">
        <Input
          value={words}
          onChange={(_event, { value }) => {
            setWords(value);
          }}
        />
      </Field>
      {rows.length > 0 && (
        <Field label="Welke vraag?">
          <RadioGroup
            value={chosen}
            onChange={(_event, { value }) => {
              setChosen(value);
            }}
            style={{ maxHeight: '40dvh', overflow: 'auto' }}
          >
            {rows.map(({ id, number, excerpt }) => (
              <Radio key={id} value={id} label={`${String(number)}: ${excerpt}`} />
            ))}
          </RadioGroup>
        </Field>
      )}
      {!data && <Spinner size="tiny" label="Open vragen laden" />}
      {data && rows.length === 0 && (
        <Text>{words === '' ? 'Er is geen andere open vraag.' : 'Geen open vraag gevonden.'}</Text>
      )}
    </FormDialog>
  );
}
