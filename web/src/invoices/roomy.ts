import { useMediaQuery } from '@mantine/hooks';

/** Whether there is room for more than the necessary, so not on a phone. */
export function useRoomy(): boolean {
  return useMediaQuery('(min-width: 48em)', undefined, { getInitialValueInEffect: false });
}
