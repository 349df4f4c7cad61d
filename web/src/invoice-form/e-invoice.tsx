import { Select, SimpleGrid, TextInput } from '@mantine/core';
import { type Dispatch } from 'react';
import { type Session } from '../session/session';
import { eInvoiceFormat, invoiceFormats, pdfOnly } from '../ui/e-invoice-formats';
import { ElectronicAddresses } from '../ui/electronic-addresses';
import { Section } from '../ui/section';
import { Delivery } from './delivery';
import { type Fields } from './fields';
import { Fold } from './fold';
import { eInvoicePart, recipientsPart } from './form-parts';
import { type FormAction } from './form-state';
import { type InvoiceValues } from './invoice-values';
import { References } from './references';

interface EInvoiceProps {
  readonly values: InvoiceValues;
  readonly fields: Fields;
  readonly organization: Session['organization'];
  readonly opened: ReadonlySet<string>;
  readonly dispatch: Dispatch<FormAction>;
}

/** What e-invoices say beside what every invoice says; most of it is printed as well. */
export function EInvoice({ values, fields, organization, opened, dispatch }: EInvoiceProps) {
  const mayBeOne = values.type === undefined;
  const closed = mayBeOne ? 'Add a format, delivery or references' : 'Add delivery or references';
  const label = opened.has(eInvoicePart)
    ? 'Delivery and references'
    : (summary(values, organization) ?? closed);
  return (
    <Section title={mayBeOne ? 'E-invoice' : 'Delivery and references'}>
      <Fold part={eInvoicePart} {...{ label, opened, dispatch }}>
        <Format {...{ values, fields, organization }} />
        <Reached {...{ values, fields }} />
        <Delivery {...{ values, fields }} />
        <References {...{ values, fields }} />
      </Fold>
    </Section>
  );
}

/** What an invoice is made as; quotes and pro forma invoices are never e-invoices. */
function Format({ values, fields, organization }: Omit<EInvoiceProps, 'opened' | 'dispatch'>) {
  if (values.type !== undefined) return null;
  const usual = organization.e_invoice_format ?? pdfOnly;
  const format = values.format ?? usual;
  const { name, error, onBlur } = fields.text('/format');
  return (
    <Select
      label="Made as"
      description={invoiceFormats.find(({ value }) => value === format)?.help}
      data={invoiceFormats.map(({ value, label }) => ({ value, label }))}
      allowDeselect={false}
      {...{ name, error, onBlur }}
      value={format}
      onChange={(next) => {
        fields.change('/format', next === usual ? undefined : (next ?? undefined));
      }}
    />
  );
}

/** How the recipient sorts and gets e-invoices. */
function Reached({ values, fields }: Pick<EInvoiceProps, 'values' | 'fields'>) {
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <TextInput
          label="Buyer reference"
          placeholder="Of authorities: the Leitweg-ID"
          autoComplete="off"
          {...fields.text('/recipient/buyer_reference')}
        />
        <TextInput
          label="Contact at the recipient"
          autoComplete="off"
          {...fields.text('/recipient/contact_name')}
        />
      </SimpleGrid>
      <ElectronicAddresses
        fields={fields}
        pointer="/recipient/electronic_addresses"
        addresses={values.recipient?.electronic_addresses}
        help="Where e-invoices reach the recipient."
      />
    </>
  );
}

/** Whether the part is to be seen from the start. */
export function opensEInvoice(
  values: InvoiceValues,
  organization: Session['organization'],
): boolean {
  const { delivery, period, references, preceding_invoices: preceding, recipient } = values;
  const parts = [delivery, period, references, preceding, chosenFormat(values, organization)];
  return [...parts, ...recipientsPart.map((name) => recipient?.[name])].some(
    (part) => part !== undefined,
  );
}

/** The e-invoice that the form makes, if any. */
export function chosenFormat(
  { type, format }: InvoiceValues,
  { e_invoice_format: usual }: Session['organization'],
) {
  return type === undefined ? eInvoiceFormat(format ?? usual) : undefined;
}

function summary(values: InvoiceValues, organization: Session['organization']): string | undefined {
  const { contract, project } = values.references ?? {};
  const format = chosenFormat(values, organization)?.label;
  const known = [format, values.recipient?.buyer_reference, contract, project].filter(Boolean);
  return known.length > 0 ? known.join(', ') : undefined;
}
