import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Table } from '../../../../../handlers/insights/views.js';
import { INSIGHT_TEXTS, sayNumber } from '../texts.js';

const shade = (percent: number) => ({
  backgroundColor: `color-mix(in srgb, ${tokens.colorBrandBackground} ${String(percent)}%, transparent)`,
  printColorAdjust: 'exact' as const,
});

const useStyles = makeStyles({
  wrap: { overflowX: 'auto' },
  table: {
    borderCollapse: 'separate',
    borderSpacing: '2px',
    width: '100%',
    fontSize: tokens.fontSizeBase300,
    '@media print': { fontSize: '11px', lineHeight: '13px', borderSpacing: '1px' },
    '& th': { fontWeight: tokens.fontWeightRegular, textAlign: 'left', padding: '2px 6px' },
    '& thead th': { color: tokens.colorNeutralForeground2, textAlign: 'center', verticalAlign: 'bottom' },
    '& thead th:first-child': { textAlign: 'left' },
    '& td': { textAlign: 'center', padding: '2px 6px', fontVariantNumeric: 'tabular-nums', minWidth: '3rem' },
  },
  none: { color: tokens.colorNeutralForeground3 },
  level1: shade(8),
  level2: shade(16),
  level3: shade(24),
  level4: { ...shade(34), fontWeight: tokens.fontWeightSemibold },
});

/** A table of counts whose darker cells hold more: chart and table in one. */
export function HeatTable({ table, only }: { readonly table: Table; readonly only?: number }) {
  const styles = useStyles();
  const rows = table.rows.slice(0, only);
  const most = Math.max(1, ...rows.flatMap((row) => row.slice(1, -1).map(Number)));
  const levels = [styles.none, styles.level1, styles.level2, styles.level3, styles.level4];
  const level = (value: number): string | undefined =>
    levels[value === 0 ? 0 : Math.min(4, Math.ceil((value / most) * 4))];
  return (
    <div className={styles.wrap} tabIndex={0} role="region" aria-label={INSIGHT_TEXTS.tableOf(table.title)}>
      <table className={styles.table}>
        <thead>
          <tr>
            {table.columns.map(({ title }) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={String(row[0])}>
              <th scope="row">{row[0]}</th>
              {row.slice(1).map((cell, at) => {
                const last = at === row.length - 2;
                return (
                  <td key={at} className={mergeClasses(!last && level(Number(cell)))}>
                    {cell === 0 ? '·' : sayNumber(Number(cell))}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 && <p>{INSIGHT_TEXTS.nothing}</p>}
    </div>
  );
}
