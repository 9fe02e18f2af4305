import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger, Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { TicketView } from '../../../../handlers/desk/views.js';
import { useNow } from '../base/moment.js';
import { FormDialog } from './form-dialog.js';
import { MomentField, nextWeekday } from './moment-field.js';
import type { Actions } from './use-action.js';

/** Out of sight for a while: tomorrow or next Monday at eight by this device's clock, or a moment of one's own. */
export function SnoozeMenu({ view, actions }: { readonly view: TicketView; readonly actions: Actions }) {
  const at = (days: number): string => {
    const day = new Date();
    day.setDate(day.getDate() + days);
    day.setHours(8, 0, 0, 0);
    return day.toISOString();
  };
  const [choosing, setChoosing] = useState(false);
  const hours = (count: number): string => new Date(Date.now() + count * 3_600_000).toISOString();
  const toMonday = (8 - new Date().getDay()) % 7 || 7;
  if (view.snoozed)
    return (
      <Button disabledFocusable={actions.busy} onClick={() => void actions.act('snooze', { until: null })}>
        Toon weer
      </Button>
    );
  return (
    <>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button disabledFocusable={actions.busy}>Stel uit</Button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem onClick={() => void actions.act('snooze', { until: hours(3) })}>3 uur</MenuItem>
            <MenuItem onClick={() => void actions.act('snooze', { until: at(1) })}>Morgen om 8 uur</MenuItem>
            <MenuItem onClick={() => void actions.act('snooze', { until: at(toMonday) })}>Maandag om 8 uur</MenuItem>
            <MenuItem onClick={() => void actions.act('snooze', { until: at(14) })}>Twee weken</MenuItem>
            <MenuItem
              onClick={() => {
                setChoosing(true);
              }}
            >
              Kies een moment …
            </MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      {choosing && (
        <SnoozeDialog
          actions={actions}
          onClose={() => {
            setChoosing(false);
          }}
        />
      )}
    </>
  );
}

function SnoozeDialog({ actions, onClose }: { readonly actions: Actions; readonly onClose: () => void }) {
  const now = useNow();
  const [until, setUntil] = useState(() => nextWeekday(8));
  const moment = new Date(until);
  const valid = !Number.isNaN(moment.getTime()) && moment > now;
  return (
    <FormDialog
      title="Stel uit"
      submit="Stel uit"
      ready={valid}
      actions={actions}
      onSubmit={() => actions.act('snooze', { until: moment.toISOString() })}
      onClose={onClose}
    >
      <Text>De vraag is zo lang uit je lijst, of tot de mentor schrijft. De belofte blijft lopen.</Text>
      <MomentField
        label="Tot wanneer"
        value={until}
        problem={valid ? null : 'Kies een moment in de toekomst.'}
        onChange={setUntil}
      />
    </FormDialog>
  );
}
