import { Badge, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CallRegular, EyeRegular, PeopleRegular } from '@fluentui/react-icons';
import type { QueueRow } from '../../../../handlers/desk/views.js';
import { THEME_TITLES } from '../../../../knowledge/entry.js';
import { memo } from 'react';
import { sayDue, sayWhen } from '../base/moment.js';
import { Link } from '../base/place.js';
import { useSession } from '../base/session.js';
import { CHANNEL_WORDS, STATUS_WORDS, URGENCY_WORDS } from '../base/words.js';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gap: '4px',
    padding: '10px 12px',
    textDecorationLine: 'none',
    color: tokens.colorNeutralForeground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    borderLeft: '4px solid transparent',
    ':hover': { borderLeftColor: tokens.colorNeutralStroke1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  selected: { backgroundColor: tokens.colorNeutralBackground1, borderLeftColor: tokens.colorBrandStroke1 },
  urgent: { borderLeftColor: tokens.colorStatusDangerBorder2 },
  top: {
    display: 'flex',
    gap: '8px',
    alignItems: 'baseline',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  name: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
  when: { marginLeft: 'auto', whiteSpace: 'nowrap' },
  late: { color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
  looking: { color: tokens.colorPaletteDarkOrangeForeground1, fontWeight: tokens.fontWeightSemibold },
  words: {
    overflow: 'hidden',
    display: 'block',
    maxHeight: '2.9em',
    overflowWrap: 'anywhere',
  },
  bottom: {
    display: 'flex',
    gap: '6px',
    flexWrap: 'wrap',
    alignItems: 'center',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
});

interface Props {
  readonly row: QueueRow;
  readonly selected: boolean;
  /** Which colleagues have it open. */
  readonly looking: string | null;
  readonly now: Date;
}

/** One question in the queue; drawn again only when something of it changed. */
export const QueueRowLink = memo(function QueueRowLink({ row, selected, looking, now }: Props) {
  const styles = useStyles();
  const { nameOf, coach } = useSession();
  const past = row.status === 'closed' || row.status === 'answered';
  return (
    <Link
      to={`/vraag/${row.id}`}
      className={mergeClasses(styles.row, row.urgency !== null && styles.urgent, selected && styles.selected)}
      aria-current={selected ? 'true' : undefined}
    >
      <span className={styles.top}>
        <span className={styles.name}>{row.number}</span>
        <span>{row.askerName ?? 'Mentor'}</span>
        <span className={mergeClasses(styles.when, row.overdue && styles.late)}>
          {past
            ? sayWhen(row.updatedAt, now)
            : row.status === 'waiting-for-mentor'
              ? 'mentor aan zet'
              : row.awaitsUs
                ? sayDue(row.dueAt, now)
                : 'gesprek loopt'}
        </span>
      </span>
      <span className={styles.words}>{row.excerpt}</span>
      <span className={styles.bottom}>
        {row.urgency !== null && (
          <Badge color="danger" appearance="filled">
            {URGENCY_WORDS[row.urgency]}
          </Badge>
        )}
        {row.status !== 'new' && (
          <Badge appearance="tint" color={row.status === 'reopened' ? 'warning' : 'informative'}>
            {STATUS_WORDS[row.status]}
          </Badge>
        )}
        {row.coach !== null && (
          <span>
            {row.coach === coach.id ? 'bij jou' : `bij ${nameOf(row.coach)}`}
            {row.forAbsent ? ' (afwezig, jij vervangt)' : ''}
          </span>
        )}
        <span>{CHANNEL_WORDS[row.channel]}</span>
        {row.theme !== null && <span>· {THEME_TITLES[row.theme]}</span>}
        {row.callback && <CallRegular aria-label="wil gebeld worden" />}
        {row.watchers > 0 && (
          <span title="wachten mee op dit antwoord">
            <PeopleRegular aria-label="wachten mee" /> {row.watchers}
          </span>
        )}
        {looking !== null && (
          <span className={styles.looking}>
            <EyeRegular aria-hidden /> {looking}
          </span>
        )}
        {row.snoozedUntil !== null && <span>uitgesteld tot {sayWhen(row.snoozedUntil, now)}</span>}
      </span>
    </Link>
  );
});
