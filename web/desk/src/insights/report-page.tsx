import {
  Button,
  FluentProvider,
  makeStyles,
  mergeClasses,
  Spinner,
  teamsLightTheme,
  Text,
  tokens,
} from '@fluentui/react-components';
import { PrintRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { Insights, TableName } from '../../../../handlers/insights/views.js';
import { Link } from '../base/place.js';
import { HeatTable } from './charts/heat-table.js';
import { KeyCards } from './key-cards.js';
import './print.css';
import { CourseChart, TableBars } from './table-bars.js';
import { TableView } from './table-view.js';
import { INSIGHT_TEXTS, sayNumber } from './texts.js';
import { shorten } from './shorten.js';
import { tableNamed, useInsights } from './use-insights.js';

const useStyles = makeStyles({
  desk: { backgroundColor: tokens.colorNeutralBackground3, minHeight: '100%' },
  tools: {
    display: 'flex',
    gap: '16px',
    alignItems: 'center',
    maxWidth: '52rem',
    margin: '0 auto',
    padding: '12px 16px',
  },
  paper: {
    maxWidth: '52rem',
    margin: '0 auto',
    padding: '24px 32px',
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    display: 'grid',
    gap: '14px',
    '@media print': { padding: 0, maxWidth: 'none', gap: '10px' },
  },
  two: {
    display: 'grid',
    gridTemplateColumns: '1fr 1fr',
    gap: '14px 24px',
    '& > *': { minWidth: 0 },
    '@media (max-width: 700px)': { gridTemplateColumns: '1fr' },
    '@media print': { gridTemplateColumns: '1fr 1fr' },
  },
  part: {
    display: 'grid',
    gap: '6px',
    breakInside: 'avoid',
    alignContent: 'start',
    '@media print': { gap: '3px' },
  },
  // The second sheet begins here, however short the first is.
  sheet: { '@media print': { breakBefore: 'page' } },
  h1: { fontSize: '24px', lineHeight: '30px', '@media print': { fontSize: '20px', lineHeight: '24px' } },
  h2: { fontSize: '15px', lineHeight: '20px', '@media print': { fontSize: '13px', lineHeight: '18px' } },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  list: {
    margin: 0,
    paddingLeft: '18px',
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
    '& li': { marginBottom: '3px' },
    '@media print': { fontSize: '11px', lineHeight: '14px' },
  },
});

/** Two sheets for the board: light whatever the theme, and nothing of the desk around it on paper. */
export default function ReportPage() {
  const styles = useStyles();
  const here = useInsights();
  return (
    <FluentProvider theme={teamsLightTheme} className={styles.desk}>
      <div className={`${styles.tools} not-on-paper`}>
        <Link to={`/inzichten?${here.search}`}>{INSIGHT_TEXTS.back}</Link>
        <Button
          appearance="primary"
          icon={<PrintRegular />}
          onClick={() => {
            print();
          }}
        >
          {INSIGHT_TEXTS.print}
        </Button>
      </div>
      {here.data ? <Paper insights={here.data} /> : <Spinner label={here.error?.message ?? INSIGHT_TEXTS.loading} />}
    </FluentProvider>
  );
}

/** Rows that fit on two sheets. */
const FIT = { themes: 10, year: 10, unanswered: 8, signals: 8, weak: 6 };
/** Characters of one line in a column, and of one over the whole width, that still leave room for the others. */
const LONGEST = { column: 110, whole: 190 };

function Paper({ insights }: { readonly insights: Insights }) {
  const styles = useStyles();
  const table = (name: TableName) => tableNamed(insights, name);
  return (
    <article className={styles.paper}>
      <div>
        <h1 className={styles.h1}>Mentorlijn: wat vroegen mentors?</h1>
        <Text>
          Verslag over {insights.period.label}, vergeleken met {insights.previous.label}.
        </Text>
      </div>
      <KeyCards insights={insights} />
      <Part title="Verloop">
        <CourseChart table={table('verloop')} />
      </Part>
      <div className={styles.two}>
        <Part title="Thema’s">
          <TableBars table={table('themas')} parts={[1, 2]} shown={[3]} only={FIT.themes} />
        </Part>
        <Part title="Beïnvloedende factoren">
          <TableBars table={table('factoren')} parts={[1, 2]} shown={[4]} />
        </Part>
        <Part title="Oorzaken (labels van de coach)">
          <TableBars table={table('oorzaken')} parts={[1]} shown={[2]} />
        </Part>
        <div className={styles.part}>
          <Part title="Gewenste steun">
            <TableBars table={table('steun')} parts={[1]} shown={[2]} />
          </Part>
          <Part title="Collectief of individueel">
            <TableBars table={table('bereik')} parts={[1]} shown={[2]} />
          </Part>
        </div>
      </div>
      <Part title="Wachttijd en belofte" begins="sheet">
        <TableView table={table('belofte')} />
      </Part>
      <Part title="Thema’s per moment in het schooljaar">
        <HeatTable table={table('themas-schooljaar')} only={FIT.year} />
      </Part>
      <div className={styles.two}>
        <Part title="Meest gevraagd zonder rechtstreeks antwoord">
          <ol className={styles.list}>
            {insights.unanswered.slice(0, FIT.unanswered).map(({ example, count }) => (
              <li key={example}>
                {shorten(example, LONGEST.column)} ({sayNumber(count)})
              </li>
            ))}
          </ol>
        </Part>
        <Part title="Ingangen die niet helpen">
          <ol className={styles.list}>
            {insights.weak.slice(0, FIT.weak).map(({ item, title, notHelped, toCoach }) => (
              <li key={item}>
                {shorten(title, LONGEST.column)} ({sayNumber(notHelped)} niet geholpen, {sayNumber(toCoach)} naar de
                coach)
              </li>
            ))}
          </ol>
        </Part>
      </div>
      <Part title="Signalen voor het beleid">
        <ul className={styles.list}>
          {table('signalen')
            .rows.slice(0, FIT.signals)
            .map(([day, number, theme, signal]) => (
              <li key={`${String(day)}-${String(number)}`}>
                {shorten(String(signal), LONGEST.whole)} ({theme})
              </li>
            ))}
        </ul>
      </Part>
      <p className={styles.quiet}>
        Begroetingen, knoppen en reacties op de coach tellen niet als vraag. De cijfers bevatten geen persoonsgegevens.
        Factoren, oorzaken en gewenste steun volgen de indeling van het eindrapport (2.5.2 tot 2.5.4).
      </p>
    </article>
  );
}

interface PartProps {
  readonly title: string;
  /** On paper it opens a new sheet. */
  readonly begins?: 'sheet';
  readonly children: ReactNode;
}

function Part({ title, begins, children }: PartProps) {
  const styles = useStyles();
  return (
    <section className={mergeClasses(styles.part, begins && styles.sheet)} aria-label={title}>
      <h2 className={styles.h2}>{title}</h2>
      {children}
    </section>
  );
}
