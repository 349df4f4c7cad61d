import { Anchor, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type TextField } from '../ui/json-form';

/** The second step of a log-in: the code of the app, or a recovery code in the same field. */
export function CodeField(field: TextField) {
  const [recovery, setRecovery] = useState(false);
  return (
    <Stack gap="xs">
      <TextInput
        label={recovery ? 'Recovery code' : 'Code'}
        description={
          recovery
            ? 'One of the ten that you have stored. It works once.'
            : 'The six digits that your authenticator app shows.'
        }
        autoComplete="one-time-code"
        // A keyboard of digits has no letters for a recovery code.
        inputMode={recovery ? 'text' : 'numeric'}
        autoCapitalize="characters"
        spellCheck={false}
        required
        withAsterisk={false}
        autoFocus
        data-autofocus
        {...field}
      />
      <Text size="sm">
        <Anchor
          component="button"
          type="button"
          inherit
          underline="always"
          onClick={() => {
            setRecovery(!recovery);
          }}
        >
          {recovery ? 'Use the authenticator app' : 'Use a recovery code'}
        </Anchor>
      </Text>
    </Stack>
  );
}
