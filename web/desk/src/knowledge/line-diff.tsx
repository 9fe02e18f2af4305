import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  box: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    padding: '8px',
    maxHeight: '26rem',
    overflow: 'auto',
  },
  line: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  added: { backgroundColor: tokens.colorPaletteGreenBackground1, color: tokens.colorPaletteGreenForeground1 },
  removed: {
    backgroundColor: tokens.colorPaletteRedBackground1,
    color: tokens.colorPaletteRedForeground1,
    textDecorationLine: 'line-through',
  },
});

interface Line {
  readonly text: string;
  readonly is: 'same' | 'added' | 'removed';
}

/** What changes in a file, line by line. */
export function LineDiff({ before, after }: { readonly before: string; readonly after: string }) {
  const styles = useStyles();
  return (
    <div className={styles.box} tabIndex={0} role="region" aria-label="Wat er in de tekst verandert">
      {diffLines(before.split('\n'), after.split('\n')).map(({ text, is }, index) => (
        <div
          key={`${String(index)}|${text}`}
          className={`${styles.line} ${is === 'added' ? styles.added : is === 'removed' ? styles.removed : ''}`}
        >
          {is === 'added' ? '+ ' : is === 'removed' ? '− ' : '  '}
          {text}
        </div>
      ))}
    </div>
  );
}

/** The longest common lines stay; the rest went or came. */
function diffLines(before: readonly string[], after: readonly string[]): readonly Line[] {
  const longest = table(before, after);
  const lines: Line[] = [];
  let at = 0;
  let to = 0;
  while (at < before.length || to < after.length) {
    const old = before[at];
    const fresh = after[to];
    if (old !== undefined && old === fresh) {
      lines.push({ text: old, is: 'same' });
      at += 1;
      to += 1;
    } else if (
      fresh !== undefined &&
      (old === undefined || (longest[at]?.[to + 1] ?? 0) > (longest[at + 1]?.[to] ?? 0))
    ) {
      lines.push({ text: fresh, is: 'added' });
      to += 1;
    } else {
      lines.push({ text: old ?? '', is: 'removed' });
      at += 1;
    }
  }
  return lines;
}

function table(before: readonly string[], after: readonly string[]): readonly (readonly number[])[] {
  const rows = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0));
  for (let at = before.length - 1; at >= 0; at -= 1)
    for (let to = after.length - 1; to >= 0; to -= 1) {
      const row = rows[at];
      if (!row) continue;
      row[to] =
        before[at] === after[to]
          ? (rows[at + 1]?.[to + 1] ?? 0) + 1
          : Math.max(rows[at + 1]?.[to] ?? 0, row[to + 1] ?? 0);
    }
  return rows;
}
