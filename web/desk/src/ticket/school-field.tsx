import { Button, Input, Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { Queue, TicketView } from '../../../../handlers/desk/views.js';
import { useLoad } from '../base/use-load.js';
import type { Actions } from './use-action.js';

/** The learner's school: written once, offered again with the next question. */
export function SchoolField({ view, actions }: { readonly view: TicketView; readonly actions: Actions }) {
  const kept = view.ticket.school ?? null;
  const earlier = view.earlier.find(({ school }) => school !== null)?.school ?? '';
  const [open, setOpen] = useState(false);
  const [school, setSchool] = useState(kept ?? earlier);
  const save = (): void => {
    void actions.act('school', { school }).then((done) => {
      if (done) setOpen(false);
    });
  };
  if (!open)
    return (
      <Text>
        School: {kept ?? 'niet ingevuld'}{' '}
        <Button
          size="small"
          appearance="subtle"
          onClick={() => {
            setOpen(true);
          }}
        >
          {kept === null ? 'Vul de school in' : 'Wijzig de school'}
        </Button>
      </Text>
    );
  return (
    <form
      style={{ display: 'flex', gap: '8px' }}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Input
        size="small"
        // Whoever opened it types at once; elsewhere those letters would be shortcuts.
        autoFocus
        aria-label="School van de leerling"
        value={school}
        maxLength={80}
        list="known-schools"
        onChange={(_event, { value }) => {
          setSchool(value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setOpen(false);
        }}
      />
      <KnownSchools />
      <Button size="small" type="submit" disabledFocusable={actions.busy}>
        Bewaar
      </Button>
    </form>
  );
}

function KnownSchools() {
  const { data } = useLoad<Queue>('/queue?view=open');
  return (
    <datalist id="known-schools">
      {data?.schools.map((school) => (
        <option key={school} value={school} />
      ))}
    </datalist>
  );
}
