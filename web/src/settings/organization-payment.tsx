import { Select, SimpleGrid, TextInput } from '@mantine/core';
import { type JsonForm } from '../ui/json-form';
import { linkExample, linkHelp, mayLink, paymentCodes } from '../ui/payment-codes';
import { paymentMeans, usualMeans } from '../ui/payment-means';
import { Section } from '../ui/section';
import { type Profile } from './organization-profile';

interface PaymentProps {
  readonly form: JsonForm<Profile>;
}

/** Where customers are asked to pay, and by which code. */
export function PaymentSection({ form }: PaymentProps) {
  const field = (name: string) => ({ autoComplete: 'off', ...form.text(`/payment/${name}`) });
  return (
    <Section title="Payment details">
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <TextInput label="IBAN" {...field('iban')} />
        <TextInput label="BIC" {...field('bic')} />
        <TextInput label="Account holder" {...field('account_name')} />
        <TextInput label="Payment reference" {...field('reference')} />
        <PaymentMeans form={form} />
        <TextInput
          label="Creditor identifier"
          placeholder="For direct debits (SEPA)"
          {...field('creditor_id')}
        />
      </SimpleGrid>
      <PaymentCode form={form} />
    </Section>
  );
}

/** How invoices are paid, as e-invoices tell it. */
function PaymentMeans({ form }: PaymentProps) {
  const { name, value, error } = form.text('/payment/means');
  return (
    <Select
      label="Means of payment"
      placeholder={usualMeans}
      data={paymentMeans}
      clearable
      clearButtonProps={{ 'aria-label': 'No means of payment' }}
      {...{ name, error }}
      value={value === '' ? null : value}
      onChange={(means) => {
        form.change('/payment/means', means ?? undefined);
      }}
    />
  );
}

function PaymentCode({ form }: PaymentProps) {
  const { name, error } = form.text('/payment/code');
  const { code = 'none', link } = form.values.payment ?? {};
  return (
    <>
      <Select
        label="Payment code"
        description={paymentCodes.find(({ value }) => value === code)?.help}
        data={paymentCodes}
        allowDeselect={false}
        name={name}
        error={error}
        value={code}
        onChange={(next) => {
          form.change('/payment/code', next === 'none' ? undefined : (next ?? undefined));
        }}
      />
      {(mayLink(code) || link !== undefined) && (
        <TextInput
          label="Link to pay at"
          description={linkHelp}
          placeholder={linkExample}
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          {...form.text('/payment/link')}
        />
      )}
    </>
  );
}
