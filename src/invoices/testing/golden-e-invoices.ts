import { type EInvoiceFormat } from '../../einvoice/formats.js';
import { type CompleteLine, type CompleteRequest } from '../complete-request.js';
import { type RandomDocument } from './random-credit-notes.js';

/** A document whose XML is kept, in the formats that have something to say about it. */
export interface GoldenEInvoice extends RandomDocument {
  readonly name: string;
  readonly formats: readonly EInvoiceFormat[];
}

const plain = ['cii', 'ubl'] as const;
const german = ['cii', 'ubl', 'xrechnung-cii', 'xrechnung-ubl', 'peppol-ubl'] as const;
const network = ['cii', 'ubl', 'peppol-ubl'] as const;

const line = (tax: string | NonNullable<CompleteLine['taxes']>[number]): CompleteLine => ({
  description: 'Beratung',
  quantity: '10',
  unit: 'Stunden',
  unit_price: '150.00',
  taxes: [typeof tax === 'string' ? { name: 'USt.', rate: tax } : tax],
});
const exempt = (category: 'E' | 'AE' | 'K' | 'G' | 'O' | 'Z'): CompleteLine =>
  line({ name: 'USt.', rate: '0', category });

const inGermany: CompleteRequest['recipient'] = {
  name: 'Stadt Musterstadt',
  email: 'eingang@musterstadt.example',
  buyer_reference: '04011000-12345-03',
  electronic_addresses: [{ scheme: '0204', id: '04011000-12345-03' }],
  address: { line1: 'Platz 1', city: 'Musterstadt', postal_code: '20095', country: 'DE' },
};
const inFrance: CompleteRequest['recipient'] = {
  name: 'Client & Fils SARL',
  tax_id: 'FR12345678901',
  registration_number: '123456782',
  registration_scheme: '0002',
  buyer_reference: 'Achats <4711>',
  electronic_addresses: [{ scheme: '0002', id: '123456782' }],
  address: { line1: '1 rue de Lyon', city: 'Lyon', postal_code: '69001', country: 'FR' },
};
const inSwitzerland: CompleteRequest['recipient'] = {
  name: 'Käufer AG',
  buyer_reference: 'Einkauf',
  electronic_addresses: [{ scheme: '9927', id: 'CHE123456789MWST' }],
  address: { line1: 'Gasse 2', city: 'Zürich', postal_code: '8001', country: 'CH' },
};

const transfer = { iban: 'DE89 3704 0044 0532 0130 00', bic: 'COBADEFFXXX', reference: 'RE-1' };

function request(more: Partial<CompleteRequest>): CompleteRequest {
  return {
    recipient: inGermany,
    line_items: [line('19')],
    currency: 'EUR',
    language: 'de',
    due_date: '2026-02-02',
    payment: transfer,
    delivery: { date: '2026-01-15' },
    ...more,
  };
}

const golden = (
  name: string,
  more: Partial<CompleteRequest>,
  formats: readonly EInvoiceFormat[] = plain,
): GoldenEInvoice => ({ name, formats, request: request(more) });

/** A small business has no VAT identifier (§ 19 UStG), so that a register has to name it. */
const smallBusiness = {
  name: 'Kleinbetrieb',
  email: 'post@kleinbetrieb.example',
  phone: '+49 30 7654321',
  contact_name: 'Inhaberin',
  tax_id: '30/123/45678',
  registration_number: 'HRA 4711',
  electronic_addresses: [{ scheme: '0088', id: '4012345000009' }],
  address: { line1: 'Hof 3', city: 'Berlin', postal_code: '10115', country: 'DE' },
};
const delivered = {
  date: '2026-01-15',
  name: 'Entrepôt',
  address: { line1: 'Quai 3', city: 'Lyon', postal_code: '69002', country: 'FR' },
};
const mixed = [
  line('19'),
  { ...line('7'), quantity: '3', unit_price: '19.99' },
  { ...exempt('Z'), quantity: '-1', unit_price: '5' },
];
const adjusted = {
  line_items: [
    { ...line('19'), discount: { percent: '10' } },
    { ...line('7'), unit: 'Stück' },
  ],
};

