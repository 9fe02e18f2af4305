import {
  Button,
  FluentProvider,
  makeStyles,
  Select,
  Spinner,
  teamsLightTheme,
  Text,
  tokens,
} from '@fluentui/react-components';
import { ArrowDownloadRegular, PrintRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { ContactStatement } from '../../../../handlers/contacts/views.js';
import { ApiError } from '../base/api.js';
import { Link, usePlace } from '../base/place.js';
import { useSession } from '../base/session.js';
import { useLoad } from '../base/use-load.js';
import '../insights/print.css';
import { saveFile } from '../insights/save-file.js';
import { NoteForm } from './note-form.js';
import { StatementPaper } from './statement-paper.js';
import { CONTACT_PAGE } from './words.js';

const useStyles = makeStyles({
  desk: { backgroundColor: tokens.colorNeutralBackground3, minHeight: '100%', paddingBottom: '24px' },
  tools: {
    display: 'flex',
    gap: '12px 16px',
    alignItems: 'center',
    flexWrap: 'wrap',
    maxWidth: '48rem',
    margin: '0 auto',
    padding: '12px 16px',
  },
});

/** One mentor's statement on one sheet, and below it what a coach adds by hand. */
export default function StatementPage() {
  const styles = useStyles();
  const { query, go } = usePlace();
  const { api } = useSession();
  const [problem, setProblem] = useState<string | null>(null);
  const year = query.get('year');
  const ticket = query.get('ticket');
  const mentor = query.get('mentor');
  const base = ticket === null ? `/contacts/${mentor ?? ''}` : `/tickets/${ticket}/contacts`;
  const loaded = useLoad<ContactStatement>(ticket !== null && year !== null ? `${base}?year=${year}` : base);
  const change = (method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<boolean> => {
    setProblem(null);
    return api.call<ContactStatement>(method, path, body).then(
      (statement) => {
        // A note of another school year stands on another statement.
        if (ticket === null || statement.year === loaded.data?.year) loaded.put(statement);
        if (statement.id !== loaded.data?.id) go(`/inzichten/begeleiding/overzicht?mentor=${statement.id}`);
        return true;
      },
      (error: unknown) => {
        setProblem(error instanceof ApiError ? error.message : CONTACT_PAGE.failed);
        // What it speaks of may have come without our seeing it.
        loaded.reload();
        return false;
      },
    );
  };
  const statement = loaded.data;
  const saved = statement !== null && statement.moments.length > 0;
  return (
    <FluentProvider theme={teamsLightTheme} className={styles.desk}>
      <div className={`${styles.tools} not-on-paper`}>
        <Link to="/inzichten/begeleiding">{CONTACT_PAGE.back}</Link>
        {statement && ticket !== null && statement.years.length > 1 && (
          <Select
            aria-label={CONTACT_PAGE.year}
            value={statement.year}
            onChange={(_event, { value }) => {
              go(`/inzichten/begeleiding/overzicht?ticket=${ticket}&year=${value}`);
            }}
          >
            {statement.years.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </Select>
        )}
        <Button
          appearance="primary"
          icon={<PrintRegular />}
          onClick={() => {
            print();
          }}
        >
          {CONTACT_PAGE.print}
        </Button>
        {saved && (
          <Button
            icon={<ArrowDownloadRegular />}
            onClick={() => {
              void saveFile(api, `/contacts/${statement.id}/csv`).then((kept) => {
                setProblem(kept ? null : CONTACT_PAGE.csvFailed);
              });
            }}
          >
            {CONTACT_PAGE.statementCsv}
          </Button>
        )}
        {(problem ?? loaded.error?.message) !== undefined && (
          <Text role="alert">{problem ?? loaded.error?.message}</Text>
        )}
      </div>
      {statement ? (
        <>
          <StatementPaper statement={statement} />
          <div className="not-on-paper">
            <NoteForm
              key={statement.id}
              statement={statement}
              onNote={(note) =>
                change(
                  'POST',
                  ticket === null ? `/contacts/${statement.id}/moments` : `/tickets/${ticket}/contacts`,
                  note,
                )
              }
              onLabel={(label) => change('PUT', `/contacts/${statement.id}/label`, { label })}
              onDrop={(moment) => change('DELETE', `/contacts/${statement.id}/moments/${moment}`)}
            />
          </div>
        </>
      ) : (
        !loaded.error && <Spinner label="Laden" />
      )}
    </FluentProvider>
  );
}
