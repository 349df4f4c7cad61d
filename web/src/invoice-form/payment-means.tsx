import { Select, SimpleGrid, TextInput } from '@mantine/core';
import { isCard, isDebit, meansText, paymentMeans, usualMeans } from '../ui/payment-means';
import { type Session } from '../session/session';
import { type Fields } from './fields';
import { type InvoiceValues } from './invoice-values';

interface PaymentMeansProps {
  readonly values: InvoiceValues;
  readonly fields: Fields;
  readonly organization: Session['organization'];
}

/** How this invoice is paid, with what only debits and cards need. */
export function PaymentMeans({ values, fields, organization }: PaymentMeansProps) {
  const field = (name: string) => ({ autoComplete: 'off', ...fields.text(`/payment/${name}`) });
  const { name, error, onBlur } = field('means');
  const filled = (...names: string[]) => names.some((one) => field(one).value !== '');
  const means = values.payment?.means;
  const usual = organization.payment?.means;
  const chosen = means ?? usual;
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
      <Select
        label="Means of payment"
        placeholder={usual === undefined ? usualMeans : meansText(usual)}
        data={paymentMeans}
        clearable
        clearButtonProps={{ 'aria-label': 'As in your organization' }}
        data-speaks-for="/payment"
        {...{ name, error, onBlur }}
        value={means ?? null}
        onChange={(next) => {
          fields.change('/payment/means', next ?? undefined);
        }}
      />
      {(isDebit(chosen) || filled('mandate', 'debited_iban')) && (
        <>
          <TextInput label="Mandate reference" {...field('mandate')} />
          <TextInput label="Debited IBAN" {...field('debited_iban')} />
          <TextInput
            label="Creditor identifier"
            placeholder={organization.payment?.creditor_id ?? ''}
            {...field('creditor_id')}
          />
        </>
      )}
      {(isCard(chosen) || filled('card_last_digits')) && (
        <>
          <TextInput
            label="Last digits of the card"
            placeholder="4 to 6 digits, never more"
            inputMode="numeric"
            {...field('card_last_digits')}
          />
          <TextInput label="Card holder" {...field('card_holder')} />
        </>
      )}
    </SimpleGrid>
  );
}
