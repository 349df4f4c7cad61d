import { Text } from '@mantine/core';
import { SecretText, ShownOnce } from '../ui/shown-once';
import { type IssuedKey } from './api-keys-data';

interface KeyShownOnceProps {
  readonly issued: IssuedKey;
  readonly onStored: () => void;
}

/** The only sight of a key, with a command that uses it. */
export function KeyShownOnce({ issued, onStored }: KeyShownOnceProps) {
  return (
    <ShownOnce
      lead={
        <Text>
          This is the only time the key “{issued.name}” is shown. Store it now, such as in a
          password manager or in your server’s secrets.
        </Text>
      }
      secret={<SecretText label="API key" text={issued.key} copyLabel="Copy key" />}
      warning="Store the key before you leave this page. It cannot be shown again."
      stored="I have stored it"
      onStored={onStored}
    >
      <Text size="sm">
        Try it: this command makes an invoice and saves it as <code>invoice.pdf</code>.
      </Text>
      <SecretText label="Command" text={command(issued.key)} copyLabel="Copy command" />
    </ShownOnce>
  );
}

const example = {
  recipient: { name: 'Acme Corp', email: 'billing@acme.com' },
  line_items: [{ description: 'Consulting services', quantity: 10, unit_price: 150 }],
};

function command(key: string): string {
  return [
    `curl -X POST ${window.location.origin}/generate`,
    `-H "Authorization: Bearer ${key}"`,
    '-H "Content-Type: application/json"',
    `-d '${JSON.stringify(example)}'`,
    '-o invoice.pdf',
  ].join(' \\\n  ');
}
