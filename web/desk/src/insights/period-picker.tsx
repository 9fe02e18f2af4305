import { Button, Field, Input, Select, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronLeftRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { PERIOD_KINDS, type Period } from '../../../../handlers/insights/views.js';
import { INSIGHT_TEXTS, PERIOD_WORDS } from './texts.js';
import { neighbour, type InsightsHere } from './use-insights.js';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: '12px', alignItems: 'end' },
  steps: { display: 'flex', gap: '4px', alignItems: 'center' },
  label: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, minWidth: '10rem' },
});

/** Which period: its kind, earlier and later, or two dates. */
export function PeriodPicker({ here, period }: { readonly here: InsightsHere; readonly period: Period }) {
  const styles = useStyles();
  return (
    <div className={styles.row}>
      <Field label={INSIGHT_TEXTS.periodKind}>
        <Select
          value={here.kind}
          onChange={(_event, { value }) => {
            const kind = PERIOD_KINDS.find((name) => name === value) ?? 'month';
            here.choose(kind === 'free' ? { kind, from: period.from, to: period.to } : { kind });
          }}
        >
          {PERIOD_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {PERIOD_WORDS[kind]}
            </option>
          ))}
        </Select>
      </Field>
      {here.kind === 'free' && <FreeDays here={here} period={period} />}
      <div className={styles.steps}>
        <Button
          appearance="subtle"
          icon={<ChevronLeftRegular />}
          aria-label={INSIGHT_TEXTS.earlier}
          onClick={() => {
            here.choose(neighbour(period, 'earlier'));
          }}
        />
        <span className={styles.label} aria-live="polite">
          {period.label}
        </span>
        <Button
          appearance="subtle"
          icon={<ChevronRightRegular />}
          aria-label={INSIGHT_TEXTS.later}
          onClick={() => {
            here.choose(neighbour(period, 'later'));
          }}
        />
      </div>
    </div>
  );
}

function FreeDays({ here, period }: { readonly here: InsightsHere; readonly period: Period }) {
  const ends = [
    [INSIGHT_TEXTS.from, 'from'],
    [INSIGHT_TEXTS.until, 'to'],
  ] as const;
  return ends.map(([label, end]) => (
    <Field key={end} label={label}>
      <Input
        type="date"
        value={period[end]}
        onChange={(_event, { value }) => {
          if (value === '') return;
          const days = { from: period.from, to: period.to, [end]: value };
          // Picking a first day after the last one moves both: never an impossible period.
          const fixed = days.to < days.from ? { from: value, to: value } : days;
          here.choose({ kind: 'free', ...fixed });
        }}
      />
    </Field>
  ));
}
