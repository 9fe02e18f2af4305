import { Badge, Field, ProgressBar, Text, makeStyles, tokens } from '@fluentui/react-components';
import type { Replay } from '../../../../handlers/desk/learn/views.js';
import { sayReplay } from './replay-words.js';
import { QUESTION_WORDS, sayVerdict, UNSEEN_WORDS } from './learn-words.js';

const useStyles = makeStyles({
  box: { display: 'grid', gap: '6px' },
  row: { display: 'flex', gap: '8px', flexWrap: 'wrap', alignItems: 'center' },
  list: { margin: 0, paddingLeft: '18px', display: 'grid', gap: '6px' },
  was: { color: tokens.colorNeutralForeground2 },
  wide: { overflowWrap: 'anywhere' },
});

/** Which known questions would go elsewhere: read before anything is published. */
export function ReplayPanel({ replay, percent }: { readonly replay: Replay | null; readonly percent: number }) {
  const styles = useStyles();
  if (!replay) {
    return (
      <Field validationMessage={`Bekende vragen worden nagespeeld: ${String(percent)} %`} validationState="none">
        <ProgressBar value={percent / 100} aria-label="Naspelen" />
      </Field>
    );
  }
  const { looked, moved, movedCount, direct } = replay;
  const { color, badge, elsewhere } = sayReplay(replay);
  const whole = looked.phrasing + looked.kept + looked.real;
  const others = movedCount - moved.filter(({ kind }) => kind === 'own').length;
  return (
    <div className={styles.box} role="group" aria-label="Nagespeeld">
      <div className={styles.row}>
        <Badge color={color} appearance="tint">
          {badge}
        </Badge>
        <Text>
          {whole.toLocaleString('nl-BE')} bekende vragen nagespeeld
          {looked.real > 0 ? `, waarvan ${looked.real.toLocaleString('nl-BE')} echte van mentors` : ''}:{' '}
          {sayMoved(others, direct)} {elsewhere}
        </Text>
      </div>
      {moved.length > 0 && (
        <details open={color === 'danger'}>
          <summary>Wat er verandert</summary>
          <ul className={styles.list}>
            {moved.map(({ kind, text, before, after, worse: bad }) => (
              <li key={`${kind}|${text}`} className={styles.wide}>
                {QUESTION_WORDS[kind]}: “{text}”{' '}
                {bad === true && (
                  <Badge size="small" color="danger">
                    slechter
                  </Badge>
                )}
                <div>
                  <span className={styles.was}>{sayVerdict(before)}</span> → {sayVerdict(after)}
                </div>
              </li>
            ))}
          </ul>
        </details>
      )}
      {replay.unseen.length > 0 && (
        <details className={styles.wide}>
          <summary>Wat deze proef nog niet ziet</summary>
          <ul className={styles.list}>
            {replay.unseen.map((what) => (
              <li key={what}>{UNSEEN_WORDS[what]}</li>
            ))}
          </ul>
        </details>
      )}
      {moved.length < movedCount && <Text>En nog {movedCount - moved.length} andere.</Text>}
    </div>
  );
}

/** "geen enkele krijgt een ander antwoord." */
function sayMoved(others: number, direct: number): string {
  if (others === 0) return 'geen enkele krijgt een ander antwoord.';
  const gets = (count: number): string => `${count.toLocaleString('nl-BE')} ${count === 1 ? 'krijgt' : 'krijgen'}`;
  const shifted = others - direct;
  const choice = shifted === 0 ? '' : `${gets(shifted)} een andere keuze voorgelegd`;
  if (direct === 0) return `geen enkele krijgt een ander antwoord; ${choice}.`;
  return `${gets(direct)} een ander antwoord${choice === '' ? '' : `, ${choice}`}.`;
}
