import { Spinner, Text, makeStyles } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { ChannelPreview } from '../../../../handlers/desk/channel-preview.js';
import { useSession } from '../base/session.js';
import { ChannelFaceView, type ChannelFace } from '../preview/channel-faces.js';

const useStyles = makeStyles({ box: { minHeight: '7rem', maxHeight: '40dvh', overflow: 'auto', padding: '4px 0' } });

interface Props {
  readonly ticket: string;
  readonly markdown: string;
  readonly face: ChannelFace;
}

/** The letter as the server would send it, made by each channel's own renderer. */
export function ReplyPreview({ ticket, markdown, face }: Props) {
  const styles = useStyles();
  const { api } = useSession();
  const [shown, setShown] = useState<ChannelPreview | 'failed' | null>(null);
  useEffect(() => {
    let over = false;
    void api.call<ChannelPreview>('POST', `/tickets/${ticket}/preview`, { markdown }).then(
      (found) => {
        if (!over) setShown(found);
      },
      () => {
        if (!over) setShown('failed');
      },
    );
    return () => {
      over = true;
    };
  }, [api, ticket, markdown]);
  return (
    // A scrolling region must be reachable by keyboard.
    <div className={styles.box} role="region" aria-label="Voorbeeld" tabIndex={0}>
      {markdown.trim() === '' ? (
        <Text>Schrijf eerst een antwoord.</Text>
      ) : shown === 'failed' ? (
        <Text role="alert">Het voorbeeld lukt nu niet. Versturen kan wel.</Text>
      ) : shown === null ? (
        <Spinner size="tiny" label="Voorbeeld maken" />
      ) : (
        <ChannelFaceView shown={shown} face={face} />
      )}
    </div>
  );
}
