import { Radio, Stack, Text } from '@mantine/core';
import { answered, api } from '../api/client';
import { type components } from '../api/schema';
import { type ApiKey } from './api-keys-data';
import { IssueKey } from './api-keys-issue';

type Rotation = components['schemas']['RotateKeyDto'];

const overlaps = [
  ['24h', '24 hours'],
  ['7d', '7 days'],
  ['1h', '1 hour'],
  ['0', 'Not at all: it has leaked'],
] as const;

/** Replaces a key by a new one, beside which the old one works on for as long as it takes to change over. */
export function RotateKey({ apiKey, close }: { apiKey: ApiKey | undefined; close: () => void }) {
  return (
    <IssueKey<Rotation>
      opened={apiKey !== undefined}
      close={close}
      title="Rotate the API key"
      button="Rotate"
      initial={{ overlap: '24h' }}
      send={(body) =>
        answered(
          api.POST('/dashboard/keys/{id}/rotate', {
            params: { path: { id: apiKey?.id ?? '' } },
            body,
          }),
        )
      }
      fields={(form) => (
        <>
          <Text style={{ overflowWrap: 'anywhere' }}>
            A new key takes the place of “{apiKey?.name}” (<code>{apiKey?.obscured}</code>). Put it
            where the old one is used before the old one stops working.
          </Text>
          <Radio.Group
            label="The old key works on for"
            value={form.values.overlap}
            error={form.error('/overlap')}
            onChange={(value) => {
              form.change('/overlap', value);
            }}
          >
            <Stack gap="xs" mt="xs">
              {overlaps.map(([value, label]) => (
                <Radio
                  key={value}
                  value={value}
                  label={label}
                  name="/overlap"
                  data-autofocus={value === '24h' || undefined}
                />
              ))}
            </Stack>
          </Radio.Group>
        </>
      )}
    />
  );
}
