import { Spinner, makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import type { ChannelPreview } from '../../../../handlers/desk/channel-preview.js';
import { FaceSwitch } from '../base/face-switch.js';
import { PhoneFace } from './phone-face.js';
import { TeamsFace } from './teams-face.js';

// The mentor's page comes along only when somebody looks at it.
const WebFace = lazy(() => import('./web-face.js'));

export type ChannelFace = 'web' | 'whatsapp' | 'teams' | 'plain';
export const CHANNEL_FACES = [
  ['web', 'Webpagina'],
  ['whatsapp', 'WhatsApp'],
  ['teams', 'Teams'],
  ['plain', 'Gewone tekst'],
] as const satisfies readonly (readonly [ChannelFace, string])[];

const useStyles = makeStyles({
  box: { display: 'grid', gap: '8px', minWidth: 0 },
  plain: {
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    padding: '8px 12px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
});

/** What one channel makes of it. */
export function ChannelFaceView({ shown, face }: { readonly shown: ChannelPreview; readonly face: ChannelFace }) {
  const styles = useStyles();
  switch (face) {
    case 'web':
      return (
        <Suspense fallback={<Spinner size="tiny" label="Laden" />}>
          <WebFace activity={shown.web} />
        </Suspense>
      );
    case 'whatsapp':
      return <PhoneFace messages={shown.whatsapp} />;
    case 'teams':
      return <TeamsFace messages={shown.teams} />;
    case 'plain':
      return <div className={styles.plain}>{shown.plain}</div>;
  }
}

/** One reply on every channel: the same words, as each of them really gets them. */
export function ChannelFaces({ previews }: { readonly previews: readonly ChannelPreview[] }) {
  const styles = useStyles();
  const [face, setFace] = useState<ChannelFace>('web');
  return (
    <div className={styles.box}>
      <FaceSwitch label="Hoe het eruitziet" faces={CHANNEL_FACES} chosen={face} onChoose={setFace} />
      {previews.map((shown, index) => (
        <ChannelFaceView key={index} shown={shown} face={face} />
      ))}
    </div>
  );
}
