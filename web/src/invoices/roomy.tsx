import { useMediaQuery } from '@mantine/hooks';
import { type ComponentType } from 'react';

/** Whether there is room for more than the necessary, so not on a phone. */
export function useRoomy(): boolean {
  return useMediaQuery('(min-width: 48em)', undefined, { getInitialValueInEffect: false });
}

/** How a button with a picture looks: the picture gives way where there is little room. */
export function useLook() {
  const roomy = useRoomy();
  return (Icon: ComponentType<{ width: number }>) =>
    roomy ? { leftSection: <Icon width={18} /> } : { px: 'sm' };
}
