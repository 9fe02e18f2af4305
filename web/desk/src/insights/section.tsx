import { makeStyles, Text, Title3, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
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
        <TableView table={table} />
      ) : (
        <details>
          <summary className={styles.summary}>{INSIGHT_TEXTS.tableOf(table.title)}</summary>
          <TableView table={table} />
        </details>
      )}
    </section>
  );
}
