import { SimpleGrid, Text, TextInput } from '@mantine/core';
import { type Fields } from './fields';

/** Where this invoice is to be paid, if not where the organization always is. */
export function Payment({ fields }: { fields: Fields }) {
  const field = (name: string) => ({ autoComplete: 'off', ...fields.text(`/payment/${name}`) });
  return (
    <>
      <Text size="sm" c="dimmed">
        Left empty, the invoice shows the payment details of your organization.
      </Text>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <TextInput label="IBAN" {...field('iban')} />
        <TextInput label="BIC" {...field('bic')} />
        <TextInput label="Account holder" {...field('account_name')} />
        <TextInput label="Payment reference" {...field('reference')} />
      </SimpleGrid>
    </>
  );
}
