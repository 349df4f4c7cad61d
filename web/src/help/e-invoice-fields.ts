import { fields } from './definition.js';

/** The fields of what an invoice says for e-invoices and bookkeepers, under the names of their schemas. */
export const eInvoiceFields = {
  ElectronicAddressDto: fields([
    [
      'scheme',
      'EAS code, required',
      'The kind of address: `0088` GLN, `0204` Leitweg-ID, `9930` German VAT number, `0208` Belgian enterprise number, `EM` e-mail and many more.',
    ],
    ['id', 'text, up to 100, required', 'The address itself.'],
  ]),
  SupplyDto: fields([
    ['date', 'YYYY-MM-DD', 'The day of the supply.'],
    ['name', 'text, up to 200', 'Who received it. Left out: the recipient.'],
    ['address', 'object', 'Where it went.'],
  ]),
  InvoicingPeriodDto: fields([
    ['start', 'YYYY-MM-DD', 'The first day.'],
    ['end', 'YYYY-MM-DD', 'The last day.'],
  ]),
  ReferencesDto: fields([
    ['contract', 'text, up to 100', 'The number of the contract.'],
    ['project', 'text, up to 100', 'The number or name of the project.'],
    ['sales_order', 'text, up to 100', 'Your own number of the order.'],
    ['accounting', 'text, up to 100', 'Where the recipient books it.'],
  ]),
  PrecedingInvoiceDto: fields([
    ['number', 'text, up to 40, required', 'Its number.'],
    ['date', 'YYYY-MM-DD', 'Its date.'],
  ]),
} as const;
