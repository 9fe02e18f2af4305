import { makeStyles, tokens } from '@fluentui/react-components';
import type { TicketView } from '../../../../handlers/desk/views.js';
import { sayMinutes, sayWhen, useNow } from '../base/moment.js';
import { useSession } from '../base/session.js';
import { REASON_WORDS } from '../base/words.js';

const useStyles = makeStyles({
  list: {
    margin: 0,
    padding: '0 0 12px',
    listStyleType: 'none',
    display: 'grid',
    gap: '4px',
    fontSize: tokens.fontSizeBase200,
  },
  when: { color: tokens.colorNeutralForeground2 },
});

/** Who did what, and when. */
export function History({ view }: { readonly view: TicketView }) {
  const styles = useStyles();
  const { nameOf, coaches } = useSession();
  const now = useNow(60_000);
  const say = (detail: string): string => {
    if (/^\d{4}-\d\d-\d\dT/.test(detail)) return `tot ${sayWhen(detail, now)}`;
    if (coaches.some(({ id }) => id === detail)) return `van ${nameOf(detail)}`;
    return Object.entries(REASON_WORDS).find(([reason]) => reason === detail)?.[1] ?? detail;
  };
  return (
    <ol className={styles.list}>
      {view.ticket.history.map(({ at, by, action, detail }, index) => (
        <li key={index}>
          <span className={styles.when}>{sayWhen(at, now)}</span> {nameOf(by)}: {action}
          {detail === null ? '' : ` (${say(detail)})`}
        </li>
      ))}
      {view.ticket.minutes > 0 && <li>Samen {sayMinutes(view.ticket.minutes)} aan gewerkt</li>}
    </ol>
  );
}
