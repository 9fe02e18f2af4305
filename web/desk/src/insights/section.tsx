import { Button, makeStyles, Text, Title3, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import type { Table } from '../../../../handlers/insights/views.js';
import { CsvButton, TableView } from './table-view.js';
import { INSIGHT_TEXTS } from './texts.js';

const useStyles = makeStyles({
  section: {
    display: 'grid',
    gap: '8px',
    padding: '16px',
    minWidth: 0,
    alignContent: 'start',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  head: { display: 'flex', alignItems: 'start', justifyContent: 'space-between', gap: '8px' },
  note: { color: tokens.colorNeutralForeground2 },
  summary: { cursor: 'pointer', padding: '4px 0', color: tokens.colorNeutralForeground2 },
});

/** More rows than this push everything below out of sight. */
const AT_FIRST = 12;

function LongTable({ table }: { readonly table: Table }) {
  const [all, setAll] = useState(false);
  const hidden = all ? 0 : Math.max(0, table.rows.length - AT_FIRST);
  return (
    <>
      <TableView table={table} {...(hidden > 0 ? { only: AT_FIRST } : {})} />
      {hidden > 0 && (
        <div>
          <Button
            size="small"
            onClick={() => {
              setAll(true);
            }}
          >
            {INSIGHT_TEXTS.showAll(table.rows.length)}
          </Button>
        </div>
      )}
    </>
  );
}

/** A chart with the table it draws under it, and the table as a file. */
export function Section({
  table,
  onSave,
  open,
  children,
}: {
  readonly table: Table;
  readonly onSave: (table: Table) => void;
  readonly open?: 'open';
  readonly children?: ReactNode;
}) {
  const styles = useStyles();
  return (
    <section className={styles.section} aria-label={table.title}>
      <div className={styles.head}>
        <Title3 as="h2">{table.title}</Title3>
        <CsvButton table={table} onSave={onSave} />
      </div>
      <Text size={200} className={styles.note}>
        {table.note}
      </Text>
      {children}
      {children === undefined || open === 'open' ? (
        <LongTable table={table} />
      ) : (
        <details>
          <summary className={styles.summary}>{INSIGHT_TEXTS.tableOf(table.title)}</summary>
          <TableView table={table} />
        </details>
      )}
    </section>
  );
}
