import { Badge, Text, Title3, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons';
import { coachOf, FALSE_ALARM_LINE } from '../../../../handlers/ticket.js';
import type { TicketView } from '../../../../handlers/desk/views.js';
import { sayLeft, sayWhen, useNow } from '../base/moment.js';
import { Link } from '../base/place.js';
import { useSession } from '../base/session.js';
import { CHANNEL_WORDS, REASON_WORDS, STATUS_WORDS, URGENCY_WORDS } from '../base/words.js';
import type { Colleague } from './use-presence.js';

const useStyles = makeStyles({
  line: { display: 'flex', gap: '10px', flexWrap: 'wrap', alignItems: 'center' },
  back: {
    display: 'none',
    color: tokens.colorNeutralForeground1,
    '@media (max-width: 900px)': { display: 'inline-flex' },
  },
  small: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  late: { color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
  others: { color: tokens.colorPaletteDarkOrangeForeground1, fontWeight: tokens.fontWeightSemibold },
});

/** Who asks, how it stands, and until when. */
export function TicketHeader({ view, others }: { readonly view: TicketView; readonly others: readonly Colleague[] }) {
  const styles = useStyles();
  const { nameOf, coach } = useSession();
  const now = useNow();
  const { ticket } = view;
  const holder = coachOf(ticket);
  const promise = !view.awaitsUs
    ? `beloofd tegen ${sayWhen(ticket.dueAt, now)}`
    : `antwoord beloofd tegen ${sayWhen(ticket.dueAt, now)} · ${sayLeft(ticket.dueAt, now)}`;
  return (
    <>
      <div className={styles.line}>
        <Link to="/" className={styles.back} aria-label="Terug naar de lijst">
          <ArrowLeftRegular fontSize={22} />
        </Link>
        <Title3 as="h1">Vraag {ticket.number}</Title3>
        <Text>
          {ticket.askerName ?? 'Mentor'} · {CHANNEL_WORDS[ticket.channel]}
        </Text>
        {ticket.urgency === null && ticket.history.some(({ action }) => action === FALSE_ALARM_LINE) && (
          <Badge appearance="tint" color="informative" size="large">
            Vals alarm volgens de mentor
          </Badge>
        )}
        {ticket.urgency !== null && (
          <Badge color="danger" size="large">
            {URGENCY_WORDS[ticket.urgency]}
          </Badge>
        )}
        <Badge
          appearance="tint"
          size="large"
          color={
            ticket.status === 'new' || ticket.status === 'reopened'
              ? 'warning'
              : ticket.status === 'closed'
                ? 'subtle'
                : 'brand'
          }
        >
          {STATUS_WORDS[ticket.status]}
        </Badge>
        {holder !== null && <Text>{holder === coach.id ? 'bij jou' : `bij ${nameOf(holder)}`}</Text>}
      </div>
      <div className={mergeClasses(styles.line, styles.small)}>
        <span className={view.overdue ? styles.late : undefined}>{promise}</span>
        <span>gesteld {sayWhen(ticket.createdAt, now)}</span>
        <span>{REASON_WORDS[ticket.reason]}</span>
        {view.watchers.length > 0 && (
          <span>
            {view.watchers.length === 1
              ? 'één andere mentor wacht mee'
              : `${String(view.watchers.length)} andere mentors wachten mee`}
          </span>
        )}
        {view.snoozed && ticket.snooze && <span>uitgesteld tot {sayWhen(ticket.snooze.until, now)}</span>}
        {view.stopped && <span>typte “stop”: schrijf alleen als antwoord</span>}
      </div>
      <div role="status">
        {others.length > 0 && (
          <Text className={styles.others}>
            {others.map(({ name, typing }) => `${name} ${typing ? 'typt een antwoord' : 'kijkt mee'}`).join(' · ')}
          </Text>
        )}
      </div>
    </>
  );
}
