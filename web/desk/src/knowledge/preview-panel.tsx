import { Select, Text, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import type { Preview } from '../../../../handlers/desk/learn/views.js';
import { ChannelFaces } from '../preview/channel-faces.js';

const useStyles = makeStyles({ box: { display: 'grid', gap: '8px', alignContent: 'start', minWidth: 0 } });

/** How mentors see it, per channel and per situation. */
export function PreviewPanel({ preview }: { readonly preview: Preview }) {
  const styles = useStyles();
  const [variant, setVariant] = useState('');
  const { answer, more } = (preview.variants.find(({ label }) => label === variant) ?? preview).shown;
  return (
    <div className={styles.box} role="region" aria-label="Voorbeeld">
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
      <ChannelFaces previews={more ? [answer, more] : [answer]} />
      {more && <Text>Het tweede bericht komt als de mentor op “Meer uitleg” drukt.</Text>}
    </div>
  );
}