/** One document for each variant that the law or the formats know. */
export const goldenEInvoices: readonly GoldenEInvoice[] = [
  golden('standard', {}, german),
  golden('zero-rated', { line_items: [exempt('Z')] }),
  golden('exempt', {
    line_items: [
      line({ name: 'USt.', rate: '0', category: 'E', exemption_reason: '§ 4 Nr. 21 UStG' }),
    ],
  }),
  golden(
    'reverse-charge',
    { recipient: inFrance, language: 'fr', line_items: [exempt('AE')] },
    network,
  ),
  golden(
    'intra-community',
    { recipient: inFrance, delivery: delivered, line_items: [exempt('K')] },
    network,
  ),
  golden(
    'export',
    { recipient: inSwitzerland, language: 'en', line_items: [exempt('G')] },
    network,
  ),
  golden('outside-scope', { recipient: inSwitzerland, line_items: [exempt('O')] }, german),
  golden('small-business', { organization: smallBusiness, line_items: [exempt('E')] }, german),
  golden('mixed-rates', { line_items: mixed }, german),
  golden('discounts', {
    ...adjusted,
    discounts: [{ amount: '100.01', reason: 'Treue' }, { percent: '2.5' }],
  }),
  golden('charges', {
    ...adjusted,
    charges: [{ amount: '4.90', reason: 'Versand', taxes: [{ name: 'USt.', rate: '19' }] }],
  }),
  golden('prepaid', { prepaid_amount: '1000.00' }, german),
  golden('prepaid-too-much', { prepaid_amount: '2000.00' }),
  golden('inclusive-prices', {
    prices_include_tax: true,
    line_items: mixed,
    discounts: [{ percent: '10' }],
    charges: [{ amount: '4.90' }],
  }),
  golden(
    'direct-debit',
    {
      payment: {
        means: 'sepa_direct_debit',
        mandate: 'M-1',
        creditor_id: 'DE98ZZZ09999999999',
        debited_iban: 'DE02 1203 0000 0000 2020 51',
      },
    },
    german,
  ),
  golden('card', { payment: { means: 'card', card_last_digits: '4242' } }, german),
  golden('skonto', { terms: 'Zahlbar in 14 Tagen\n#SKONTO#TAGE=7#PROZENT=2.00#' }, german),
  golden(
    'tax-currency',
    { currency: 'USD', tax_currency: 'EUR', exchange_rate: '0.92641' },
    german,
  ),
  golden('cash-rounding', { currency: 'CHF', cash_rounding: '0.05', line_items: mixed }),
  golden('yen', { currency: 'JPY', line_items: [{ ...line('19'), unit_price: '1234.5' }] }),
  golden(
    'addresses',
    {
      recipient: {
        ...inFrance,
        electronic_addresses: [
          { scheme: 'EM', id: 'achats@client.example' },
          { scheme: '0088', id: '4012345000009' },
          { scheme: '0002', id: '123456782' },
        ],
      },
      delivery: delivered,
    },
    german,
  ),
  golden(
    'references',
    {
      reference: 'PO-7',
      references: { contract: 'V-1', project: 'P 2', sales_order: 'A-3', accounting: '4400' },
      preceding_invoices: [{ number: 'RE-0001', date: '2025-12-01' }],
      period: { start: '2026-01-01', end: '2026-01-31' },
      line_items: [{ ...line('19'), period: { start: '2026-01-05', end: '2026-01-09' } }],
      notes: 'Erste Zeile\nzweite & letzte',
    },
    german,
  ),
  {
    ...golden('credit-note', { line_items: mixed }, german),
    credits: { steps: [], takesRest: true },
  },
  {
    ...golden('credit-note-of-a-part', { ...adjusted, discounts: [{ percent: '10' }] }),
    credits: { steps: [{ parts: [500, 0], asAmount: false }], takesRest: false },
  },
];

/** As many lines as a document may have, too large to be kept. */
export const largeEInvoice: CompleteRequest = request({
  line_items: Array.from({ length: 1_000 }, (_, at) => ({
    ...line(at % 3 === 0 ? '7' : '19'),
    description: `Position ${at + 1}`,
    quantity: String(at + 1),
    unit_price: `${at}.99`,
    ...(at % 5 === 0 && { discount: { percent: '3' } }),
  })),
  discounts: [{ percent: '1' }],
});
