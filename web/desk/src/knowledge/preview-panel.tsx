import { Card, Select, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import type { Preview } from '../../../../handlers/desk/learn/views.js';
import { FaceSwitch } from '../base/face-switch.js';

const useStyles = makeStyles({
  box: { display: 'grid', gap: '8px', alignContent: 'start', minWidth: 0 },
  plain: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  rich: { overflowWrap: 'anywhere' },
});
const FACES = [
  ['web', 'Op de webpagina en Teams'],
  ['plain', 'Op WhatsApp en als gewone tekst'],
] as const;

/** How mentors see it, per kind of channel and per situation. */
export function PreviewPanel({ preview }: { readonly preview: Preview }) {
  const styles = useStyles();
  const [face, setFace] = useState<'web' | 'plain'>('web');
  const [variant, setVariant] = useState('');
  const shown = preview.variants.find(({ label }) => label === variant) ?? preview;
  return (
    <div className={styles.box} role="region" aria-label="Voorbeeld">
      <FaceSwitch label="Hoe het eruitziet" faces={FACES} chosen={face} onChoose={setFace} />
      {preview.variants.length > 0 && (
        <Select
          aria-label="Voor wie"
          value={variant}
          onChange={(_event, { value }) => {
            setVariant(value);
          }}
        >
          <option value="">Zolang we niets weten</option>
          {preview.variants.map(({ label }) => (
            <option key={label} value={label}>
              {label}
            </option>
          ))}
        </Select>
      )}
      <Card>
        {face === 'web' ? (
          <div className={styles.rich}>
            <strong>{preview.title}</strong>
            <div dangerouslySetInnerHTML={{ __html: shown.html }} />
          </div>
        ) : (
          <div className={styles.plain}>{shown.text}</div>
        )}
      </Card>
    </div>
  );
}
