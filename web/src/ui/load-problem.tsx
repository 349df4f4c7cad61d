import { Button, Stack } from '@mantine/core';
import { asProblem } from '../api/problem';
import { ProblemAlert } from './problem-alert';

/** Stands where data would stand, when it could not be read. */
export function LoadProblem({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <Stack align="flex-start">
      <ProblemAlert problem={asProblem(error)} />
      <Button variant="default" onClick={retry}>
        Try again
      </Button>
    </Stack>
  );
}
