import { makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { sayNumber } from '../texts.js';
import { Legend } from './bars.js';
import { patternFill, Patterns, PATTERNS, usePatternStyles } from './patterns.js';

const useStyles = makeStyles({
  wrap: { overflowX: 'auto' },
  drawing: {
    display: 'block',
    width: '100%',
    minWidth: '36rem',
    height: 'auto',
    '@media print': { minWidth: '0', maxHeight: '48mm' },
  },
  label: { fill: tokens.colorNeutralForeground2, fontSize: '11px' },
  total: { fill: tokens.colorNeutralForeground1, fontSize: '11px' },
  grid: { stroke: tokens.colorNeutralStroke2, strokeWidth: '1px' },
});

const WIDTH = 760;
const HEIGHT = 220;
const BOX = { left: 40, right: 8, top: 20, bottom: 24 };
/** Labels below more columns than this would run into one another. */
const MOST_LABELS = 16;

export interface ColumnChart {
  readonly title: string;
  readonly labels: readonly string[];
  readonly series: readonly { readonly title: string; readonly values: readonly number[] }[];
}

/** Standing columns over time, stacked; the table below it says the same in figures. */
export function Columns({ title, labels, series }: ColumnChart) {
  const styles = useStyles();
  const ink = usePatternStyles();
  const id = useId();
  const totals = labels.map((_label, at) => series.reduce((sum, { values }) => sum + (values[at] ?? 0), 0));
  const top = niceTop(Math.max(1, ...totals));
  const step = (WIDTH - BOX.left - BOX.right) / Math.max(1, labels.length);
  const width = Math.min(48, step * 0.72);
  const y = (value: number): number => HEIGHT - BOX.bottom - (value / top) * (HEIGHT - BOX.top - BOX.bottom);
  const every = Math.ceil(labels.length / MOST_LABELS);
  return (
    <>
      <Legend series={series.map((one) => one.title)} />
      <div className={styles.wrap} tabIndex={0} role="region" aria-label={`Grafiek: ${title}`}>
        <svg
          viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`}
          className={styles.drawing}
          role="img"
          aria-label={title}
        >
          <Patterns id={id} />
          {[0, top / 2, top].map((value) => (
            <g key={value}>
              <line x1={BOX.left} x2={WIDTH - BOX.right} y1={y(value)} y2={y(value)} className={styles.grid} />
              <text x={BOX.left - 6} y={y(value) + 4} textAnchor="end" className={styles.label}>
                {sayNumber(value)}
              </text>
            </g>
          ))}
          {labels.map((label, at) => {
            const x = BOX.left + at * step + (step - width) / 2;
            return (
              <g key={label}>
                {stack(series, at).map(({ from, to, place }) => (
                  <rect
                    key={place}
                    x={x}
                    y={y(to)}
                    width={width}
                    height={y(from) - y(to)}
                    fill={patternFill(id, PATTERNS[place] ?? 'open')}
                    className={ink.bar}
                  />
                ))}
                {step > 24 && (totals[at] ?? 0) > 0 && (
                  <text x={x + width / 2} y={y(totals[at] ?? 0) - 4} textAnchor="middle" className={styles.total}>
                    {sayNumber(totals[at] ?? 0)}
                  </text>
                )}
                {at % every === 0 && (
                  <text x={x + width / 2} y={HEIGHT - 8} textAnchor="middle" className={styles.label}>
                    {label}
                  </text>
                )}
              </g>
            );
          })}
        </svg>
      </div>
    </>
  );
}

function stack(series: ColumnChart['series'], at: number): readonly { from: number; to: number; place: number }[] {
  let from = 0;
  return series.flatMap(({ values }, place) => {
    const value = values[at] ?? 0;
    if (value === 0) return [];
    from += value;
    return [{ from: from - value, to: from, place }];
  });
}

/** A round figure above all columns, even, so that half of it is a whole number. */
function niceTop(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most));
  const found = [1, 1.5, 2, 3, 4, 5, 6, 8, 10].map((times) => times * power).find((value) => value >= most) ?? most;
  return Math.max(2, found % 2 === 0 ? found : found + 1);
}
