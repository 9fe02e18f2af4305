import { Badge, Field, ProgressBar, Text } from '@fluentui/react-components';
import type { Proposal, Replay } from '../../../../handlers/desk/learn/views.js';
import { ReplayPanel } from './replay-panel.js';
import { useRehearsal } from './use-rehearsal.js';
import { usePageStyles } from './page-styles.js';

/** What changes for known questions: the fast look at once, marked as such, until the whole rehearsal is there. */
export function RehearsalPanel({
  proposal,
  replay,
  percent,
}: {
  readonly proposal: Proposal;
  readonly replay: Replay | null;
  readonly percent: number;
}) {
  const styles = usePageStyles();
  const rehearsal = useRehearsal(proposal.id, JSON.stringify(proposal.change));
  if (rehearsal?.state === 'done')
    return (
      <div className={styles.stack}>
        <div className={styles.row}>
          <Badge appearance="tint" color="success">
            volledige proef
          </Badge>
          <Text>De zoeker leerde dit voorstel en beantwoordde elke bekende vraag opnieuw.</Text>
        </div>
        <ReplayPanel replay={rehearsal.replay} percent={100} />
      </div>
    );
  return (
    <div className={styles.stack}>
      <div className={styles.row}>
        <Badge appearance="tint" color="warning">
          voorlopig
        </Badge>
        <Text>
          {rehearsal?.state === 'failed' ? FAILED : 'De volledige proef loopt nog. Je hoeft er niet op te wachten.'}
        </Text>
      </div>
      {rehearsal?.state === 'running' && (
        <Field validationMessage={sayLeft(rehearsal.secondsLeft)} validationState="none">
          <ProgressBar value={rehearsal.percent / 100} aria-label="Volledige proef" />
        </Field>
      )}
      <ReplayPanel replay={replay} percent={percent} />
    </div>
  );
}

const FAILED = 'De volledige proef lukte niet. Dit is wat we zonder haar weten.';

/** "Bezig: nog ongeveer 10 s". */
function sayLeft(seconds: number | null): string {
  if (seconds === null) return 'De proef begint zo: ze wacht nog op een andere, of start net.';
  const rounded = seconds > 20 ? Math.round(seconds / 10) * 10 : Math.max(5, Math.round(seconds / 5) * 5);
  return `Bezig: nog ongeveer ${String(rounded)} s`;
}
