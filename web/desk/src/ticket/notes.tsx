import { Badge, Button, Field, Textarea, makeStyles, tokens } from '@fluentui/react-components';
import { useRef } from 'react';
import type { TicketView } from '../../../../handlers/desk/views.js';
import { useKey } from '../base/keys.js';
import { sayWhen, useNow } from '../base/moment.js';
import { useSession } from '../base/session.js';
import type { Actions } from './use-action.js';
import { useDraft } from './use-draft.js';

const useStyles = makeStyles({
  box: {
    display: 'grid',
    gap: '8px',
    padding: '10px',
    marginBottom: '12px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px dashed ${tokens.colorStatusWarningBorder2}`,
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorNeutralForeground1,
  },
  note: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  who: { display: 'block', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

/** For colleagues only. Looks different from a reply, so that nobody types it in the wrong place. */
export function Notes({ view, actions }: { readonly view: TicketView; readonly actions: Actions }) {
  const styles = useStyles();
  const { nameOf } = useSession();
  const now = useNow(60_000);
  const draft = useDraft(`note.${view.ticket.id}`);
  const field = useRef<HTMLTextAreaElement>(null);
  useKey('n', () => {
    field.current?.focus();
  });
  const save = async (): Promise<void> => {
    const { text, once } = draft;
    if (await actions.act('note', { text, once }, draft.refused)) draft.done(text);
  };
  return (
    <div className={styles.box}>
      <span>
        <Badge color="warning" appearance="filled">
          intern
        </Badge>{' '}
        De mentor ziet dit nooit.
      </span>
      {view.ticket.notes.map((note, index) => (
        <div key={index} className={styles.note}>
          <span className={styles.who}>
            {nameOf(note.coach)} · {sayWhen(note.at, now)}
          </span>
          {note.text}
        </div>
      ))}
      <Field label="Nieuwe interne notitie">
        <Textarea
          textarea={{ ref: field }}
          value={draft.text}
          onKeyDown={(event) => {
            if (event.key === 'Escape') event.currentTarget.blur();
          }}
          maxLength={4_000}
          onChange={(_event, data) => {
            draft.write(data.value);
          }}
        />
      </Field>
      <div>
        <Button size="small" disabledFocusable={actions.busy || draft.text.trim() === ''} onClick={() => void save()}>
          Bewaar notitie
        </Button>
      </div>
    </div>
  );
}
