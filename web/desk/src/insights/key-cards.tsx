import { makeStyles, tokens } from '@fluentui/react-components';
import type { Figures, Insights } from '../../../../handlers/insights/views.js';
import { sayMinutes } from '../base/moment.js';
import { INSIGHT_TEXTS, sayNumber, sayPercent } from './texts.js';

const useStyles = makeStyles({
  grid: {
    display: 'grid',
    gridTemplateColumns: 'repeat(4, 1fr)',
    gap: '8px',
    margin: 0,
    '@media (max-width: 700px)': { gridTemplateColumns: 'repeat(2, 1fr)' },
    '@media print': { gridTemplateColumns: 'repeat(4, 1fr)', gap: '6px' },
  },
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: '2px',
    padding: '10px 12px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    breakInside: 'avoid',
    '@media print': { padding: '6px 8px' },
  },
  title: {
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    '@media print': { fontSize: '11px', lineHeight: '14px' },
  },
  figure: {
    margin: 0,
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
    '@media (max-width: 700px)': { fontSize: tokens.fontSizeBase600, lineHeight: tokens.lineHeightBase600 },
    '@media print': { fontSize: '18px', lineHeight: '22px' },
  },
  change: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    '@media print': { fontSize: '11px', lineHeight: '14px' },
  },
});

interface Card {
  readonly title: string;
  readonly shown: string;
  readonly below: string;
}

/** What the board asks first. */
export function KeyCards({ insights }: { readonly insights: Insights }) {
  const styles = useStyles();
  return (
    <dl className={styles.grid}>
      {cardsOf(insights).map(({ title, shown, below }) => (
        <div key={title} className={styles.card}>
          <dt className={styles.title}>{title}</dt>
          <dd className={styles.figure}>{shown}</dd>
          <dd className={styles.change}>{below}</dd>
        </div>
      ))}
    </dl>
  );
}

function cardsOf({ figures: now, before, standing }: Insights): readonly Card[] {
  const measured = before.questions > 0;
  const count = (title: string, read: (figures: Figures) => number): Card => ({
    title,
    shown: sayNumber(read(now)),
    below: measured ? sayChange(read(now) - read(before), sayNumber) : INSIGHT_TEXTS.first,
  });
  const part = (title: string, read: (figures: Figures) => number | null): Card => {
    const [here, there] = [read(now), read(before)];
    const below = here === null || there === null ? INSIGHT_TEXTS.first : sayChange((here - there) * 100, sayPoints);
    return { title, shown: here === null ? '–' : sayPercent(here), below };
  };
  return [
    count('Vragen', ({ questions }) => questions),
    part('Rechtstreeks beantwoord', ({ direct, questions }) => ratio(direct, questions)),
    part('Geholpen, van wie het zei', ({ helped, notHelped }) => ratio(helped, helped + notHelped)),
    count('Naar de coach', ({ toCoach }) => toCoach),
    count('Noodsignalen', ({ urgent }) => urgent),
    {
      title: 'Mediane wachttijd op een coach',
      shown: now.medianMinutes === null ? '–' : sayMinutes(now.medianMinutes),
      below: now.p90Minutes === null ? 'nog geen antwoorden' : `negen op de tien binnen ${sayMinutes(now.p90Minutes)}`,
    },
    part('Binnen de belofte', ({ inTime, firstAnswers }) => ratio(inTime, firstAnswers)),
    {
      title: 'Nu open',
      shown: sayNumber(standing.open),
      below: standing.overdue === 0 ? 'niets te laat' : `${sayNumber(standing.overdue)} te laat`,
    },
  ];
}

const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
const sayPoints = (points: number): string => `${sayNumber(Math.round(points))} procentpunt`;

function sayChange(difference: number, say: (value: number) => string): string {
  if (Math.abs(difference) < 0.5) return INSIGHT_TEXTS.same;
  return difference > 0 ? INSIGHT_TEXTS.more(say(difference)) : INSIGHT_TEXTS.less(say(-difference));
}
