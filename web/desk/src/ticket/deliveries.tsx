import { Button, MessageBar, MessageBarActions, MessageBarBody, Text, tokens } from '@fluentui/react-components';
import type { Delivery } from '../../../../handlers/desk/views.js';
import { CHANNEL_WORDS, FAILURE_WORDS } from '../base/words.js';
import type { Actions } from './use-action.js';

/** How our messages fared. What failed stays in sight until it is sent. */
export function Deliveries({
  deliveries,
  actions,
}: {
  readonly deliveries: readonly Delivery[];
  readonly actions: Actions;
}) {
  const failed = deliveries.filter(({ state }) => state === 'failed');
  const held = deliveries.filter(({ state, failure }) => state === 'waiting' && failure === 'window-closed');
  const waiting = deliveries.filter((delivery) => delivery.state === 'waiting' && !held.includes(delivery));
  const read = deliveries.filter(({ receipt }) => receipt === 'read');
  const sent = deliveries.filter(({ state }) => state === 'sent');
  return (
    <>
      {failed.map((delivery) => (
        <MessageBar key={delivery.id} intent="error">
          <MessageBarBody>
            Een bericht {delivery.to === 'watcher' ? 'aan een mentor die meewacht ' : ''}via{' '}
            {CHANNEL_WORDS[delivery.channel]} is niet bezorgd na {delivery.attempts} pogingen (
            {FAILURE_WORDS[delivery.failure ?? ''] ?? delivery.failure ?? 'onbekend'}).
          </MessageBarBody>
          <MessageBarActions>
            <Button
              size="small"
              disabledFocusable={actions.busy}
              onClick={() => void actions.act(`deliveries/${delivery.id}/retry`)}
            >
              Probeer opnieuw
            </Button>
          </MessageBarActions>
        </MessageBar>
      ))}
      {deliveries.length > 0 && (
        <Text size={200} role="status" style={{ color: tokens.colorNeutralForeground2 }}>
          {[
            held.length > 0
              ? `${String(held.length)} wacht: de mentor kreeg op WhatsApp een seintje en krijgt je antwoord zodra hij reageert`
              : '',
            sent.length > 0 ? `${String(sent.length)} ${sent.length === 1 ? 'bericht' : 'berichten'} bezorgd` : '',
            waiting.length > 0
              ? `${String(waiting.length)} onderweg${waiting.some(({ attempts }) => attempts > 1) ? ' (we proberen opnieuw)' : ''}`
              : '',
            read.length > 0 ? `${String(read.length)} gelezen` : '',
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      )}
    </>
  );
}
