import { Textarea } from '@mantine/core';
import { type Dispatch } from 'react';
import { type Session } from '../session/session';
import { Section } from '../ui/section';
import { Attachments } from './attachments';
import { type Fields } from './fields';
import { Fold } from './fold';
import { type FormAction } from './form-state';
import { type InvoiceValues } from './invoice-values';
import { Looks } from './looks';
import { Payment } from './payment';

interface NotesAndPaymentProps {
  readonly values: InvoiceValues;
  readonly fields: Fields;
  readonly organization: Session['organization'];
  readonly opened: ReadonlySet<string>;
  readonly dispatch: Dispatch<FormAction>;
}

/** What stands below the figures; a quote says nothing about payment. */
export function NotesAndPayment(props: NotesAndPaymentProps) {
  const { values, fields, organization, opened, dispatch } = props;
  const isQuote = values.type === 'quote';
  return (
    <Section title={isQuote ? 'Notes' : 'Notes and payment'}>
      <Textarea label="Notes" autosize minRows={2} maxRows={12} {...fields.text('/notes')} />
      <Textarea label="Terms" autosize minRows={2} maxRows={12} {...fields.text('/terms')} />
      {!isQuote && (
        <Fold label="Other payment details" part="payment" {...{ opened, dispatch }}>
          <Payment {...{ values, fields, organization }} />
        </Fold>
      )}
      <Attachments {...{ values, fields, opened, dispatch }} />
      <Fold label="Another layout" part="looks" {...{ opened, dispatch }}>
        <Looks {...{ values, fields, organization }} />
      </Fold>
    </Section>
  );
}
