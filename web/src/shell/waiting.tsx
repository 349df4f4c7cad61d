import { Center, Loader } from '@mantine/core';
import { type ReactNode, Suspense } from 'react';

/** Keeps the place of a screen while its chunk is on the way. */
export function Waiting({ children }: { children: ReactNode }) {
  return <Suspense fallback={<Loading />}>{children}</Suspense>;
}

/** Says that something is on its way, to the eye and to a screen reader. */
export function Loading() {
  return (
    <Center mih="60dvh" role="status" aria-label="Loading">
      <Loader />
    </Center>
  );
}
