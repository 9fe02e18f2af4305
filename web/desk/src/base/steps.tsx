import { createContext, useCallback, useContext, useMemo, useRef, type ReactNode } from 'react';

type Step = (by: 1 | -1) => void;

interface Steps {
  /** To the next or previous question of the list beside. */
  readonly step: Step;
  /** The list tells how. */
  readonly listen: (step: Step) => void;
}

const StepsContext = createContext<Steps>({ step: () => undefined, listen: () => undefined });

/** Joins the list and the ticket: after one answer, on to the next question. */
export function StepsProvider({ children }: { readonly children: ReactNode }) {
  const how = useRef<Step>(() => undefined);
  const step = useCallback<Step>((by) => {
    how.current(by);
  }, []);
  const listen = useCallback((next: Step): void => {
    how.current = next;
  }, []);
  const steps = useMemo(() => ({ step, listen }), [step, listen]);
  return <StepsContext value={steps}>{children}</StepsContext>;
}

export function useSteps(): Steps {
  return useContext(StepsContext);
}
