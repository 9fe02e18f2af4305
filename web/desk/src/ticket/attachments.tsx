import { Button, Spinner, Text, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import type { TicketFile, TicketView } from '../../../../handlers/desk/views.js';
import { useSession } from '../base/session.js';
import { ATTACHMENT_WORDS } from '../base/words.js';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: '0 0 12px', display: 'grid', gap: '10px' },
  item: { display: 'grid', gap: '4px', justifyItems: 'start' },
  picture: {
    maxWidth: '100%',
    maxHeight: '18rem',
    minWidth: '3rem',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  wide: { width: '100%', maxHeight: '20rem' },
  small: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
});

/** What the asker sent along. Photos are shown, sound and film played, all else only downloaded: nothing runs here. */
export function Attachments({ view }: { readonly view: TicketView }) {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {view.attachments.map((attachment, index) => (
        <li key={index} className={styles.item}>
          <Text size={200} className={styles.small}>
            {ATTACHMENT_WORDS[attachment.kind]}
            {attachment.name === null ? '' : `: ${attachment.name}`}
            {attachment.size === null ? '' : ` (${sayBytes(attachment.size)})`}
          </Text>
          {attachment.detail !== null && <Text>{attachment.detail}</Text>}
          {attachment.file === null ? (
            attachment.detail === null && <Text size={200}>Niet bewaard of al gewist.</Text>
          ) : (
            <File path={`/tickets/${view.ticket.id}/files/${attachment.file}`} attachment={attachment} />
          )}
        </li>
      ))}
    </ul>
  );
}

function File({ path, attachment }: { readonly path: string; readonly attachment: TicketFile }) {
  const styles = useStyles();
  const { url, problem } = useFile(path);
  const name = attachment.name ?? ATTACHMENT_WORDS[attachment.kind];
  if (problem !== null) return <Text role="alert">{problem}</Text>;
  if (url === null) return <Spinner size="tiny" label="Laden" />;
  return (
    <>
      {attachment.shown && attachment.kind === 'image' && <img className={styles.picture} src={url} alt={name} />}
      {attachment.shown && attachment.kind === 'audio' && (
        <audio className={styles.wide} controls preload="metadata" src={url} aria-label={name} />
      )}
      {attachment.shown && attachment.kind === 'video' && (
        <video className={styles.wide} controls preload="metadata" src={url} aria-label={name} />
      )}
      <Button as="a" size="small" icon={<ArrowDownloadRegular />} href={url} download={attachment.name ?? 'bijlage'}>
        Download
      </Button>
    </>
  );
}

/** Fetched with our own proof of who we are, so that it also works inside Teams; let go of when it leaves the screen. */
function useFile(path: string): { readonly url: string | null; readonly problem: string | null } {
  const { api } = useSession();
  const [url, setUrl] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    let made: string | null = null;
    let gone = false;
    api.file(path).then(
      (blob) => {
        if (gone) return;
        made = URL.createObjectURL(blob);
        setUrl(made);
      },
      () => {
        setProblem('Deze bijlage kan nu niet getoond worden.');
      },
    );
    return () => {
      gone = true;
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [api, path]);
  return { url, problem };
}

function sayBytes(bytes: number): string {
  return bytes < 1_000_000
    ? `${String(Math.max(1, Math.round(bytes / 1_000)))} kB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
