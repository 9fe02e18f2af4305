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
