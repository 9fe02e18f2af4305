import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { THEME_TITLES } from '../../../../knowledge/entry.js';
import type { UnansweredGroup, WeakItem } from '../../../../handlers/insights/views.js';
import { Link } from '../base/place.js';
import { INSIGHT_TEXTS, sayDay, sayNumber } from './texts.js';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid' },
  row: {
    display: 'grid',
    gridTemplateColumns: '1fr auto',
    gap: '2px 16px',
    padding: '8px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '& > :first-child': { overflowWrap: 'anywhere' },
  },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  others: { margin: '4px 0 0', paddingLeft: '20px', color: tokens.colorNeutralForeground2 },
  summary: { cursor: 'pointer', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

/** What nobody answered at once, with one step to an entry for it. */
export function UnansweredList({ groups }: { readonly groups: readonly UnansweredGroup[] }) {
  const styles = useStyles();
  if (groups.length === 0) return <Text>{INSIGHT_TEXTS.unansweredNone}</Text>;
  return (
    <ul className={styles.list}>
      {groups.map(({ example, others, count, last, theme }) => (
        <li key={example} className={styles.row}>
          <div>
            <div>{example}</div>
            <span className={styles.quiet}>
              {INSIGHT_TEXTS.times(count)}, laatst {sayDay(last)}
              {theme === null ? '' : ` · lijkt op ${THEME_TITLES[theme].toLowerCase()}`}
            </span>
            {others.length > 0 && (
              <details>
                <summary className={styles.summary}>{INSIGHT_TEXTS.also}</summary>
                <ul className={styles.others}>
                  {others.map((other) => (
                    <li key={other}>{other}</li>
                  ))}
                </ul>
              </details>
            )}
          </div>
          <Link
            to={`/kennis/nieuw?vraag=${encodeURIComponent(example)}`}
            aria-label={`${INSIGHT_TEXTS.makeEntry}: ${example}`}
          >
            {INSIGHT_TEXTS.makeEntry}
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** Entries to rewrite first. */
export function WeakList({ items }: { readonly items: readonly WeakItem[] }) {
  const styles = useStyles();
  if (items.length === 0) return <Text>{INSIGHT_TEXTS.weakNone}</Text>;
  return (
    <ul className={styles.list}>
      {items.map(({ item, title, shown, helped, notHelped, toCoach }) => (
        <li key={item} className={styles.row}>
          <div>
            <Link to={`/kennis/ingang/${item}`}>{title}</Link>
            <div className={styles.quiet}>
              {sayNumber(shown)} keer getoond · {sayNumber(helped)} geholpen · {sayNumber(notHelped)} niet ·{' '}
              {sayNumber(toCoach)} daarna naar de coach
            </div>
          </div>
        </li>
      ))}
    </ul>
  );
}
