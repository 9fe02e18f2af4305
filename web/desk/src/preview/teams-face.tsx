import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { CardPiece } from '../../../../handlers/desk/channel-preview.js';

const useStyles = makeStyles({
  talk: { display: 'grid', gap: '8px' },
  card: {
    display: 'grid',
    gap: '8px',
    maxWidth: '32rem',
    padding: '12px 16px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    overflowWrap: 'anywhere',
  },
  words: { '& > p': { margin: '0 0 6px' }, '& > :last-child': { marginBottom: 0 }, '& > ul': { margin: 0 } },
  heading: { fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase400 },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  marked: { fontWeight: tokens.fontWeightSemibold },
  plain: {},
  box: {
    display: 'grid',
    gap: '6px',
    padding: '8px 12px',
    backgroundColor: tokens.colorNeutralBackground3,
    borderLeft: `3px solid ${tokens.colorBrandStroke1}`,
  },
  attention: { borderLeftColor: tokens.colorStatusDangerBorder2 },
  buttons: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexWrap: 'wrap', gap: '6px' },
  button: {
    padding: '4px 12px',
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
  },
});

/** The messages Teams gets: cards, or text where a card would be too large. */
export function TeamsFace({ messages }: { readonly messages: readonly (readonly CardPiece[])[] }) {
  const styles = useStyles();
  return (
    <div className={styles.talk}>
      {messages.map((pieces, index) => (
        <div key={index} className={styles.card}>
          <Pieces pieces={pieces} />
        </div>
      ))}
    </div>
  );
}

function Pieces({ pieces }: { readonly pieces: readonly CardPiece[] }) {
  return pieces.map((piece, index) => <Piece key={index} piece={piece} />);
}

/** Words come from the server as HTML that holds none of its own. */
function Piece({ piece }: { readonly piece: CardPiece }) {
  const styles = useStyles();
  switch (piece.kind) {
    case 'words':
      return (
        <div
          className={mergeClasses(styles.words, styles[piece.look])}
          dangerouslySetInnerHTML={{ __html: piece.html }}
        />
      );
    case 'box':
      return (
        <div className={mergeClasses(styles.box, piece.style === 'attention' && styles.attention)}>
          <Pieces pieces={piece.pieces} />
        </div>
      );
    case 'tick':
      return <div>☐ {piece.title}</div>;
    case 'buttons':
      return (
        <ul className={styles.buttons} aria-label="Knoppen">
          {piece.titles.map((title) => (
            <li key={title} className={styles.button}>
              {title}
            </li>
          ))}
        </ul>
      );
  }
}
