import { Center } from '@mantine/core';
import { Navigate, useLocation } from 'react-router';
import { type ReactNode } from 'react';
import { Loading } from '../shell/waiting';
import { LoadProblem } from '../ui/load-problem';
import { useSession } from './session';

interface GuardedProps {
  readonly children: ReactNode;
  /** What visitors see in place of it on the pages that are for everybody. */
  readonly visitors: ReactNode;
}

/** Shows its content to whoever is signed in, and the way to sign in to everybody else. */
export function Guarded({ children, visitors }: GuardedProps) {
  const { data, error, refetch } = useSession();
  const { pathname, search } = useLocation();
  if (data) return children;
  // Help is for those who cannot sign in, too, and for the hour in which the database is away.
  if (isForEverybody(pathname) && (data === null || error !== null)) return visitors;
  if (data === null) {
    const next = pathname === '/' ? '' : `?next=${encodeURIComponent(pathname + search)}`;
    return <Navigate to={`/login${next}`} replace />;
  }
  return (
    <Center component="main" mih="100dvh" p="md">
      {error === null ? <Loading /> : <LoadProblem error={error} retry={() => void refetch()} />}
    </Center>
  );
}

function isForEverybody(pathname: string): boolean {
  return /^\/help(\/|$)/.test(pathname);
}
