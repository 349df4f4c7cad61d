import { useEffect, useEffectEvent } from 'react';

type Guard = (event: PopStateEvent) => void;
let guard: Guard | undefined;

// Listeners of a window hear in the order in which they came. main.tsx has this one come before the router's.
window.addEventListener('popstate', (event) => guard?.(event));

/**
 * Keeps the screen while something on it would be lost: "Back" and "Forward" are undone, and the
 * browser asks before the page is reloaded or closed.
 */
export function useStay(active: boolean, onStopped?: () => void): void {
  const stopped = useEffectEvent(() => onStopped?.());
  useEffect(() => {
    if (!active) return;
    const here = placeIn(window.history.state) ?? 0;
    const stay: Guard = (event) => {
      event.stopImmediatePropagation();
      // An address typed by hand is a new entry without a place, right after this one.
      const steps = here - (placeIn(event.state) ?? here + 1);
      if (steps === 0) return;
      stopped();
      window.history.go(steps);
    };
    const ask = (event: BeforeUnloadEvent) => {
      event.preventDefault();
    };
    guard = stay;
    window.addEventListener('beforeunload', ask);
    return () => {
      if (guard === stay) guard = undefined;
      window.removeEventListener('beforeunload', ask);
    };
  }, [active]);
}

/** The router numbers the entries of the history. */
function placeIn(state: unknown): number | undefined {
  return (state as { idx?: number } | null)?.idx;
}
