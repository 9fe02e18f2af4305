import { Button, Spinner, makeStyles } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';

const useStyles = makeStyles({ box: { display: 'grid', placeItems: 'center', padding: '12px' } });

/** The end of the list: more rows come when it is scrolled into sight, or at a press. */
export function MoreRows({ fetching, onMore }: { readonly fetching: boolean; readonly onMore: () => void }) {
  const styles = useStyles();
  const box = useRef<HTMLLIElement>(null);
  const latest = useRef(onMore);
  useEffect(() => {
    latest.current = onMore;
  });
  useEffect(() => {
    // Anew after every page: when the end is still in sight, it goes on.
    if (fetching || !box.current) return;
    const watch = new IntersectionObserver((seen) => {
      if (seen.some(({ isIntersecting }) => isIntersecting)) latest.current();
    });
    watch.observe(box.current);
    return () => {
      watch.disconnect();
    };
  }, [fetching]);
  return (
    <li ref={box} className={styles.box}>
      {fetching ? (
        <Spinner size="tiny" label="Verder terug kijken" />
      ) : (
        <Button size="small" onClick={onMore}>
          Toon meer
        </Button>
      )}
    </li>
  );
}
