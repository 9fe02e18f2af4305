import { Button, Menu, MenuDivider, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { TextBulletListSquareRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { FilledText } from '../../../../handlers/desk/views.js';
import { useKey } from '../base/keys.js';
import { useLive } from '../base/live.js';
import { usePlace } from '../base/place.js';
import { useLoad } from '../base/use-load.js';

/** Texts to use again, filled in for this ticket; one click puts one in the reply. */
export function CannedMenu({
  ticket,
  onInsert,
}: {
  readonly ticket: string;
  readonly onInsert: (text: string) => void;
}) {
  const { go } = usePlace();
  const [open, setOpen] = useState(false);
  const { data, reload } = useLoad<{ texts: readonly FilledText[] }>(`/tickets/${ticket}/canned`);
  useLive('canned', reload);
  useKey('t', () => {
    setOpen(true);
  });
  return (
    <Menu
      open={open}
      onOpenChange={(_event, change) => {
        setOpen(change.open);
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button icon={<TextBulletListSquareRegular />}>Standaardtekst</Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {data?.texts.map(({ id, title, markdown }) => (
            <MenuItem
              key={id}
              onClick={() => {
                onInsert(markdown);
              }}
            >
              {title}
            </MenuItem>
          ))}
          <MenuDivider />
          <MenuItem
            onClick={() => {
              go('/teksten');
            }}
          >
            Teksten beheren
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
