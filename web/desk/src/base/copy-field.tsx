import { Button, Field, Input, Textarea, makeStyles } from '@fluentui/react-components';
import { useRef, useState } from 'react';

const useStyles = makeStyles({
  row: { display: 'flex', gap: '8px', alignItems: 'flex-end', flexWrap: 'wrap' },
  text: { flex: '1 1 16rem', minWidth: 0 },
});

interface Props {
  readonly label: string;
  readonly text: string;
  readonly rows?: number;
}

/** Text to take elsewhere. Where the browser does not let us copy (a plain http address, some frames) it is selected. */
export function CopyField({ label, text, rows }: Props) {
  const styles = useStyles();
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const [said, setSaid] = useState<{ readonly text: string; readonly words: string } | null>(null);
  const copy = async (): Promise<void> => {
    const words = await write(text).then(
      () => 'Gekopieerd.',
      () => 'Kopiëren mag hier niet. De tekst is geselecteerd: druk op Ctrl+C.',
    );
    if (words !== 'Gekopieerd.') field.current?.focus();
    field.current?.select();
    setSaid({ text, words });
  };
  const shown = { readOnly: true, value: text, onFocus: selectAll };
  return (
    <Field label={label} hint={{ role: 'status', children: said?.text === text ? said.words : null }}>
      {(control) => (
        <div className={styles.row}>
          {rows === undefined ? (
            <Input {...control} {...shown} className={styles.text} input={{ ref: field }} />
          ) : (
            <Textarea {...control} {...shown} className={styles.text} rows={rows} textarea={{ ref: field }} />
          )}
          <Button onClick={() => void copy()}>Kopieer</Button>
        </div>
      )}
    </Field>
  );
}

function selectAll(event: React.FocusEvent<HTMLInputElement | HTMLTextAreaElement>): void {
  event.currentTarget.select();
}

/** Outside a secure context there is no clipboard at all, whatever its type says. */
async function write(text: string): Promise<void> {
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (!clipboard) throw new Error('no clipboard');
  await clipboard.writeText(text);
}
