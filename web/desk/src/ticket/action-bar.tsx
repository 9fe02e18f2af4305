import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger, makeStyles } from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { Coach } from '../../../../handlers/desk/coach.js';
import { coachOf } from '../../../../handlers/ticket.js';
import type { TicketView } from '../../../../handlers/desk/views.js';
import { useKey } from '../base/keys.js';
import { useSession } from '../base/session.js';
import { LearnButton } from '../knowledge/learn-button.js';
import { ForwardDialog } from './forward-dialog.js';
import { MergeDialog } from './merge-dialog.js';
import { MinutesDialog } from './minutes-dialog.js';
import { Ask } from './ask.js';
import { CallDialog } from './call-dialog.js';
import { PromiseDialog } from './promise-dialog.js';
import { ShareDialog } from './share-dialog.js';
import { SnoozeMenu } from './snooze-menu.js';
import type { Actions } from './use-action.js';

const useStyles = makeStyles({ bar: { display: 'flex', gap: '8px', flexWrap: 'wrap', alignItems: 'center' } });

type Open = 'none' | 'take-over' | 'close' | 'merge' | 'forward' | 'minutes' | 'called' | 'promise' | 'share';

/** What a coach can do with the ticket as it stands. */
export function ActionBar({ view, actions }: { readonly view: TicketView; readonly actions: Actions }) {
  const styles = useStyles();
  const { coach, coaches, nameOf } = useSession();
  const [open, setOpen] = useState<Open>('none');
  const { ticket } = view;
  const holder = coachOf(ticket);
  const mine = holder === coach.id;
  const free = ticket.status === 'new' || (ticket.status === 'reopened' && (holder === null || mine));
  const closed = ticket.status === 'closed';
  const shut = (): void => {
    setOpen('none');
  };
  const close = (): void => {
    if (ticket.coachSpoke) void actions.act('close');
    else setOpen('close');
  };
  const mayClose = !closed && (free || mine || ticket.status === 'answered');
  const absent = standsInFor(coaches, holder, coach.id);
  useKey('c', free ? () => void actions.act('claim') : null);
  useKey('s', mayClose ? close : null);
  useKey('b', () => {
    setOpen('called');
  });
  return (
    <div className={styles.bar} role="toolbar" aria-label="Acties">
      {free && (
        <Button appearance="primary" disabledFocusable={actions.busy} onClick={() => void actions.act('claim')}>
          Neem deze vraag
        </Button>
      )}
      {!free && !closed && !mine && holder !== null && (
        <Button
          disabledFocusable={actions.busy}
          appearance={absent ? 'primary' : 'secondary'}
          onClick={() => {
            // Whoever stands in needs no second thought.
            if (absent) void actions.act('take-over', { from: holder });
            else setOpen('take-over');
          }}
        >
          Neem over van {nameOf(holder)}
          {absent ? ' (afwezig)' : ''}
        </Button>
      )}
      {mine && ticket.status === 'claimed' && (
        <Button disabledFocusable={actions.busy} onClick={() => void actions.act('release')}>
          Geef vrij
        </Button>
      )}
      {mayClose && (
        <Button disabledFocusable={actions.busy} onClick={close}>
          Sluit
        </Button>
      )}
      {(closed || ticket.status === 'answered') && (
        <Button disabledFocusable={actions.busy} onClick={() => void actions.act('reopen')}>
          Heropen
        </Button>
      )}
      <LearnButton view={view} onDone={actions.reload} />
      {!closed && <SnoozeMenu view={view} actions={actions} />}
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button icon={<MoreHorizontalRegular />}>Meer</Button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {(free || mine) && !closed && (
              <MenuItem
                onClick={() => {
                  setOpen('promise');
                }}
              >
                Later antwoorden: verzet de belofte
              </MenuItem>
            )}
            <MenuItem
              onClick={() => {
                setOpen('called');
              }}
            >
              Telefoontje noteren
            </MenuItem>
            <MenuItem
              onClick={() => {
                setOpen('minutes');
              }}
            >
              Tijd noteren
            </MenuItem>
            {(!closed || typeof ticket.openQuestion === 'string') && (
              <MenuItem
                onClick={() => {
                  setOpen('share');
                }}
              >
                “Ook mijn vraag” voor andere mentors
              </MenuItem>
            )}
            {!closed && (
              <MenuItem
                onClick={() => {
                  setOpen('merge');
                }}
              >
                Voeg een andere vraag hierbij
              </MenuItem>
            )}
            <MenuItem
              onClick={() => {
                setOpen('forward');
              }}
            >
              Doorsturen als tekst
            </MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      {open === 'take-over' && (
        <Ask
          title={`Neem over van ${nameOf(holder)}?`}
          text="Je collega ziet meteen dat jij verdergaat. Vraag het even als hij aan het typen is."
          yes="Neem over"
          onNo={shut}
          onYes={() => {
            shut();
            void actions.act('take-over', { from: holder ?? '' });
          }}
        />
      )}
      {open === 'close' && (
        <Ask
          title="Sluiten zonder antwoord?"
          text="De mentor kreeg een belofte en nog geen antwoord. Sluit alleen als het echt niet nodig is."
          yes="Sluit toch"
          onNo={shut}
          onYes={() => {
            shut();
            void actions.act('close');
          }}
        />
      )}
      {open === 'merge' && <MergeDialog view={view} actions={actions} onClose={shut} />}
      {open === 'forward' && <ForwardDialog view={view} onClose={shut} />}
      {open === 'called' && <CallDialog actions={actions} onClose={shut} />}
      {open === 'promise' && <PromiseDialog view={view} actions={actions} onClose={shut} />}
      {open === 'share' && <ShareDialog view={view} actions={actions} onClose={shut} />}
      {open === 'minutes' && <MinutesDialog actions={actions} onClose={shut} />}
    </div>
  );
}

/** Whether the holder is away and named us. */
function standsInFor(coaches: readonly Coach[], holder: string | null, me: string): boolean {
  const absence = coaches.find(({ id }) => id === holder)?.absence ?? null;
  return absence !== null && absence.standIn === me && absence.until > new Date().toISOString();
}
