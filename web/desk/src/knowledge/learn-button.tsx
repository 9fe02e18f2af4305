import { Badge, Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { TicketView } from '../../../../handlers/desk/views.js';
import { Link } from '../base/place.js';
import { LearnDialog } from './learn-dialog.js';

/** "Leren" in a ticket that a coach looked at, and what came of it. */
export function LearnButton({ view, onDone }: { readonly view: TicketView; readonly onDone: () => void }) {
  const [open, setOpen] = useState(false);
  const { ticket } = view;
  const free = ticket.status === 'new' || (ticket.status === 'reopened' && ticket.coach === null);
  if (free) return null;
  const { learning } = ticket;
  if (learning?.state === 'proposed' && learning.proposal !== null)
    return <Link to={`/kennis/voorstel/${learning.proposal}`}>Leren: wacht op goedkeuring</Link>;
  return (
    <>
      <Button
        onClick={() => {
          setOpen(true);
        }}
      >
        Leren
      </Button>
      {learning?.state === 'published' && (
        <Badge color="success" appearance="tint">
          geleerd
        </Badge>
      )}
      {learning?.state === 'nothing' && <Badge appearance="tint">niets te leren</Badge>}
      {open && (
        <LearnDialog
          view={view}
          onClose={() => {
            setOpen(false);
          }}
          onDone={() => {
            setOpen(false);
            onDone();
          }}
        />
      )}
    </>
  );
}
