import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Switch,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import { KEYS, useKey, useKeysSwitch } from './keys.js';

const useStyles = makeStyles({
  list: { display: 'grid', gridTemplateColumns: 'auto 1fr', gap: '6px 16px', margin: '0 0 16px' },
  key: {
    fontFamily: tokens.fontFamilyMonospace,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: '0 8px',
    justifySelf: 'start',
    whiteSpace: 'nowrap',
  },
  what: { margin: 0 },
});

/** "?" shows every key. */
export function KeysHelp() {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const { on, turn } = useKeysSwitch();
  useKey('?', () => {
    setOpen(true);
  });
  // Only there when it is open: a closed dialog already brings hidden focus catchers, which axe rightly dislikes.
  if (!open) return null;
  return (
    <Dialog
      open
      onOpenChange={(_event, data) => {
        setOpen(data.open);
      }}
    >
      <DialogSurface>
        <DialogBody>
          <DialogTitle>Sneltoetsen</DialogTitle>
          <DialogContent>
            <dl className={styles.list}>
              {KEYS.map(([key, what]) => [
                <dt key={`k-${key}`} className={styles.key}>
                  {key}
                </dt>,
                <dd key={`w-${key}`} className={styles.what}>
                  {what}
                </dd>,
              ])}
            </dl>
            <Switch
              checked={on}
              label="Losse letters werken als sneltoets"
              onChange={(_event, { checked }) => {
                turn(checked);
              }}
            />
          </DialogContent>
          <DialogActions>
            <Button
              appearance="primary"
              onClick={() => {
                setOpen(false);
              }}
            >
              Sluit
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
