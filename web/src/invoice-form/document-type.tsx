import { SegmentedControl } from '@mantine/core';
import { type Fields } from './fields';
import { type InvoiceValues } from './invoice-values';

const choices = [
  { value: 'invoice', label: 'Invoice' },
  { value: 'quote', label: 'Quote' },
  { value: 'proforma', label: 'Pro forma' },
];

/** What the form makes. */
export function DocumentTypeChoice({ values, fields }: { values: InvoiceValues; fields: Fields }) {
  return (
    <SegmentedControl
      aria-label="Type"
      data={choices}
      value={values.type ?? 'invoice'}
      style={{ alignSelf: 'flex-start' }}
      onChange={(type) => {
        fields.change('/type', type === 'invoice' ? undefined : type);
      }}
    />
  );
}
