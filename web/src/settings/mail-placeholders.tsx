import { Button, Group, Text } from '@mantine/core';

/** What a text of a mail may name, in words. */
const placeholders = {
  invoice_number: 'Invoice number',
  document_title: 'Title',
  recipient_name: 'Recipient',
  organization_name: 'Your organization',
  total: 'Total',
  date: 'Date',
  due_date: 'Due date',
  reference: 'Reference',
} as const;

interface PlaceholdersProps {
  readonly into: 'subject' | 'message';
  readonly insert: (placeholder: string) => void;
}

/** Buttons that put a placeholder where the cursor is. */
export function Placeholders({ into, insert }: PlaceholdersProps) {
  return (
    <div role="group" aria-labelledby="placeholders">
      <Text size="sm" id="placeholders" mb={6}>
        Insert into the {into}
      </Text>
      <Group gap={6}>
        {Object.entries(placeholders).map(([name, label]) => (
          <Button
            key={name}
            variant="default"
            size="compact-sm"
            onClick={() => {
              insert(name);
            }}
          >
            {label}
          </Button>
        ))}
      </Group>
      <Text size="sm" c="dimmed" mt="xs">
        A line that names something an invoice does not have, such as a due date, is left out of its
        mail.
      </Text>
    </div>
  );
}
