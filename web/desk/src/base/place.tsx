import { createContext, useContext, useEffect, useState, type AnchorHTMLAttributes, type ReactNode } from 'react';

/** Where we are: the path below /desk and its query. */
export interface Place {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly go: (to: string) => void;
}

export const PlaceContext = createContext<Place>({ path: '/', query: new URLSearchParams(), go: () => undefined });

function read(): { path: string; query: URLSearchParams } {
  const path = location.pathname.replace(/^\/desk/, '') || '/';
  return { path, query: new URLSearchParams(location.search) };
}

export function PlaceProvider({ children }: { readonly children: ReactNode }) {
  const [now, setNow] = useState(read);
  useEffect(() => {
    const listen = (): void => {
      setNow(read());
    };
    addEventListener('popstate', listen);
    return () => {
      removeEventListener('popstate', listen);
    };
  }, []);
  const go = (to: string): void => {
    history.pushState(null, '', `/desk${to}`);
    setNow(read());
  };
  return <PlaceContext value={{ ...now, go }}>{children}</PlaceContext>;
}

export function usePlace(): Place {
  return useContext(PlaceContext);
}

/** A link within the desk: a real address, opened without a reload. */
export function Link({
  to,
  children,
  ...rest
}: { readonly to: string; readonly children: ReactNode } & Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'>) {
  const { go } = usePlace();
  return (
    <a
      {...rest}
      href={`/desk${to}`}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
        event.preventDefault();
        go(to);
      }}
    >
      {children}
    </a>
  );
}
