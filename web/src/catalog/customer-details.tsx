import { Paper } from '@mantine/core';
import { Fragment } from 'react';
import { addressLines } from '../invoices/address-lines';
import { addressText, registers } from '../ui/identifier-schemes';
import { languages } from '../ui/languages';
import { type Customer } from './catalog-data';
import styles from './catalog.module.css';

/** What is stored of a customer. */
export function CustomerDetails({ customer }: { customer: Customer }) {
  const { address, payment_terms_days: days } = customer;
  const known: readonly (readonly [string, string | null | undefined])[] = [
    ['E-mail', customer.email],
    ['Phone', customer.phone],
    ['Website', customer.website],
    ['Address', addressLines(address ?? undefined).join('\n')],
    ['Tax ID', customer.tax_id],
    ['Registration number', customer.registration_number],
    [
      'Register',
      registers.find(({ value }) => value === customer.registration_scheme)?.label ??
        customer.registration_scheme,
    ],
    ['Contact', customer.contact_name],
    ['Buyer reference', customer.buyer_reference],
    ['Electronic addresses', customer.electronic_addresses?.map(addressText).join('\n')],
    ['External ID', customer.external_id],
    ['Language', languages.find(({ value }) => value === customer.language)?.label],
    ['Currency', customer.currency],
    ['Payment terms', days === null ? null : days === 1 ? '1 day' : `${days} days`],
    ['Notes', customer.notes],
    ['ID', customer.id],
  ];
  return (
    <Paper withBorder p="md">
      <dl className={styles['details']}>
        {known
          .filter(([, text]) => text != null && text !== '')
          .map(([name, text]) => (
            <Fragment key={name}>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </Fragment>
          ))}
      </dl>
    </Paper>
  );
}
