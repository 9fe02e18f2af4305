import {
  Button,
  Input,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { BeakerRegular, DataTrendingRegular, PersonRegular, SearchRegular } from '@fluentui/react-icons';
import { useEffect, useRef, useState } from 'react';
import { may } from '../../../handlers/desk/coach.js';
import { Link, usePlace } from './base/place.js';
import { useSession } from './base/session.js';
import { KnowledgeButton } from './knowledge/knowledge-button.js';

const PHONE = '@media (max-width: 600px)';
const useStyles = makeStyles({
  bar: {
    display: 'flex',
    alignItems: 'center',
    gap: '12px',
    padding: '8px 16px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    flexWrap: 'wrap',
    [PHONE]: { padding: '4px 8px', gap: '4px 8px' },
  },
  name: {
    fontWeight: tokens.fontWeightSemibold,
    fontSize: tokens.fontSizeBase400,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
  },
  // On a phone the name and the buttons share a line, and searching has the next one.
  search: { flex: '1 1 12rem', maxWidth: '32rem', [PHONE]: { order: 3, flexBasis: '100%' } },
  word: { '@media (max-width: 900px)': { display: 'none' } },
  right: {
    marginLeft: 'auto',
    display: 'flex',
    gap: '4px',
    '@media (max-width: 900px)': { '& button': { minWidth: 'auto' } },
    [PHONE]: { gap: 0, '& button': { minWidth: '40px', paddingLeft: '6px', paddingRight: '6px' } },
  },
});

/** Search, the test console, and one's own account. "/" jumps to search. */
export function TopBar() {
  const styles = useStyles();
  const { coach, signOut } = useSession();
  const { go, query, path } = usePlace();
  const [text, setText] = useState(path === '/zoek' ? (query.get('q') ?? '') : '');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (
        event.key !== '/' ||
        (event.target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName))
      )
        return;
      event.preventDefault();
      field.current?.focus();
    };
    addEventListener('keydown', listen);
    return () => {
      removeEventListener('keydown', listen);
    };
  }, []);
  return (
    <header className={styles.bar}>
      <Link to="/" className={styles.name}>
        Mentorlijn · coachdesk
      </Link>
      <form
        role="search"
        className={styles.search}
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() !== '') go(`/zoek?q=${encodeURIComponent(text.trim())}`);
        }}
      >
        <Input
          input={{ ref: field }}
          type="search"
          value={text}
          onChange={(_event, data) => {
            setText(data.value);
          }}
          contentBefore={<SearchRegular />}
          placeholder="Zoek in vragen en antwoorden ( / )"
          aria-label="Zoek in vragen, gesprekken en kennis"
          style={{ width: '100%' }}
        />
      </form>
      <div className={styles.right}>
        <KnowledgeButton />
        <Button
          appearance="subtle"
          icon={<BeakerRegular />}
          aria-label="Probeer een vraag"
          onClick={() => {
            go('/proef');
          }}
        >
          <span className={styles.word}>Probeer een vraag</span>
        </Button>
        <Button
          appearance="subtle"
          icon={<DataTrendingRegular />}
          aria-label="Inzichten"
          onClick={() => {
            go('/inzichten');
          }}
        >
          <span className={styles.word}>Inzichten</span>
        </Button>
        <Menu>
          <MenuTrigger disableButtonEnhancement>
            <Button appearance="subtle" icon={<PersonRegular />} aria-label={`${coach.name}: account en afmelden`}>
              <span className={styles.word}>{coach.name}</span>
            </Button>
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              <MenuItem
                onClick={() => {
                  go('/account');
                }}
              >
                Mijn account en weergave
              </MenuItem>
              <MenuItem
                onClick={() => {
                  go('/teksten');
                }}
              >
                Standaardteksten
              </MenuItem>
              {may(coach.role, 'accounts') && (
                <MenuItem
                  onClick={() => {
                    go('/team');
                  }}
                >
                  Team
                </MenuItem>
              )}
              <MenuItem onClick={signOut}>Afmelden</MenuItem>
            </MenuList>
          </MenuPopover>
        </Menu>
      </div>
    </header>
  );
}
