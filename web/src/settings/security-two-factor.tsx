import { Alert, Badge, Group, Skeleton, Stack, Text } from '@mantine/core';
import { ExclamationTriangleIcon } from '@heroicons/react/24/outline';
import { moment } from '../ui/formats';
import { LoadProblem } from '../ui/load-problem';
import { type TwoFactorState, useTwoFactor } from './security-two-factor-data';
import { NewRecoveryCodes } from './security-two-factor-codes';
import { TurnOff } from './security-two-factor-off';
import { TurnOn } from './security-two-factor-on';

/** With so few recovery codes the person is told to make new ones. */
const fewCodes = 2;

/** Whether the log-in asks for a code, and the ways to change that. */
export function TwoFactor() {
  const { data: state, error, refetch } = useTwoFactor();
  if (state === undefined) {
    if (error !== null) return <LoadProblem error={error} retry={() => void refetch()} />;
    return <Skeleton h={100} />;
  }
  return (
    <Stack>
      <Text size="sm" c="dimmed">
        With it, a log-in takes your password and a code from an app on your phone, so that a stolen
        password alone opens nothing.
      </Text>
      {state.on && <StateOn state={state} />}
      {/* Stays where it is when the state changes: its dialog shows the recovery codes then. */}
      <TurnOn hidden={state.on} />
      {state.on && (
        <Group>
          <NewRecoveryCodes />
          <TurnOff />
        </Group>
      )}
    </Stack>
  );
}

function StateOn({ state: { since, recovery_codes_left: left } }: { state: TwoFactorState }) {
  return (
    <>
      <Group gap="xs">
        <Badge tt="none">On</Badge>
        {typeof since === 'string' && <Text size="sm">since {moment(since)}</Text>}
      </Group>
      {left > fewCodes ? (
        <Text size="sm">{left} recovery codes are left.</Text>
      ) : (
        <Alert color="yellow" variant="light" icon={<ExclamationTriangleIcon width={20} />}>
          {leftText(left)} Make new ones, or a lost phone locks you out.
        </Alert>
      )}
    </>
  );
}

function leftText(left: number): string {
  if (left === 0) return 'No recovery code is left.';
  return left === 1 ? 'Only 1 recovery code is left.' : `Only ${left} recovery codes are left.`;
}
