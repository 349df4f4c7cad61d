import { Select, SimpleGrid, Text, TextInput } from '@mantine/core';
import { type Session } from '../session/session';
import { linkExample, linkHelp, mayLink, paymentCodes } from '../ui/payment-codes';
import { type Fields } from './fields';
import { type InvoiceValues } from './invoice-values';
import { PaymentMeans } from './payment-means';

interface PaymentProps {
  readonly values: InvoiceValues;
  readonly fields: Fields;
  readonly organization: Session['organization'];
}

const asAlways = 'as-always';
const codes = [{ value: asAlways, label: 'As in your organization' }, ...paymentCodes];

/** Where and by which code this invoice is to be paid, if not as the organization always is. */
export function Payment({ values, fields, organization }: PaymentProps) {
  const field = (name: string) => ({ autoComplete: 'off', ...fields.text(`/payment/${name}`) });
  return (
    <>
      <Text size="sm" c="dimmed">
        Left empty, the invoice shows the payment details of your organization. Another account
        replaces them all, a reference alone only the reference.
      </Text>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <TextInput label="IBAN" {...field('iban')} />
        <TextInput label="BIC" {...field('bic')} />
        <TextInput label="Account holder" {...field('account_name')} />
        <TextInput label="Payment reference" {...field('reference')} />
      </SimpleGrid>
      <PaymentMeans {...{ values, fields, organization }} />
      <PaymentCode values={values} fields={fields} />
    </>
  );
}

function PaymentCode({ values, fields }: Omit<PaymentProps, 'organization'>) {
  const { name, error, onBlur } = fields.text('/payment/code');
  const { code = asAlways, link } = values.payment ?? {};
  return (
    <>
      <Select
        label="Payment code"
        description={paymentCodes.find(({ value }) => value === code)?.help}
        data={codes}
        allowDeselect={false}
        {...{ name, error, onBlur }}
        value={code}
        onChange={(next) => {
          fields.change('/payment/code', next === asAlways ? undefined : (next ?? undefined));
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
          {...fields.text('/payment/link')}
        />
      )}
    </>
  );
}
