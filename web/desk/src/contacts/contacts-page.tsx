import { Button, Field, makeStyles, Select, Text, Title2, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { ContactRow } from '../../../../handlers/contacts/views.js';
import { sayMinutes } from '../base/moment.js';
import { Link, usePlace } from '../base/place.js';
import { useSession } from '../base/session.js';
import { useLoad } from '../base/use-load.js';
import { CHANNEL_WORDS } from '../base/words.js';
import { saveFile } from '../insights/save-file.js';
import { sayDayOf } from '../insights/texts.js';
import { CONTACT_PAGE } from './words.js';

const useStyles = makeStyles({
  page: { maxWidth: '60rem', margin: '0 auto', padding: '16px', display: 'grid', gap: '12px' },
  tools: { display: 'flex', gap: '12px', alignItems: 'end', flexWrap: 'wrap' },
  quiet: { color: tokens.colorNeutralForeground2 },
  wrap: { overflowX: 'auto' },
  table: {
    borderCollapse: 'collapse',
    width: '100%',
    '& th, & td': { padding: '6px 8px', borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, textAlign: 'left' },
    '& tbody th': { fontWeight: tokens.fontWeightRegular },
  },
});

/** The school years one can look at: this one and the two before. */
function lastYears(year: string): readonly string[] {
  const first = Number(year.slice(0, 4));
  return [0, 1, 2].map((back) => `${String(first - back)}-${String(first - back + 1)}`);
}

/** Which mentors were guided this school year, and how much. */
export default function ContactsPage() {
  const styles = useStyles();
  const { query, go } = usePlace();
  const { api } = useSession();
  const asked = query.get('year');
  const suffix = asked === null ? '' : `?year=${encodeURIComponent(asked)}`;
  const list = useLoad<{ year: string; mentors: readonly ContactRow[] }>(`/contacts${suffix}`);
  const newest = useLoad<{ year: string }>('/contacts');
  const [problem, setProblem] = useState<string | null>(null);
  const year = list.data?.year ?? asked ?? '';
  return (
    <div className={styles.page}>
      <Title2 as="h1">{CONTACT_PAGE.title}</Title2>
      <Link to="/inzichten">Terug naar Inzichten</Link>
      <Text>{CONTACT_PAGE.intro}</Text>
      <Text size={200} className={styles.quiet}>
        {CONTACT_PAGE.private}
      </Text>
      <div className={styles.tools}>
        <Field label={CONTACT_PAGE.year}>
          <Select
            value={year}
            onChange={(_event, { value }) => {
              go(`/inzichten/begeleiding?year=${value}`);
            }}
          >
            {[...new Set([...lastYears(newest.data?.year ?? year), year])].map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </Select>
        </Field>
        <Button
          icon={<ArrowDownloadRegular />}
          onClick={() => {
            setProblem(null);
            void saveFile(api, `/contacts/csv${suffix}`).then((kept) => {
              if (!kept) setProblem(CONTACT_PAGE.csvFailed);
            });
          }}
        >
          {CONTACT_PAGE.csv}
        </Button>
      </div>
      {(problem ?? list.error?.message) !== undefined && <Text role="alert">{problem ?? list.error?.message}</Text>}
      {list.data && <MentorTable mentors={list.data.mentors} />}
    </div>
  );
}

function MentorTable({ mentors }: { readonly mentors: readonly ContactRow[] }) {
  const styles = useStyles();
  if (mentors.length === 0) return <Text>{CONTACT_PAGE.none}</Text>;
  return (
    <div className={styles.wrap} tabIndex={0} role="region" aria-label={CONTACT_PAGE.title}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{CONTACT_PAGE.mentor}</th>
            <th scope="col">{CONTACT_PAGE.channel}</th>
            <th scope="col">{CONTACT_PAGE.contacts}</th>
            <th scope="col">{CONTACT_PAGE.minutes}</th>
            <th scope="col">{CONTACT_PAGE.last}</th>
          </tr>
        </thead>
        <tbody>
          {mentors.map(({ id, name, channel, contacts, minutes, last }) => (
            <tr key={id}>
              <th scope="row">
                <Link to={`/inzichten/begeleiding/overzicht?mentor=${id}`}>{name}</Link>
              </th>
              <td>{CHANNEL_WORDS[channel]}</td>
              <td>{contacts}</td>
              <td>{sayMinutes(minutes)}</td>
              <td>{last === '' ? '' : sayDayOf(last)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
