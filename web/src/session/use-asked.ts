import { useEffect, useRef, useState } from 'react';
import { type Gate } from '../api/session-gate';

/** Whether requests wait at a gate for the person, and how to tell them whether the password was given. */
export function useAsked(gate: Gate): { asked: boolean; answer: (given: boolean) => void } {
  const [asked, setAsked] = useState(false);
  const settle = useRef<(given: boolean) => void>(undefined);
  useEffect(
    () =>
      gate.onAsk(
        () =>
          new Promise((resolve) => {
            settle.current = resolve;
            setAsked(true);
          }),
      ),
    [gate],
  );
  const answer = (given: boolean) => {
    setAsked(false);
    settle.current?.(given);
  };
  return { asked, answer };
}
