import { Select, Text } from '@mantine/core';
import { invoiceFormats, pdfOnly } from '../ui/e-invoice-formats';
import { ElectronicAddresses } from '../ui/electronic-addresses';
import { type JsonForm } from '../ui/json-form';
import { RouteLink } from '../ui/link';
import { Section } from '../ui/section';
import { type Profile } from './organization-profile';

/** What invoices are made as unless they say otherwise, and where e-invoices are answered to. */
export function EInvoiceSection({ form }: { form: JsonForm<Profile> }) {
  const pointer = '/e_invoice_format';
  const { name, value, error } = form.text(pointer);
  const format = value === '' ? pdfOnly : value;
  return (
    <Section title="E-invoices">
      <Select
        label="Invoices are made as"
        description={invoiceFormats.find((known) => known.value === format)?.help}
        data={invoiceFormats.map((known) => ({ value: known.value, label: known.label }))}
        allowDeselect={false}
        {...{ name, error }}
        value={format}
        onChange={(next) => {
          form.change(pointer, next === pdfOnly ? undefined : (next ?? undefined));
        }}
      />
      <ElectronicAddresses
        fields={form}
        pointer="/electronic_addresses"
        addresses={form.values.electronic_addresses}
        help="What you are reached by in networks of e-invoices."
      />
      <Text size="sm" c="dimmed">
        Each invoice can choose another format.{' '}
        <RouteLink to="/help/e-invoices" inherit underline="always">
          Which one for whom
        </RouteLink>
      </Text>
    </Section>
  );
}
