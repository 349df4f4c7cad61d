import { type FieldName } from './import-data';

interface FieldGroup {
  readonly group: string;
  readonly items: readonly { readonly value: FieldName; readonly label: string }[];
}

const group = (name: string, labels: Partial<Record<FieldName, string>>): FieldGroup => ({
  group: name,
  items: Object.entries(labels).map(([value, label]) => ({ value: value as FieldName, label })),
});

/** What a column can become, in the words of the form for invoices. */
export const fieldGroups: readonly FieldGroup[] = [
  group('Invoice', {
    invoice_key: 'Key of the invoice (not printed)',
    invoice_number: 'Invoice number',
    series: 'Number series',
    date: 'Date',
    due_date: 'Due date',
    payment_terms_days: 'Due in days',
    currency: 'Currency (ISO code)',
    language: 'Language',
    reference: 'Purchase order',
    notes: 'Notes',
    terms: 'Terms',
    expected_total: 'Total, to be compared',
  }),
  group('Recipient', {
    recipient_name: 'Recipient: name (needed)',
    recipient_email: 'Recipient: e-mail',
    recipient_phone: 'Recipient: phone',
    recipient_tax_id: 'Recipient: tax number',
    recipient_line1: 'Recipient: street',
    recipient_line2: 'Recipient: second address line',
    recipient_postal_code: 'Recipient: postal code',
    recipient_city: 'Recipient: city',
    recipient_region: 'Recipient: state or region',
    recipient_country: 'Recipient: country (ISO code)',
  }),
  group('Line', {
    description: 'Description (needed)',
    details: 'Details',
    quantity: 'Quantity (without it: 1)',
    unit: 'Unit',
    unit_price: 'Unit price (needed)',
    tax_rate: 'Tax rate %',
    tax_name: 'Tax name',
    discount_percent: 'Discount %',
    discount_amount: 'Discount amount',
  }),
];
