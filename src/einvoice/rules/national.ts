import { type EInvoice, type TradeParty } from '../model.js';
import { centsOf, numberOf } from './decimals.js';
import { type Finding, isSaid, unless } from './finding.js';
import { passesLuhn, passesModulo11 } from '../codes/check-digits.js';

/** The rules of countries within Peppol BIS Billing, switched on by where the seller is; Germany's stand apart. */
export function nationalFindings(invoice: EInvoice): Finding[] {
  const { address, vatId } = invoice.seller;
  const country = address?.country ?? '';
  const rules = [rulesByAddress[country], rulesBySupplier[vatId?.slice(0, 2) ?? country]];
  return rules.flatMap((rule) => rule?.(invoice) ?? []);
}

type Rules = (invoice: EInvoice) => Finding[];

const rulesByAddress: Readonly<Record<string, Rules>> = {
  DK: danish,
  IS: icelandic,
  NL: dutch,
  SE: swedish,
};
const rulesBySupplier: Readonly<Record<string, Rules>> = {
  GR: greek,
  EL: greek,
  IT: italian,
  NO: norwegian,
};

const danishMeans = ['1', '10', '31', '42', '48', '49', '50', '58', '59', '93', '97'];

function danish({ seller, buyer, payment, typeCode }: EInvoice): Finding[] {
  const isWithin = buyer.address?.country === 'DK';
  const meansCode = payment?.meansCode;
  return [
    ...registration(seller, ['0184'], {
      rule: 'DK-R-014',
      pointer: '/organization',
      isNeeded: true,
    }),
    ...unless(
      !isWithin || typeCode === '381' || meansCode === undefined || danishMeans.includes(meansCode),
      {
        rule: 'DK-R-005',
        pointer: '/payment/means',
        message: 'Danish buyers take no payment by these means through Peppol.',
        hint: 'Use sepa_credit_transfer, sepa_direct_debit, card, cash or clearing.',
      },
    ),
    ...(isWithin && typeCode !== '381' && meansCode === '49' ? danishDebit(payment) : []),
  ];
}

/** The mandate itself is asked for by PEPPOL-EN16931-R061. */
function danishDebit(payment: EInvoice['payment']): Finding[] {
  return unless(isSaid(payment?.directDebit?.debitedIban), {
    rule: 'DK-R-007',
    pointer: '/payment/debited_iban',
    message: 'A Danish direct debit needs the account that is debited.',
  });
}

function icelandic({ seller, buyer }: EInvoice): Finding[] {
  const isWithin = buyer.address?.country === 'IS';
  return [
    ...registration(seller, ['0196'], {
      rule: 'IS-R-002',
      pointer: '/organization',
      isNeeded: true,
    }),
    ...place(seller, '/organization', { line1: 'IS-R-003', postalCode: 'IS-R-003' }),
    ...(isWithin
      ? [
          ...registration(buyer, ['0196'], {
            rule: 'IS-R-004',
            pointer: '/recipient',
            isNeeded: true,
          }),
          ...place(buyer, '/recipient', { line1: 'IS-R-005', postalCode: 'IS-R-005' }),
        ]
      : []),
  ];
}

const dutchRegisters = ['0106', '0190'];
const dutchMeans = ['30', '48', '49', '57', '58', '59'];

function dutch(invoice: EInvoice): Finding[] {
  const { seller, buyer, payment, typeCode, totals } = invoice;
  const isCreditNote = typeCode === '381';
  const due = centsOf(totals.amountDue) ?? 0n;
  const meansCode = payment?.meansCode;
  return [
    ...unless(!isCreditNote || invoice.precedingInvoices.length > 0, {
      rule: 'NL-R-001',
      pointer: '/preceding_invoices',
      message: 'A Dutch credit note names the invoice that it corrects.',
    }),
    ...place(seller, '/organization', {
      line1: 'NL-R-002',
      city: 'NL-R-002',
      postalCode: 'NL-R-002',
    }),
    ...registration(seller, dutchRegisters, {
      rule: 'NL-R-003',
      pointer: '/organization',
      isNeeded: false,
    }),
    ...unless(isCreditNote || due <= 0n || meansCode !== undefined, {
      rule: 'NL-R-007',
      pointer: '/payment',
      message: 'A Dutch invoice says how it is paid.',
      hint: 'Add payment.iban, or payment.means.',
    }),
    ...(buyer.address?.country === 'NL' ? dutchBuyer(buyer, meansCode) : []),
  ];
}

