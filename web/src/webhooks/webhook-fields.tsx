import { Checkbox, Stack, TextInput } from '@mantine/core';
import { type JsonForm } from '../ui/json-form';
import { allEvents, eventLabels } from './webhook-words';
import { type WebhookRequest } from './webhooks-data';

/** What is said of a webhook: its address, what it is for, and what it is told of. */
export function WebhookFields({ form }: { form: JsonForm<Partial<WebhookRequest>> }) {
  return (
    <>
      <TextInput
        label="URL"
        description="An https address of your own server."
        placeholder="https://shop.example/webhooks/finvo"
        type="url"
        required
        withAsterisk={false}
        autoComplete="off"
        data-autofocus
        {...form.text('/url')}
      />
      <TextInput
        label="Description (optional)"
        placeholder="Shop"
        autoComplete="off"
        {...form.text('/description')}
      />
      <Checkbox.Group
        label="Events"
        value={form.values.events ?? []}
        error={form.error('/events')}
        onChange={(events) => {
          form.change('/events', events);
        }}
      >
        <Stack gap="xs" mt="xs">
          {allEvents.map((event) => (
            <Checkbox
              key={event}
              value={event}
              label={eventLabels[event]}
              description={<code>{event}</code>}
            />
          ))}
        </Stack>
      </Checkbox.Group>
    </>
  );
}
