import { Field, makeStyles, tokens } from '@fluentui/react-components';
import type { Assessment } from '../../../../handlers/desk/learn/views.js';

const useStyles = makeStyles({
  box: {
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    maxHeight: '34rem',
    overflow: 'auto',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: '20px',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  numbers: {
    textAlign: 'right',
    padding: '8px 8px 8px 12px',
    color: tokens.colorNeutralForeground2,
    userSelect: 'none',
    backgroundColor: tokens.colorNeutralBackground3,
  },
  wrong: { color: tokens.colorPaletteRedForeground1, fontWeight: tokens.fontWeightBold },
  text: {
    font: 'inherit',
    lineHeight: 'inherit',
    border: 0,
    padding: '8px',
    resize: 'none',
    whiteSpace: 'pre',
    overflowX: 'auto',
    overflowY: 'hidden',
    color: tokens.colorNeutralForeground1,
    backgroundColor: 'transparent',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
});

/** A file with its line numbers; a line with a problem stands out. */
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
  const count = value.split('\n').length;
  const wrong = new Set(problems.filter(({ severity }) => severity === 'error').map(({ line }) => line));
  return (
    <Field label={label}>
      {(field) => (
        <div className={styles.box}>
          <div className={styles.numbers} aria-hidden="true">
            {Array.from({ length: count }, (_none, index) => (
              <div key={index} className={wrong.has(index + 1) ? styles.wrong : ''}>
                {wrong.has(index + 1) ? '● ' : ''}
                {index + 1}
              </div>
            ))}
          </div>
          <textarea
            id={field.id}
            aria-labelledby={field['aria-labelledby']}
            className={styles.text}
            value={value}
            rows={count}
            spellCheck
            lang="nl"
            wrap="off"
            onChange={({ target }) => {
              onChange(target.value);
            }}
          />
        </div>
      )}
    </Field>
  );
}
