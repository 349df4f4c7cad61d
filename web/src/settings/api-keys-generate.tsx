import { TextInput } from '@mantine/core';
import { answered, api } from '../api/client';
import { type components } from '../api/schema';
import { KeyExpiry } from './api-keys-expiry';
import { IssueKey } from './api-keys-issue';
import { KeyNote } from './api-keys-note';

type NewKey = Partial<components['schemas']['CreateKeyDto']>;

/** Asks for a name, a note and an expiry, and generates the key. */
export function GenerateKey({ opened, close }: { opened: boolean; close: () => void }) {
  return (
    <IssueKey<NewKey>
      opened={opened}
      close={close}
      title="Generate a new API key"
      button="Generate"
      initial={{}}
      send={({ name = '', ...more }) =>
        answered(api.POST('/dashboard/keys', { body: { name, ...more } }))
      }
      fields={(form) => (
        <>
          <TextInput
            label="Name"
            description="What the key is for. You can change it later."
            placeholder="Production server"
            required
            withAsterisk={false}
            autoComplete="off"
            data-autofocus
            {...form.text('/name')}
          />
          <KeyNote {...form.text('/note')} />
          <KeyExpiry form={form} />
        </>
      )}
    />
  );
}
