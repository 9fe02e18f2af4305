import { Button, MessageBar, MessageBarBody, Text } from '@fluentui/react-components';
import type { KnowledgeItem } from '../../../../handlers/desk/learn/views.js';
import { sayWhen, useNow } from '../base/moment.js';
import { useSession } from '../base/session.js';
import { ACTION_WORDS } from './learn-words.js';
import { usePageStyles } from './page-styles.js';
import { useCall } from './use-call.js';

/** Every version, who made and who approved it; an editor brings any of them back. */
export function VersionList({
  item,
  editor,
  onDone,
}: {
  readonly item: KnowledgeItem;
  readonly editor: boolean;
  readonly onDone: () => void;
}) {
  const styles = usePageStyles();
  const { nameOf } = useSession();
  const now = useNow();
  const { busy, problem, call } = useCall();
  const back = async (revision: number): Promise<void> => {
    if ((await call('POST', `/knowledge/items/${item.row.id}/roll-back`, { revision })) !== null) onDone();
  };
  if (item.revisions.length === 0) return <Text className={styles.quiet}>Nog niet gewijzigd in de coachdesk.</Text>;
  return (
    <details open>
      <summary>Versies</summary>
      {problem !== null && (
        <MessageBar intent="error" role="alert">
          <MessageBarBody>{problem}</MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.wrap} tabIndex={0} role="region" aria-label="Versies">
        <table className={styles.table}>
          <tbody>
            {item.revisions.map(({ revision, action, at, by, approvedBy, alone, remark }, index) => (
              <tr key={revision}>
                <th scope="row">{revision}</th>
                <td>
                  {ACTION_WORDS[action]}
                  {remark !== '' && <div className={styles.quiet}>{remark}</div>}
                </td>
                <td>
                  {by === 'import' ? 'ingelezen' : nameOf(by)}, {sayWhen(at, now)}
                  <div className={styles.quiet}>
                    {alone
                      ? 'niemand anders las het'
                      : approvedBy !== by
                        ? `goedgekeurd door ${nameOf(approvedBy)}`
                        : ''}
                  </div>
                </td>
                <td>
                  {editor && index > 0 && (
                    <Button size="small" disabledFocusable={busy} onClick={() => void back(revision)}>
                      Zet terug
                    </Button>
                  )}
                </td>
              </tr>
            ))}
            <tr>
              <th scope="row">0</th>
              <td>Zoals in de bestanden</td>
              <td />
              <td>
                {editor && (
                  <Button size="small" disabledFocusable={busy} onClick={() => void back(0)}>
                    Zet terug
                  </Button>
                )}
              </td>
            </tr>
          </tbody>
        </table>
      </div>
    </details>
  );
}
