import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { patternFill, Patterns, PATTERNS, usePatternStyles } from './patterns.js';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: '6px', '@media print': { gap: '3px' } },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(8rem, 14rem) 1fr auto',
    gap: '8px',
    alignItems: 'center',
    fontSize: tokens.fontSizeBase300,
    '@media (max-width: 700px)': { gridTemplateColumns: '8rem 1fr auto' },
    '@media print': { gridTemplateColumns: '10.5rem 1fr auto', fontSize: '11px', lineHeight: '14px' },
  },
  figure: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap', minWidth: '2.2rem', textAlign: 'right' },
  drawing: { display: 'block', width: '100%', height: '16px' },
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '4px 16px',
    margin: '0 0 8px',
    padding: 0,
    listStyleType: 'none',
    fontSize: tokens.fontSizeBase200,
  },
  key: { display: 'flex', gap: '6px', alignItems: 'center' },
});

interface Bar {
  readonly title: string;
  /** One figure a series, drawn one after the other. */
  readonly parts: readonly number[];
  /** What stands behind the bar. */
  readonly shown: string;
}

interface BarsProps {
  readonly bars: readonly Bar[];
  readonly series?: readonly string[];
  /** What a full bar stands for; the longest one when left out. */
  readonly whole?: number;
}

/** Lying bars with their figure beside them: the list reads the same without the drawing. */
export function Bars({ bars, series, whole }: BarsProps) {
  const styles = useStyles();
  const most = whole ?? Math.max(1, ...bars.map(({ parts }) => parts.reduce((a, b) => a + b, 0)));
  return (
    <>
      {series && <Legend series={series} />}
      <ul className={styles.list}>
        {bars.map(({ title, parts, shown }) => (
          <li key={title} className={styles.row}>
            <span>{title}</span>
            <BarDrawing shares={parts.map((part) => part / most)} />
            <span className={styles.figure}>{shown}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function BarDrawing({ shares }: { readonly shares: readonly number[] }) {
  const styles = useStyles();
  const ink = usePatternStyles();
  const id = useId();
  const starts = shares.map((_share, at) => shares.slice(0, at).reduce((a, b) => a + b, 0));
  return (
    <svg className={styles.drawing} aria-hidden="true">
      <Patterns id={id} />
      {shares.map((share, at) =>
        share === 0 ? null : (
          <rect
            key={at}
            x={`${String((starts[at] ?? 0) * 100)}%`}
            y="1"
            width={`${String(share * 100)}%`}
            height="14"
            fill={patternFill(id, PATTERNS[at] ?? 'open')}
            className={ink.bar}
          />
        ),
      )}
    </svg>
  );
}

/** Which pattern is which. */
export function Legend({ series, className }: { readonly series: readonly string[]; readonly className?: string }) {
  const styles = useStyles();
  const ink = usePatternStyles();
  const id = useId();
  return (
    <ul className={mergeClasses(styles.legend, className)} aria-hidden="true">
      {series.map((title, at) => (
        <li key={title} className={styles.key}>
          <svg width="24" height="14">
            <Patterns id={id} />
            <rect
              x="1"
              y="1"
              width="22"
              height="12"
              fill={patternFill(id, PATTERNS[at] ?? 'open')}
              className={ink.bar}
            />
          </svg>
          {title}
        </li>
      ))}
    </ul>
  );
}
