import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons';
import type { Cell, Column, Table } from '../../../../handlers/insights/views.js';
import { sayMinutes } from '../base/moment.js';
import { INSIGHT_TEXTS, sayDay, sayNumber, sayPercent } from './texts.js';

const useStyles = makeStyles({
  wrap: { overflowX: 'auto' },
  table: {
    borderCollapse: 'collapse',
    width: '100%',
    fontSize: tokens.fontSizeBase300,
    '@media print': { fontSize: '11px', lineHeight: '14px' },
    '& th, & td': {
      padding: '4px 8px',
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
      verticalAlign: 'top',
    },
    '& thead th': { color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightSemibold },
    '& tbody th': { fontWeight: tokens.fontWeightRegular },
  },
  words: { textAlign: 'left' },
  figure: { textAlign: 'right', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
});

const isFigure = ({ kind }: Column): boolean => kind === 'number' || kind === 'percent' || kind === 'minutes';

/** A table as people read it. `only` keeps the first rows, where paper is short. */
export function TableView({ table, only }: { readonly table: Table; readonly only?: number }) {
  const styles = useStyles();
  return (
    // Wide tables scroll by themselves: reachable with the keyboard too.
    <div className={styles.wrap} tabIndex={0} role="region" aria-label={INSIGHT_TEXTS.tableOf(table.title)}>
      <table className={styles.table}>
        <caption className={styles.hidden}>{table.title}</caption>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column.title} scope="col" className={isFigure(column) ? styles.figure : styles.words}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.slice(0, only).map((row, at) => (
            <tr key={at}>
              {row.map((cell, place) => (
                <TableCell key={place} cell={cell} place={place} column={table.columns[place]} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {table.rows.length === 0 && <p>{INSIGHT_TEXTS.nothing}</p>}
    </div>
  );
}

function TableCell({
  cell,
  place,
  column,
}: {
  readonly cell: Cell;
  readonly place: number;
  readonly column: Column | undefined;
}) {
  const styles = useStyles();
  const shown = sayCell(cell, column);
  if (place === 0)
    return (
      <th scope="row" className={styles.words}>
        {shown}
      </th>
    );
  return <td className={column && isFigure(column) ? styles.figure : styles.words}>{shown}</td>;
}

/** A cell in words: "12 %", "1 u 30 min", "21 nov 2026". */
export function sayCell(cell: Cell, column: Column | undefined): string {
  if (cell === null) return '–';
  if (typeof cell === 'string') return column?.kind === 'date' && cell !== '' ? sayDay(cell) : cell;
  if (column?.kind === 'percent') return sayPercent(cell);
  return column?.kind === 'minutes' ? sayMinutes(cell) : sayNumber(cell);
}

/** Fetched and kept through the API, so that it also works where the desk has no cookie. */
export function CsvButton({ table, onSave }: { readonly table: Table; readonly onSave: (table: Table) => void }) {
  return (
    <Button
      size="small"
      appearance="subtle"
      icon={<ArrowDownloadRegular />}
      aria-label={INSIGHT_TEXTS.csvOf(table.title)}
      onClick={() => {
        onSave(table);
      }}
    >
      {INSIGHT_TEXTS.csv}
    </Button>
  );
}
