import { Text, makeStyles, tokens } from '@fluentui/react-components';
import type { PhoneMessage } from '../../../../handlers/desk/channel-preview.js';
import { WhatsAppText } from './whatsapp-text.js';

const useStyles = makeStyles({
  talk: { display: 'grid', gap: '8px', justifyItems: 'start' },
  bubble: {
    maxWidth: '26rem',
    padding: '8px 12px',
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
  choices: { listStyleType: 'none', margin: '8px 0 0', padding: 0, display: 'grid', gap: '4px', textAlign: 'center' },
  choice: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, paddingTop: '4px' },
});

/** The messages WhatsApp carries it in, with the buttons that fit. */
export function PhoneFace({ messages }: { readonly messages: readonly PhoneMessage[] }) {
  const styles = useStyles();
  return (
    <div className={styles.talk}>
      {messages.length > 1 && <Text>Te lang voor één bericht: WhatsApp krijgt er {messages.length} na elkaar.</Text>}
      {messages.map(({ text, choices, as }, index) => (
        <div key={index} className={styles.bubble}>
          <WhatsAppText text={text} />
          {as === 'list' && <div className={styles.choice}>Kies (opent een lijst)</div>}
          {choices.length > 0 && (
            <ul className={styles.choices} aria-label="Knoppen">
              {choices.map((choice) => (
                <li key={choice} className={styles.choice}>
                  {choice}
                </li>
              ))}
            </ul>
          )}
        </div>
      ))}
    </div>
  );
}
