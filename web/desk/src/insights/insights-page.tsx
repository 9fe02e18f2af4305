import {
  makeStyles,
  MessageBar,
  MessageBarBody,
  Spinner,
  Text,
  Title2,
  Title3,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { Insights, Table } from '../../../../handlers/insights/views.js';
import { Link } from '../base/place.js';
import { useSession } from '../base/session.js';
import { HeatTable } from './charts/heat-table.js';
import { KeyCards } from './key-cards.js';
import { PeriodPicker } from './period-picker.js';
import { saveFile } from './save-file.js';
import { Section } from './section.js';
import { CourseChart, TableBars } from './table-bars.js';
import { INSIGHT_TEXTS } from './texts.js';
import { UnansweredList, WeakList } from './unanswered-list.js';
import { tableNamed, useInsights } from './use-insights.js';

const useStyles = makeStyles({
  page: { maxWidth: '76rem', margin: '0 auto', padding: '16px', display: 'grid', gap: '16px' },
  head: { display: 'flex', flexWrap: 'wrap', gap: '8px 20px', alignItems: 'baseline' },
  two: {
    display: 'grid',
    gap: '16px',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 30rem), 1fr))',
    alignItems: 'start',
    '& > *': { minWidth: 0 },
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  plain: {
    display: 'grid',
    gap: '8px',
    padding: '16px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
});

/** What is going on: a period's questions, beside the period before. */
export default function InsightsPage() {
  const styles = useStyles();
  const here = useInsights();
  const { api } = useSession();
  const [problem, setProblem] = useState<string | null>(null);
  const save = (table: Table): void => {
    setProblem(null);
    void saveFile(api, `/insights/csv/${table.name}?${here.search}`).then((kept) => {
      if (!kept) setProblem(INSIGHT_TEXTS.csvFailed);
    });
  };
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <Title2 as="h1">{INSIGHT_TEXTS.title}</Title2>
        <Link to={`/inzichten/verslag?${here.search}`}>{INSIGHT_TEXTS.report}</Link>
        <Link to="/inzichten/begeleiding">{INSIGHT_TEXTS.contacts}</Link>
        <Link to="/inzichten/bevragingen">{INSIGHT_TEXTS.survey}</Link>
      </div>
      {here.error && (
        <MessageBar intent="error">
          <MessageBarBody>{here.error.message}</MessageBarBody>
        </MessageBar>
      )}
      {problem !== null && <Text role="alert">{problem}</Text>}
      {here.data ? (
        <>
          <PeriodPicker here={here} period={here.data.period} />
          <Text className={styles.quiet}>
            {INSIGHT_TEXTS.comparedWith(here.data.previous.label)}. {here.data.period.running && INSIGHT_TEXTS.running}
          </Text>
          <Shown insights={here.data} onSave={save} />
        </>
      ) : (
        !here.error && <Spinner label={INSIGHT_TEXTS.loading} />
      )}
    </div>
  );
}

function Shown({ insights, onSave }: { readonly insights: Insights; readonly onSave: (table: Table) => void }) {
  const styles = useStyles();
  const table = (name: Parameters<typeof tableNamed>[1]): Table => tableNamed(insights, name);
  return (
    <>
      <KeyCards insights={insights} />
      <Section table={table('verloop')} onSave={onSave}>
        <CourseChart table={table('verloop')} />
      </Section>
      <div className={styles.two}>
        <Section table={table('onbeantwoord')} onSave={onSave}>
          <UnansweredList groups={insights.unanswered.slice(0, 12)} />
        </Section>
        <section className={styles.plain} aria-label={INSIGHT_TEXTS.weak}>
          <Title3 as="h2">{INSIGHT_TEXTS.weak}</Title3>
          <Text size={200} className={styles.quiet}>
            {INSIGHT_TEXTS.weakNote}
          </Text>
          <WeakList items={insights.weak.slice(0, 12)} />
        </section>
        <Section table={table('themas')} onSave={onSave}>
          <TableBars table={table('themas')} parts={[1, 2]} shown={[3]} only={15} />
        </Section>
        <Section table={table('factoren')} onSave={onSave}>
          <TableBars table={table('factoren')} parts={[1, 2]} shown={[3, 4]} />
        </Section>
        <Section table={table('oorzaken')} onSave={onSave}>
          <TableBars table={table('oorzaken')} parts={[1]} shown={[1, 2]} />
        </Section>
        <Section table={table('steun')} onSave={onSave}>
          <TableBars table={table('steun')} parts={[1]} shown={[1, 2]} />
        </Section>
        <Section table={table('bereik')} onSave={onSave}>
          <TableBars table={table('bereik')} parts={[1]} shown={[1, 2]} />
        </Section>
        <Section table={table('redenen')} onSave={onSave}>
          <TableBars table={table('redenen')} parts={[1]} shown={[1, 2]} />
        </Section>
        <Section table={table('kanalen')} onSave={onSave}>
          <TableBars table={table('kanalen')} parts={[1]} shown={[1, 2]} />
        </Section>
        <Section table={table('noodsignalen')} onSave={onSave}>
          <TableBars table={table('noodsignalen')} parts={[1]} shown={[1, 2]} />
        </Section>
      </div>
      <Section table={table('belofte')} onSave={onSave} />
      <Section table={table('themas-schooljaar')} onSave={onSave}>
        <HeatTable table={table('themas-schooljaar')} />
      </Section>
      <Section table={table('themas-fasen')} onSave={onSave}>
        <HeatTable table={table('themas-fasen')} />
      </Section>
      <Section table={table('signalen')} onSave={onSave} />
      <Section table={table('kerncijfers')} onSave={onSave} />
      <div className={styles.two}>
        <Section table={table('talen')} onSave={onSave} />
        <Section table={table('nazicht')} onSave={onSave} />
      </div>
      <Section table={table('ingangen')} onSave={onSave}>
        <TableBars table={table('ingangen')} parts={[2]} shown={[2, 5]} only={15} />
      </Section>
    </>
  );
}
