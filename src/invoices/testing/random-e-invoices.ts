import fc from 'fast-check';
import { newOrganization, type Organization } from '../../accounts/organization.js';
import { type EInvoiceFormat } from '../../einvoice/formats.js';
import { currencyDecimals } from '../../money/currency.js';
import { type CompleteRequest } from '../complete-request.js';
import { draftOf } from '../draft.js';
import { type InvoiceDraft } from '../invoice.js';
import { adjustments, day, lines } from './random-lines.js';
import { buyers, randomCountries, sellers } from './random-parties.js';
import { payments } from './random-payments.js';
import { taxSets } from './random-taxes.js';
import { decimal, mostly, paragraphs, perhaps, words } from './random-texts.js';

/** A profile that every format is content with, for requests without a sender of their own. */
export const eInvoiceSeller: Organization = {
  ...newOrganization,
  name: 'Beispiel & Söhne GmbH <Berlin>',
  email: 'rechnung@beispiel.example',
  phone: '+49 30 1234567',
  contact_name: 'Buchhaltung',
  tax_id: 'DE 123 456 789',
  registration_number: '4012345000009',
  registration_scheme: '0088',
  electronic_addresses: [
    { scheme: 'EM', id: 'rechnung@beispiel.example' },
    { scheme: '9930', id: 'DE123456789' },
  ],
  address: {
    line1: 'Straße 1',
    line2: 'Hof',
    city: 'Berlin',
    postal_code: '10115',
    region: 'BE',
    country: 'DE',
  },
  payment: null,
  currency: 'EUR',
};

/** The currencies of random invoices, with what is rounded to where people pay cash. */
const currencies = fc.oneof(
  { weight: 6, arbitrary: fc.constant({ currency: 'EUR' }) },
  {
    weight: 8,
    arbitrary: fc.constantFrom(
      { currency: 'EUR', cash_rounding: '0.05' },
      { currency: 'USD' },
      { currency: 'JPY' },
      { currency: 'HUF', cash_rounding: '5' },
      { currency: 'PLN' },
      { currency: 'CHF', cash_rounding: '0.05' },
      { currency: 'SEK', cash_rounding: '1' },
      { currency: 'NOK', cash_rounding: '1' },
      { currency: 'DKK', cash_rounding: '0.50' },
      { currency: 'ISK', cash_rounding: '0' },
    ),
  },
);

const taxCurrencies = fc.oneof(
  { weight: 4, arbitrary: fc.constant({}) },
  {
    weight: 1,
    arbitrary: fc.record({
      tax_currency: fc.constantFrom('EUR', 'SEK', 'ISK', 'GBP'),
      exchange_rate: fc.oneof(decimal(1, 400, 4), decimal(0, 1, 6)).filter(isPositive),
    }),
  },
);

function isPositive(text: string): boolean {
  return Number(text) > 0;
}

const prepaid = perhaps(fc.oneof(decimal(0, 50, 0), decimal(0, 50, 2), decimal(9_000, 90_000, 0)));

const dues = fc.oneof(
  fc.record({ payment_terms_days: fc.integer({ min: 0, max: 90 }) }),
  fc.constantFrom({ due_date: day(30) }, {}),
);

const terms = perhaps(
  fc.oneof(
    paragraphs,
    fc.constantFrom(
      'Net 14\n#SKONTO#TAGE=14#PROZENT=2.00#',
      '#SKONTO#TAGE=7#PROZENT=3.00#\n#SKONTO#TAGE=14#PROZENT=2.00#BASISBETRAG=100.00#\nNet 30',
    ),
  ),
);

const particulars = fc.record({
  delivery: mostly(
    fc.record({
      date: mostly(fc.constant(day(-3))),
      name: perhaps(words),
      address: mostly(
        fc.constant({ line1: 'Rampe 3', city: 'Lyon', postal_code: '69001', country: 'FR' }),
      ),
    }),
  ),
  period: fc.constantFrom(
    undefined,
    { start: day(-30), end: day(30) },
    { start: day(-30) },
    { end: day(30) },
  ),
  references: fc.record(
    { contract: words, project: words, sales_order: words, accounting: words },
    { requiredKeys: [] },
  ),
  preceding_invoices: fc.array(
    fc.constantFrom({ number: 'INV-1', date: day(-60) }, { number: 'R & <2>' }),
    { maxLength: 1 },
  ),
  reference: perhaps(words),
});

/** Requests of invoices of all countries and VAT categories; formats refuse a few of them. */
export const eInvoiceRequests: fc.Arbitrary<CompleteRequest> = fc
  .record({
    from: fc.constantFrom(...randomCountries),
    to: fc.constantFrom(...randomCountries),
    isWithin: fc.boolean(),
  })
  .chain(({ from, to, isWithin }) =>
    taxSets(from).chain(({ taxes, seller, buyer }) =>
      fc
        .record({
          organization: sellers({ country: from, identity: seller }),
          recipient: buyers({ country: isWithin ? from : to, identity: buyer }),
          money: currencies,
          taxation: taxCurrencies,
          due: dues,
          particulars,
          language: fc.constantFrom('en', 'de', 'fr', 'el', 'ja', 'ar'),
          second_language: fc.constantFrom(undefined, 'sv', 'pl'),
          line_items: fc.oneof(
            fc.array(lines(taxes), { minLength: 1, maxLength: 8 }),
            fc.array(lines(taxes), { minLength: 1, maxLength: 60, size: 'max' }),
          ),
          discounts: adjustments(taxes),
          charges: adjustments(taxes),
          prices_include_tax: fc.boolean(),
          prepaid_amount: prepaid,
          payment: mostly(payments),
          notes: perhaps(paragraphs),
          terms,
        })
        .map(completed),
    ),
  );

type Parts = Pick<CompleteRequest, 'recipient' | 'line_items'> & {
  readonly money: { readonly currency: string; readonly cash_rounding?: string };
  readonly taxation: { readonly tax_currency?: string; readonly exchange_rate?: string };
  readonly due: object;
  readonly particulars: object;
};

function completed({ money, taxation, due, particulars: more, ...request }: Parts) {
  const isTaxedElsewhere = taxation.tax_currency !== money.currency;
  return inWholeUnits({
    ...request,
    ...money,
    ...(isTaxedElsewhere && taxation),
    ...due,
    ...more,
  });
}

/** Yen and krónur have no decimals. */
function inWholeUnits(request: CompleteRequest): CompleteRequest {
  if (currencyDecimals(request.currency ?? '') !== 0) return request;
  const whole = <T extends { amount?: unknown }>(part: T): T =>
    part.amount == null ? part : { ...part, amount: String(Math.round(Number(part.amount))) };
  return {
    ...request,
    line_items: request.line_items.map((line) => ({
      ...line,
      ...(line.discount && { discount: whole(line.discount) }),
    })),
    discounts: request.discounts?.map(whole),
    charges: request.charges?.map(whole),
    prepaid_amount: String(Math.round(Number(request.prepaid_amount ?? '0'))),
  };
}

/** The invoice of such a request, or nothing where its figures are impossible. */
export function eInvoiceDraft(
  request: CompleteRequest,
  format: EInvoiceFormat,
): InvoiceDraft | undefined {
  const ownSeller = { ...newOrganization, name: eInvoiceSeller.name, currency: 'EUR' };
  const result = draftOf(
    { ...request, format },
    {
      organization: request.organization === undefined ? eInvoiceSeller : ownSeller,
      today: day(0),
      source: 'api',
      templateVersion: () => 'clean-2',
    },
  );
  return result.ok ? result.draft : undefined;
}
