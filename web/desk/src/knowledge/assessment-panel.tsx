import { MessageBar, MessageBarBody, makeStyles } from '@fluentui/react-components';
import type { Assessment } from '../../../../handlers/desk/learn/views.js';
import { Link } from '../base/place.js';

const useStyles = makeStyles({
  box: { display: 'grid', gap: '6px' },
  list: { margin: 0, paddingLeft: '18px' },
});

/** Problems with their lines, near-duplicates, and the same words elsewhere. */
export function AssessmentPanel({
  assessment,
  problem,
}: {
  readonly assessment: Assessment | null;
  readonly problem: string | null;
}) {
  const styles = useStyles();
  const errors = assessment?.problems.filter(({ severity }) => severity === 'error') ?? [];
  const warnings = assessment?.problems.filter(({ severity }) => severity === 'warning') ?? [];
  const line = ({ file, line: number, message }: Assessment['problems'][number]): string =>
    file === assessment?.path ? `lijn ${String(number)}: ${message}` : `${file}, lijn ${String(number)}: ${message}`;
  return (
    <div className={styles.box} role="status">
      {problem !== null && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{problem}</MessageBarBody>
        </MessageBar>
      )}
      {errors.length > 0 && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>
            Zo kan het niet gepubliceerd worden:
            <ul className={styles.list}>
              {errors.map((found) => (
                <li key={line(found)}>{line(found)}</li>
              ))}
            </ul>
          </MessageBarBody>
        </MessageBar>
      )}
      {assessment !== null && assessment.duplicates.length > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            Dit lijkt erg op wat er al staat:
            <ul className={styles.list}>
              {assessment.duplicates.map(({ id, title, likeness }) => (
                <li key={id}>
                  <Link to={`/kennis/ingang/${id}`}>{title}</Link> ({Math.round(likeness * 100)} % gelijk)
                </li>
              ))}
            </ul>
            Voeg je vraag liever daar toe.
          </MessageBarBody>
        </MessageBar>
      )}
      {assessment !== null && assessment.alsoAt.length > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            {assessment.alsoAt.map(({ id, title, phrasing }) => (
              <div key={`${id}|${phrasing}`}>
                “{phrasing}” staat ook bij <Link to={`/kennis/ingang/${id}`}>{title}</Link>. Dan weet de bot niet meer
                welke je bedoelt.
              </div>
            ))}
          </MessageBarBody>
        </MessageBar>
      )}
      {warnings.length > 0 && (
        <details>
          <summary>
            {warnings.length} {warnings.length === 1 ? 'opmerking' : 'opmerkingen'} bij de tekst
          </summary>
          <ul className={styles.list}>
            {warnings.map((found) => (
              <li key={line(found)}>{line(found)}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
