import { Field, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Assessment } from '../../../../handlers/desk/learn/views.js';

/** Room for the numbers. */
const GUTTER = '3.5rem';
/** Text and its invisible copy break their lines at the same places. */
const FLOW = { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', lineHeight: '20px', padding: '0 8px' } as const;

const useStyles = makeStyles({
  box: {
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    maxHeight: '34rem',
    overflow: 'auto',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  paper: { position: 'relative' },
  line: { display: 'grid', gridTemplateColumns: `${GUTTER} minmax(0, 1fr)`, lineHeight: '20px' },
  number: {
    textAlign: 'right',
    paddingRight: '8px',
    color: tokens.colorNeutralForeground2,
    userSelect: 'none',
    backgroundColor: tokens.colorNeutralBackground3,
  },
  wrong: { color: tokens.colorPaletteRedForeground1, fontWeight: tokens.fontWeightBold },
  copy: { ...FLOW, visibility: 'hidden' },
  text: {
    ...FLOW,
    position: 'absolute',
    top: 0,
    left: GUTTER,
    width: `calc(100% - ${GUTTER})`,
    height: '100%',
    boxSizing: 'border-box',
    fontFamily: 'inherit',
    fontSize: 'inherit',
    letterSpacing: 'inherit',
    border: 0,
    margin: 0,
    resize: 'none',
    overflow: 'hidden',
    color: tokens.colorNeutralForeground1,
    backgroundColor: 'transparent',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
});

/** A file with its line numbers; long lines go on below themselves, and a line with a problem stands out. */
export function NumberedText({
  label,
  value,
  onChange,
  problems,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly problems: Assessment['problems'];
}) {
  const styles = useStyles();
  const wrong = new Set(problems.filter(({ severity }) => severity === 'error').map(({ line }) => line));
  return (
    <Field label={label}>
      {(field) => (
        <div className={styles.box}>
          <div className={styles.paper}>
            <div aria-hidden="true">
              {value.split('\n').map((line, index) => (
                <div key={index} className={styles.line}>
                  <span className={mergeClasses(styles.number, wrong.has(index + 1) && styles.wrong)}>
                    {wrong.has(index + 1) ? '● ' : ''}
                    {index + 1}
                  </span>
                  <span className={styles.copy}>{line === '' ? ' ' : line}</span>
                </div>
              ))}
            </div>
            <textarea
              id={field.id}
              aria-labelledby={field['aria-labelledby']}
              className={styles.text}
              value={value}
              spellCheck
              lang="nl"
              onChange={({ target }) => {
                onChange(target.value);
              }}
            />
          </div>
        </div>
      )}
    </Field>
  );
}
