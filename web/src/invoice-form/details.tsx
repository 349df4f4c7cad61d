import { Select, SimpleGrid, Switch, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { answered, api } from '../api/client';
import { type Session } from '../session/session';
import { documentNoun } from '../invoices/document-type';
import { todayIn } from '../ui/days';
import { DocumentTypeChoice } from './document-type';
import { type Fields } from './fields';
import { type InvoiceValues } from './invoice-values';
import { Languages } from './languages';
import { PaymentDue } from './payment-due';
import { currencies } from '../ui/regions';

interface DetailsProps {
  readonly values: InvoiceValues;
  readonly fields: Fields;
  readonly organization: Session['organization'];
  /** Whether it comes again and again: a schedule gives each its number and date. */
  readonly repeats: boolean;
}

/** Number, dates, currency: what stands at the head of the invoice. */
export function Details({ values, fields, organization, repeats }: DetailsProps) {
  const { type = 'invoice' } = values;
  const { data: next } = useQuery({
    queryKey: ['next-number', type],
    queryFn: () => answered(api.GET('/dashboard/next-number', { params: { query: { type } } })),
  });
  const date = fields.text('/date');
  const currency = fields.text('/currency');
  return (
    <>
      {!repeats && <DocumentTypeChoice {...{ values, fields }} />}
      <SimpleGrid cols={{ base: 1, xs: 2, sm: 3 }} spacing="sm">
        {!repeats && (
          <>
            <TextInput
              label={type === 'proforma' ? 'Number' : `${documentNoun(type)} number`}
              placeholder={next && `${next.invoice_number} (automatic)`}
              autoComplete="off"
              {...fields.text('/invoice_number')}
            />
            <TextInput
              label="Date"
              type="date"
              {...date}
              value={date.value === '' ? todayIn(organization.time_zone) : date.value}
            />
          </>
        )}
        {type === 'quote' ? (
          <TextInput label="Valid until" type="date" {...fields.text('/valid_until')} />
        ) : (
          <PaymentDue
            values={values}
            fields={fields}
            usualDays={organization.payment_terms_days}
            repeats={repeats}
          />
        )}
        <Select
          label="Currency"
          data={currencies}
          searchable
          limit={200}
          nothingFoundMessage="No such currency"
          name={currency.name}
          error={currency.error}
          onBlur={currency.onBlur}
          value={values.currency ?? organization.currency ?? null}
          allowDeselect={false}
          onChange={(code) => {
            fields.change(
              '/currency',
              code === organization.currency ? undefined : (code ?? undefined),
            );
          }}
        />
        <TextInput label="Purchase order" autoComplete="off" {...fields.text('/reference')} />
        <Switch
          label="Prices include tax"
          name="/prices_include_tax"
          mt={{ xs: 30 }}
          checked={values.prices_include_tax === true}
          onChange={({ currentTarget }) => {
            fields.change('/prices_include_tax', currentTarget.checked ? true : undefined);
          }}
        />
        <Languages values={values} fields={fields} organization={organization} />
      </SimpleGrid>
    </>
  );
}
