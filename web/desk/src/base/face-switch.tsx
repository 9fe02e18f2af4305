import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: '4px' },
  button: {
    padding: '4px 10px',
    border: 0,
    borderBottom: '2px solid transparent',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    cursor: 'pointer',
    font: 'inherit',
    ':hover': { borderBottomColor: tokens.colorNeutralStroke1 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  chosen: { borderBottomColor: tokens.colorBrandStroke1, fontWeight: tokens.fontWeightSemibold },
});

interface Props<F extends string> {
  readonly label: string;
  readonly faces: readonly (readonly [F, string])[];
  readonly chosen: F;
  readonly onChoose: (face: F) => void;
}

/** One thing, several faces. Plain buttons: Fluent's TabList brings hidden focus catchers that axe rightly dislikes. */
export function FaceSwitch<F extends string>({ label, faces, chosen, onChoose }: Props<F>) {
  const styles = useStyles();
  return (
    <div role="group" aria-label={label} className={styles.row}>
      {faces.map(([face, title]) => (
        <button
          key={face}
          type="button"
          aria-pressed={face === chosen}
          className={mergeClasses(styles.button, face === chosen && styles.chosen)}
          onClick={() => {
            onChoose(face);
          }}
        >
          {title}
        </button>
      ))}
    </div>
  );
}
