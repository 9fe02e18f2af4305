import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ContactMoment, ContactStatement } from '../../../../handlers/contacts/views.js';
import { THEME_TITLES } from '../../../../knowledge/entry.js';
import { sayMinutes } from '../base/moment.js';
import { useSession } from '../base/session.js';
import { sayDayOf } from '../insights/texts.js';
import { CONTACT_WORDS, STATEMENT } from './words.js';

const useStyles = makeStyles({
  paper: {
    maxWidth: '48rem',
    margin: '0 auto',
    padding: '28px 36px',
    display: 'grid',
    gap: '14px',
    backgroundColor: tokens.colorNeutralBackground1,
    '@media (max-width: 700px)': { padding: '16px' },
    '@media print': { padding: 0, maxWidth: 'none' },
  },
  h1: { fontSize: '22px', lineHeight: '28px' },
  table: {
    borderCollapse: 'collapse',
    width: '100%',
    fontSize: '13px',
    lineHeight: '17px',
    '& th, & td': {
      padding: '4px 6px',
      borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
      textAlign: 'left',
      verticalAlign: 'top',
    },
    '@media print': { fontSize: '11px', lineHeight: '14px' },
  },
  wrap: { overflowX: 'auto' },
  foot: { display: 'flex', justifyContent: 'space-between', gap: '24px', flexWrap: 'wrap', marginTop: '16px' },
  sign: {
    borderTop: `1px solid ${tokens.colorNeutralStroke1}`,
    minWidth: '14rem',
    paddingTop: '4px',
    marginTop: '48px',
  },
});

/** More rows do not fit on one sheet. */
const MOST_ROWS = 28;

/** The statement for the firm: what happened when, never what was asked. */
export function StatementPaper({ statement }: { readonly statement: ContactStatement }) {
  const styles = useStyles();
  const { coach } = useSession();
  const { name, year, moments, contacts, minutes } = statement;
  const grouped = moments.length > MOST_ROWS;
  return (
    <article className={styles.paper}>
      <h1 className={styles.h1}>{STATEMENT.title}</h1>
      <Text size={400} weight="semibold">
        {STATEMENT.about(name, year)}
      </Text>
      <Text>{STATEMENT.says}</Text>
      <Text weight="semibold">{STATEMENT.totals(contacts, sayMinutes(minutes))}</Text>
      {grouped && <Text size={200}>{STATEMENT.grouped}</Text>}
      <div className={styles.wrap} tabIndex={0} role="region" aria-label={STATEMENT.title}>
        <table className={styles.table}>
          {grouped ? <GroupedRows moments={moments} /> : <EveryRow moments={moments} />}
        </table>
      </div>
      <div className={styles.foot}>
        <Text>{STATEMENT.made(sayDayOf(new Date().toISOString()), coach.name)}</Text>
        <div className={styles.sign}>{STATEMENT.signature}</div>
      </div>
    </article>
  );
}

function EveryRow({ moments }: { readonly moments: readonly ContactMoment[] }) {
  return (
    <>
      <Head titles={[STATEMENT.date, STATEMENT.kind, STATEMENT.theme, STATEMENT.minutes, STATEMENT.coach]} />
      <tbody>
        {moments.map(({ id, at, kind, theme, minutes, coach, remark }) => (
          <tr key={id}>
            <td>{sayDayOf(at)}</td>
            <td>
              {CONTACT_WORDS[kind]}
              {remark === null || remark === '' ? '' : `: ${remark}`}
            </td>
            <td>{theme === null ? '' : THEME_TITLES[theme]}</td>
            <td>{minutes === 0 ? '' : minutes}</td>
            <td>{coach}</td>
          </tr>
        ))}
      </tbody>
    </>
  );
}

const monthOf = new Intl.DateTimeFormat('nl-BE', { month: 'long', year: 'numeric', timeZone: 'Europe/Brussels' });

function GroupedRows({ moments }: { readonly moments: readonly ContactMoment[] }) {
  const groups = new Map<string, { month: string; kind: ContactMoment['kind']; times: number; minutes: number }>();
  for (const { at, kind, minutes } of moments) {
    const month = monthOf.format(new Date(at));
    const known = groups.get(`${month}|${kind}`) ?? { month, kind, times: 0, minutes: 0 };
    groups.set(`${month}|${kind}`, { ...known, times: known.times + 1, minutes: known.minutes + minutes });
  }
  return (
    <>
      <Head titles={[STATEMENT.period, STATEMENT.kind, STATEMENT.times, STATEMENT.minutes]} />
      <tbody>
        {[...groups].map(([name, { month, kind, times, minutes }]) => (
          <tr key={name}>
            <td>{month}</td>
            <td>{CONTACT_WORDS[kind]}</td>
            <td>{times}</td>
            <td>{minutes === 0 ? '' : minutes}</td>
          </tr>
        ))}
      </tbody>
    </>
  );
}

function Head({ titles }: { readonly titles: readonly string[] }) {
  return (
    <thead>
      <tr>
        {titles.map((title) => (
          <th key={title} scope="col">
            {title}
          </th>
        ))}
      </tr>
    </thead>
  );
}
