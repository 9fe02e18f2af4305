import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Spinner,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useEffect } from 'react';
import { coachOf } from '../../../../handlers/ticket.js';
import type { TicketView } from '../../../../handlers/desk/views.js';
import { useLive } from '../base/live.js';
import { useSession } from '../base/session.js';
import { useLoad } from '../base/use-load.js';
import { ActionBar } from './action-bar.js';
import { CallBox } from './call-box.js';
import { Deliveries } from './deliveries.js';
import { ReplyBox } from './reply-box.js';
import { SidePanel } from './side-panel.js';
import { TicketHeader } from './ticket-header.js';
import { Transcript } from './transcript.js';
import { useActions } from './use-action.js';
import { useDraft } from './use-draft.js';
import { usePresence } from './use-presence.js';

const NARROW = '@media (max-width: 1200px)';
const useStyles = makeStyles({
  page: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 22rem',
    gridTemplateRows: 'auto 1fr',
    height: '100%',
    [NARROW]: { display: 'block', height: 'auto' },
  },
  head: {
    gridColumn: '1 / -1',
    padding: '12px 16px',
    display: 'grid',
    gap: '8px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  talk: { display: 'flex', flexDirection: 'column', minHeight: 0, [NARROW]: { minHeight: 'auto' } },
  side: {
    minHeight: 0,
    overflow: 'auto',
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
});

/** One ticket: the conversation and the reply beside everything that helps to answer. */
export default function TicketPage({ id }: { readonly id: string }) {
  const styles = useStyles();
  const { api, coach } = useSession();
  const { data, error, reload, put } = useLoad<TicketView>(`/tickets/${id}`);
  const actions = useActions(id, put, reload);
  const draft = useDraft(`draft.${id}`);
  const presence = usePresence(id);
  useLive('tickets', (changed) => {
    if (changed === id) reload();
  });
  useLive('again', reload);
  useEffect(() => {
    void api.call('POST', `/tickets/${id}/read`, {}).catch(() => undefined);
  }, [api, id]);
  if (!data)
    return error ? (
      <MessageBar intent="error" layout="multiline">
        <MessageBarBody>{error.message}</MessageBarBody>
      </MessageBar>
    ) : (
      <Spinner style={{ padding: '48px' }} label="Vraag laden" />
    );
  const holder = coachOf(data.ticket);
  return (
    <article className={styles.page} aria-label={`Vraag ${String(data.ticket.number)}`}>
      <div className={styles.head}>
        <TicketHeader view={data} others={presence.others} />
        <ActionBar view={data} actions={actions} />
        <CallBox view={data} actions={actions} />
        {actions.problem !== null && (
          <MessageBar intent="error" role="alert" layout="multiline">
            <MessageBarBody>{actions.problem}</MessageBarBody>
            <MessageBarActions
              containerAction={
                <Button
                  appearance="transparent"
                  icon={<DismissRegular />}
                  aria-label="Sluit melding"
                  onClick={actions.clear}
                />
              }
            />
          </MessageBar>
        )}
        <Deliveries deliveries={data.deliveries} actions={actions} />
      </div>
      <section className={styles.talk} aria-label="Gesprek">
        <Transcript view={data} />
        {data.ticket.status !== 'closed' && (
          <ReplyBox
            ticket={id}
            draft={draft}
            actions={actions}
            onTyping={presence.typing}
            mayReply={holder === null || holder === coach.id}
          />
        )}
      </section>
      <aside className={styles.side} aria-label="Over deze vraag">
        <SidePanel view={data} actions={actions} onInsert={draft.insert} />
      </aside>
    </article>
  );
}
