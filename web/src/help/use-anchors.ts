import { useEffect } from 'react';
import { NavigationType, useLocation, useNavigationType } from 'react-router';

/** Goes to the section that the address names, and to the top of a page that is opened by a link. */
export function useAnchors(): void {
  const { pathname, hash, key } = useLocation();
  const how = useNavigationType();
  useEffect(() => {
    const id = decodeURIComponent(hash.slice(1));
    if (id !== '') document.getElementById(id)?.scrollIntoView();
    else if (how !== NavigationType.Pop) window.scrollTo({ top: 0 });
  }, [pathname, hash, key, how]);
}