function dutchBuyer(buyer: TradeParty, meansCode: string | undefined): Finding[] {
  return [
    ...place(buyer, '/recipient', {
      line1: 'NL-R-004',
      city: 'NL-R-004',
      postalCode: 'NL-R-004',
    }),
    ...registration(buyer, dutchRegisters, {
      rule: 'NL-R-005',
      pointer: '/recipient',
      isNeeded: false,
    }),
    ...unless(meansCode === undefined || dutchMeans.includes(meansCode), {
      rule: 'NL-R-008',
      pointer: '/payment/means',
      message: 'Dutch buyers take no payment by these means through Peppol.',
      hint: 'Use credit_transfer, sepa_credit_transfer, sepa_direct_debit, card or standing_agreement.',
    }),
  ];
}

const swedishRates = ['6', '12', '25'];
const approvedForTax = 'godkänd för f-skatt';

function swedish({ seller, taxes }: EInvoice): Finding[] {
  const { vatId = '', legalRegistration, taxNumber } = seller;
  const number = legalRegistration?.value;
  const isVatId = vatId.startsWith('SE');
  const rates = taxes.filter(({ category }) => category === 'S').map(({ rate }) => numberOf(rate));
  const isUsual = rates.every(
    (rate) =>
      rate !== undefined && swedishRates.includes(rate.scale === 0 ? String(rate.digits) : ''),
  );
  return [
    ...unless(!isVatId || /^SE\d{12}$/.test(vatId), {
      rule: 'SE-R-001',
      pointer: '/organization/tax_id',
      message: 'A Swedish VAT identifier is SE with 12 digits.',
    }),
    ...unless(number === undefined || (/^\d{10}$/.test(number) && passesLuhn(number)), {
      rule: 'SE-R-004',
      pointer: '/organization/registration_number',
      message: 'A Swedish registration number has 10 digits, the last of which checks the others.',
    }),
    ...unless(
      number === undefined || taxNumber === undefined || taxNumber.toLowerCase() === approvedForTax,
      {
        rule: 'SE-R-005',
        pointer: '/organization/tax_id',
        message:
          'A Swedish tax number beside a registration number must say “Godkänd för F-skatt”.',
      },
    ),
    ...unless(!isVatId || isUsual, {
      rule: 'SE-R-006',
      pointer: '/line_items',
      message: 'Swedish VAT is 25, 12 or 6 %.',
    }),
  ];
}

function italian({ seller }: EInvoice): Finding[] {
  const { taxNumber } = seller;
  return [
    ...unless(taxNumber === undefined || /^[A-Z0-9]{11,16}$/.test(taxNumber), {
      rule: 'IT-R-001',
      pointer: '/organization/tax_id',
      message: 'An Italian tax number has 11 to 16 capital letters and digits.',
    }),
    ...place(seller, '/organization', {
      line1: 'IT-R-002',
      city: 'IT-R-003',
      postalCode: 'IT-R-004',
    }),
  ];
}

function norwegian({ seller: { vatId = '' } }: EInvoice): Finding[] {
  const number = /^NO(\d{9})MVA$/.exec(vatId)?.[1];
  return unless(!vatId.startsWith('NO') || (number !== undefined && passesModulo11(number)), {
    rule: 'NO-R-001',
    pointer: '/organization/tax_id',
    message: 'A Norwegian VAT identifier is NO, nine digits with their check digit, and MVA.',
  });
}

function greek(): Finding[] {
  return [
    {
      rule: 'GR-R-004',
      pointer: '/format',
      message:
        'Greek sellers name the MARK of myDATA on invoices through Peppol, which Finvo does not ask for.',
      hint: 'Choose another format.',
    },
  ];
}

function registration(
  { legalRegistration }: TradeParty,
  schemes: readonly string[],
  { rule, pointer, isNeeded }: { rule: string; pointer: string; isNeeded: boolean },
): Finding[] {
  const isMissing = legalRegistration === undefined;
  const isRight = !isMissing && schemes.includes(legalRegistration.scheme ?? '');
  return unless(isRight || (isMissing && !isNeeded), {
    rule,
    pointer: `${pointer}/registration_scheme`,
    message: `The registration number must be of the scheme ${schemes.join(' or ')}.`,
    hint: 'Add registration_number with its registration_scheme.',
  });
}

/** The parts of an address that a country wants, by the rule that says so. */
function place(
  { address = {} }: TradeParty,
  pointer: string,
  rules: { readonly line1?: string; readonly city?: string; readonly postalCode?: string },
): Finding[] {
  const parts = [
    ['line1', 'line1', 'street'],
    ['city', 'city', 'city'],
    ['postalCode', 'postal_code', 'postal code'],
  ] as const;
  return parts.flatMap(([name, field, what]) => {
    const rule = rules[name];
    if (rule === undefined) return [];
    const message = `The address needs its ${what}.`;
    return unless(isSaid(address[name]), { rule, pointer: `${pointer}/address/${field}`, message });
  });
}
