import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { TicketView } from '../../../../handlers/desk/views.js';
import { sayWhen, useNow } from '../base/moment.js';

const useStyles = makeStyles({
  lines: {
    listStyleType: 'none',
    margin: 0,
    padding: '16px',
    overflow: 'auto',
    flex: 1,
    '@media (max-width: 1200px)': { maxHeight: '42dvh' },
    display: 'flex',
    flexDirection: 'column',
    gap: '10px',
  },
  line: {
    maxWidth: 'min(42rem, 88%)',
    padding: '8px 12px',
    borderRadius: tokens.borderRadiusLarge,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  asker: { alignSelf: 'flex-start', backgroundColor: tokens.colorNeutralBackground1 },
  bot: {
    alignSelf: 'flex-end',
    backgroundColor: tokens.colorNeutralBackground4,
    color: tokens.colorNeutralForeground2,
  },
  coach: {
    alignSelf: 'flex-end',
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorNeutralForeground1,
  },
  who: {
    display: 'block',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    marginBottom: '2px',
  },
  mark: {
    alignSelf: 'center',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    padding: '4px 12px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

/** A little of what stands before it shows that there is more. */
const MARGIN_PX = 32;
const WHO = { asker: 'Mentor', bot: 'Mentorlijn (bot)', coach: 'Coach' } as const;

/** The conversation as it was. Everything is text: nothing an asker types is ever read as HTML. */
export function Transcript({ view }: { readonly view: TicketView }) {
  const styles = useStyles();
  const now = useNow(60_000);
  const list = useRef<HTMLOListElement>(null);
  const { transcript, ticket } = view;
  const start = transcript.findIndex(({ at }) => at >= ticket.createdAt);
  const asked = askedAt(view, start);
  const begin = useRef<HTMLLIElement>(null);
  const shown = useRef('');
  const { id, coachSpoke } = ticket;
  useEffect(() => {
    const opens = shown.current !== id;
    shown.current = id;
    if (list.current) show(list.current, begin.current, opens && !coachSpoke ? 'question' : 'end');
  }, [transcript.length, id, coachSpoke]);
  return (
    // A scrolling region must be reachable by keyboard.
    <ol ref={list} className={styles.lines} tabIndex={0} aria-label="Berichten, oudste eerst">
      {transcript.length === 0 && (
        <li className={mergeClasses(styles.line, styles.asker)}>
          <span className={styles.who}>{ticket.askerName ?? 'Mentor'}</span>
          {ticket.question}
        </li>
      )}
      {transcript.flatMap((line, index) => [
        ...(index === start && start > 0
          ? [
              <li key="start" className={styles.mark}>
                Vanaf hier: vraag {ticket.number}
              </li>,
            ]
          : []),
        <li key={index} ref={index === asked ? begin : null} className={mergeClasses(styles.line, styles[line.from])}>
          <span className={styles.who}>
            {line.name ?? WHO[line.from]}
            {line.from === 'coach' ? ' (coach)' : ''} · {sayWhen(line.at, now)}
          </span>
          {line.text}
        </li>,
      ])}
    </ol>
  );
}

/** The line the question was asked in: often before the mentor chose for a coach. */
function askedAt({ transcript, ticket }: TicketView, start: number): number {
  const same = transcript.findLastIndex(
    ({ from, at, text }) => from === 'asker' && at <= ticket.createdAt && text === ticket.question,
  );
  return same === -1 ? start : same;
}

/** A question nobody answered yet opens at the question itself, whatever was said after it; the rest at the end. */
function show(list: HTMLElement, begin: HTMLElement | null, part: 'question' | 'end'): void {
  list.scrollTop = part === 'end' || begin === null ? list.scrollHeight : begin.offsetTop - list.offsetTop - MARGIN_PX;
}
