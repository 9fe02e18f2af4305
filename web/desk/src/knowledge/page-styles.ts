import { makeStyles, tokens } from '@fluentui/react-components';

/** What the pages about knowledge share. */
export const usePageStyles = makeStyles({
  page: { maxWidth: '72rem', margin: '0 auto', padding: '16px', display: 'grid', gap: '14px', minWidth: 0 },
  stack: { display: 'grid', gap: '14px', alignContent: 'start', minWidth: 0 },
  row: { display: 'flex', gap: '8px', flexWrap: 'wrap', alignItems: 'center' },
  fields: { display: 'flex', gap: '12px', flexWrap: 'wrap', alignItems: 'end' },
  right: { marginLeft: 'auto' },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  wrap: { overflowX: 'auto', minWidth: 0 },
  table: {
    borderCollapse: 'collapse',
    width: '100%',
    '& th, & td': {
      textAlign: 'left',
      padding: '6px 8px',
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
      verticalAlign: 'top',
    },
    '& th': { whiteSpace: 'nowrap' },
  },
  // Where it is narrow a row is a card: its name, and below it each figure with what it counts.
  cards: {
    '@media (max-width: 900px)': {
      display: 'block',
      '& thead': { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
      '& tbody': { display: 'grid', gap: '10px' },
      '& tr': {
        display: 'grid',
        gridTemplateColumns: 'repeat(auto-fill, minmax(8.5rem, 1fr))',
        gap: '2px 12px',
        padding: '10px',
        border: `1px solid ${tokens.colorNeutralStroke2}`,
        borderRadius: tokens.borderRadiusMedium,
        backgroundColor: tokens.colorNeutralBackground1,
      },
      '& td': { display: 'flex', gap: '6px', alignItems: 'baseline', padding: '2px 0', border: 'none', minWidth: 0 },
      '& td:first-child, & td[data-wide]': { gridColumn: '1 / -1', flexWrap: 'wrap' },
      '& td:empty': { display: 'none' },
      '& td[data-label]::before': { content: 'attr(data-label)', color: tokens.colorNeutralForeground2 },
    },
  },
  number: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  code: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    margin: 0,
  },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    gap: '16px',
    '@media (max-width: 900px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
});
