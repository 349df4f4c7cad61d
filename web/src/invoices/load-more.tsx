import { Button, Center, Stack } from '@mantine/core';
import { useIntersection } from '@mantine/hooks';
import { useEffect } from 'react';
import { LoadProblem } from '../ui/load-problem';

interface LoadMoreProps {
  readonly busy: boolean;
  readonly error: unknown;
  readonly load: () => void;
}

/** Loads the next page before its place is reached; by hand where that does not happen. */
export function LoadMore({ busy, error, load }: LoadMoreProps) {
  const { ref, entry } = useIntersection({ rootMargin: '0px 0px 600px 0px' });
  const near = entry?.isIntersecting === true && !busy && error === null;
  useEffect(() => {
    if (near) load();
  }, [near, load]);
  if (error !== null) return <LoadProblem error={error} retry={load} />;
  return (
    <Center ref={ref} component={Stack}>
      <Button variant="default" loading={busy} onClick={load}>
        Load more
      </Button>
    </Center>
  );
}
