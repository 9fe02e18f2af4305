import { Button, Text, makeStyles, tokens } from '@fluentui/react-components';
import { CallRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { TicketView } from '../../../../handlers/desk/views.js';
import { sayWhen, useNow } from '../base/moment.js';
import { useSession } from '../base/session.js';
import { CALLBACK_WORDS } from '../base/words.js';
import { CallDialog } from './call-dialog.js';
import type { Actions } from './use-action.js';

const useStyles = makeStyles({
  box: {
    display: 'flex',
    gap: '8px',
    flexWrap: 'wrap',
    alignItems: 'center',
    padding: '8px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorBrandStroke1}`,
  },
});

/** The wish to be called: the number to tap, the moment, and noting the call. */
export function CallBox({ view, actions }: { readonly view: TicketView; readonly actions: Actions }) {
  const styles = useStyles();
  const { nameOf } = useSession();
  const now = useNow(60_000);
  const [open, setOpen] = useState(false);
  const { callback, called } = view.ticket;
  if (callback === null)
    return called ? (
      <Text>
        Gebeld {sayWhen(called.at, now)} door {nameOf(called.by)}
        {called.phone === null ? '' : ' op '}
        {called.phone !== null && <Phone number={called.phone} />}
      </Text>
    ) : null;
  return (
    <div className={styles.box}>
      <CallRegular aria-hidden />
      <Text weight="semibold">Wil gebeld worden {CALLBACK_WORDS[callback.when]}:</Text>
      {callback.phone === null ? <Text>nummer nog niet gegeven</Text> : <Phone number={callback.phone} />}
      <Button
        size="small"
        onClick={() => {
          setOpen(true);
        }}
      >
        Gebeld
      </Button>
      {open && (
        <CallDialog
          actions={actions}
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </div>
  );
}

function Phone({ number }: { readonly number: string }) {
  return <a href={`tel:${number.replace(/[^\d+]/g, '')}`}>{number}</a>;
}
