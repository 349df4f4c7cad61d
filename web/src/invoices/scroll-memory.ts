import { useEffect, useLayoutEffect } from 'react';
import { useLocation } from 'react-router';

const places = new Map<string, number>();

/** Whoever comes back to a long list finds it where it was left, once its rows are there. */
export function useScrollMemory(ready: boolean): void {
  const { key } = useLocation();
  useLayoutEffect(() => {
    const place = places.get(key);
    if (ready && place !== undefined) window.scrollTo(0, place);
  }, [ready, key]);
  useEffect(() => {
    const remember = () => {
      places.set(key, window.scrollY);
    };
    window.addEventListener('scroll', remember, { passive: true });
    return () => {
      window.removeEventListener('scroll', remember);
    };
  }, [key]);
}
