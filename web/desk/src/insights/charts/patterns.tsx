import { makeStyles, tokens } from '@fluentui/react-components';

/** Series differ by pattern, not by colour: the same on grey paper and for who sees no red. */
export const PATTERNS = ['solid', 'stripes', 'dots', 'cross', 'lines', 'open'] as const;
export type PatternName = (typeof PATTERNS)[number];

const useStyles = makeStyles({
  ink: { fill: tokens.colorBrandForeground1 },
  line: { stroke: tokens.colorBrandForeground1, strokeWidth: '2px', fill: 'none' },
  paper: { fill: tokens.colorNeutralBackground1 },
  bar: { stroke: tokens.colorBrandForeground1, strokeWidth: '1px' },
});

export const usePatternStyles = useStyles;

/** Fill of a series within an SVG that holds `Patterns` with the same id. */
export const patternFill = (id: string, name: PatternName): string => `url(#${id}-${name})`;

export function Patterns({ id }: { readonly id: string }) {
  const styles = useStyles();
  const tile = (name: PatternName, drawing: React.ReactNode) => (
    <pattern key={name} id={`${id}-${name}`} width="8" height="8" patternUnits="userSpaceOnUse">
      <rect width="8" height="8" className={name === 'solid' ? styles.ink : styles.paper} />
      {drawing}
    </pattern>
  );
  return (
    <defs>
      {tile('solid', null)}
      {tile('stripes', <path d="M-2 2 L2 -2 M0 8 L8 0 M6 10 L10 6" className={styles.line} />)}
      {tile('dots', <circle cx="4" cy="4" r="1.8" className={styles.ink} />)}
      {tile('cross', <path d="M0 0 L8 8 M8 0 L0 8" className={styles.line} />)}
      {tile('lines', <path d="M0 2 H8 M0 6 H8" className={styles.line} />)}
      {tile('open', null)}
    </defs>
  );
}
