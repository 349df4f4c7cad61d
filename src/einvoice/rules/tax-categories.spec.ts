import { describe, expect, it } from '@jest/globals';
import { breaches, type Change, type OpenInvoice, totalled } from '../testing/good-invoice.js';

interface Family {
  readonly category: string;
  /** What its rules are called by. */
  readonly id: string;
  readonly rate: string | undefined;
  readonly badRate: string;
  readonly isExempt: boolean;
  readonly isZero: boolean;
}

const family = (category: string, id: string, more: Partial<Family> = {}): Family => ({
  category,
  id,
  rate: '0',
  badRate: '5',
  isExempt: false,
  isZero: true,
  ...more,
});
const exempt = { isExempt: true };

const families: Family[] = [
  family('S', 'S', { rate: '19', badRate: '0', isZero: false }),
  family('Z', 'Z'),
  family('E', 'E', exempt),
  family('AE', 'AE', exempt),
  family('K', 'IC', exempt),
  family('G', 'G', exempt),
  family('O', 'O', { ...exempt, rate: undefined, badRate: '0' }),
  family('L', 'AF', { rate: '7', badRate: '0', isZero: false }),
  family('M', 'AG', { rate: '4', badRate: '-1', isZero: false }),
];

const tax: Readonly<Record<string, string>> = { S: '38.00', L: '14.00', M: '8.00' };
const taxOf = ({ category }: Family): string => tax[category] ?? '0.00';

/** Makes an invoice one of a category alone. */
function become(invoice: OpenInvoice, of: Family): void {
  const { category, rate, isExempt } = of;
  invoice.lines[0]!.tax = { category, rate };
  invoice.taxes = [
    {
      category,
      rate: rate ?? '0',
      taxable: '200.00',
      amount: taxOf(of),
      ...(isExempt && { exemptionReason: 'Reason' }),
    },
  ];
  totalled(invoice, '200.00', taxOf(of));
  if (category !== 'O') return;
  invoice.seller.vatId = undefined;
  invoice.buyer.vatId = undefined;
}

/** Makes the line one of nothing, so that its rate is all there is to it. */
function becomeFree(invoice: OpenInvoice, rate: string): void {
  invoice.lines[0]!.netAmount = '0.00';
  invoice.lines[0]!.tax.rate = rate;
  Object.assign(invoice.taxes[0]!, { rate, taxable: '0.00', amount: '0.00' });
  invoice.totals.lineTotal = '0.00';
  totalled(invoice, '0.00', '0.00');
}

const rulesOf = (of: Family, change: Change): string[] =>
  breaches((invoice) => {
    become(invoice, of);
    change(invoice);
  }, 'en16931');

describe.each(families)('VAT category $category', (of) => {
  const { category, id, badRate, isZero, isExempt } = of;
  const free = { amount: '0.00', reason: 'Reason', tax: { category, rate: badRate } };

  it('is good in itself', () => {
    expect(rulesOf(of, () => undefined)).toEqual([]);
  });

  it(`needs its row of taxes (BR-${id}-01)`, () => {
    const change: Change = (invoice) => {
      invoice.taxes = [];
      totalled(invoice, '200.00', '0.00');
    };
    expect(rulesOf(of, change)).toEqual([`BR-${id}-01 /taxes`]);
  });

  it(`says who sells, or must not (BR-${id}-02)`, () => {
    const change: Change = ({ seller }) => {
      seller.vatId = category === 'O' ? 'DE123456789' : undefined;
    };
    expect(rulesOf(of, change)).toEqual([`BR-${id}-02 /organization/tax_id`]);
  });

  it.each([
    ['allowances', 'discounts', 6],
    ['charges', 'charges', 7],
  ] as const)(`has its rate on lines and %s (BR-${id}-05 to 07)`, (list, pointer, number) => {
    const ofLine = rulesOf(of, (invoice) => {
      becomeFree(invoice, badRate);
    });
    expect(ofLine).toEqual([`BR-${id}-05 /line_items/0/taxes/0/rate`]);
    const ofDocument = rulesOf(of, (invoice) => (invoice[list] = [free]));
    expect(ofDocument).toEqual([`BR-${id}-0${number} /${pointer}/0/taxes/0/rate`]);
  });

  it(`taxes the sum of its parts (BR-${id}-08)`, () => {
    const change: Change = (invoice) => (invoice.taxes[0]!.taxable = '200.01');
    expect(rulesOf(of, change)).toEqual([`BR-${id}-08 /taxes`]);
  });

  it(`has a reason exactly where nothing is charged (BR-${id}-10)`, () => {
    const change: Change = (invoice) =>
      (invoice.taxes[0]!.exemptionReason = isExempt ? undefined : 'Reason');
    expect(rulesOf(of, change)).toEqual([`BR-${id}-10 /taxes`]);
  });

  if (isZero) {
    it(`comes to no tax (BR-${id}-09)`, () => {
      const change: Change = (invoice) => {
        invoice.taxes[0]!.amount = '0.10';
        totalled(invoice, '200.00', '0.10');
      };
      expect(rulesOf(of, change)).toEqual([`BR-${id}-09 /taxes`]);
    });

    it(`has one row only (BR-${id}-01)`, () => {
      const change: Change = (invoice) =>
        invoice.taxes.push({ ...invoice.taxes[0]!, taxable: '200.00' });
      expect(rulesOf(of, change)).toEqual([`BR-${id}-01 /taxes`]);
    });
  }
});

describe('VAT categories', () => {
  const standard = families[0]!;
  const row = (category: string) => ({
    category,
    rate: '0',
    taxable: '0.00',
    amount: '0.00',
    exemptionReason: 'Reason',
  });
  const beside = (list: 'allowances' | 'charges', category: string, change: Change): string[] =>
    rulesOf(standard, (invoice) => {
      const rate = category === 'O' ? undefined : '0';
      invoice[list] = [{ amount: '0.00', reason: 'Reason', tax: { category, rate } }];
      invoice.taxes.push(row(category));
      change(invoice);
    });
  const byNumber: Change = ({ seller }) =>
    Object.assign(seller, { vatId: undefined, taxNumber: '1' });
  const nameless: Change = ({ buyer }) => (buyer.vatId = undefined);

  it.each([
    ['BR-AE-03 /recipient/tax_id', 'allowances', 'AE', nameless],
    ['BR-AE-04 /recipient/tax_id', 'charges', 'AE', nameless],
    ['BR-IC-03 /recipient/tax_id', 'allowances', 'K', nameless],
    ['BR-IC-04 /recipient/tax_id', 'charges', 'K', nameless],
    ['BR-IC-03 /organization/tax_id', 'allowances', 'K', byNumber],
    ['BR-G-03 /organization/tax_id', 'allowances', 'G', byNumber],
    ['BR-G-04 /organization/tax_id', 'charges', 'G', byNumber],
  ] as const)('need parties on discounts and charges too: %s', (rule, list, category, change) => {
    expect(beside(list, category, change)).toEqual([rule]);
  });

  it.each(['S', 'Z', 'E', 'L', 'M'])('need a seller who is known for taxes (%s)', (category) => {
    const of = families.find((each) => each.category === category)!;
    const found = rulesOf(of, (invoice) => {
      invoice.seller.vatId = undefined;
      const { tax: each } = invoice.lines[0]!;
      invoice.allowances = [{ amount: '0.00', reason: 'Reason', tax: each }];
      invoice.lines[0]!.tax = {};
      Object.assign(invoice.taxes[0]!, { taxable: '0.00', amount: '0.00' });
      totalled(invoice, '200.00', '0.00');
    });
    expect(found).toEqual(['BR-CO-04 /line_items/0/taxes', `BR-${of.id}-03 /organization/tax_id`]);
  });

  it('take a legal registration of the buyer for reverse charge, not for supplies (BR-AE-02, BR-IC-02)', () => {
    const registered: Change = ({ buyer }) =>
      Object.assign(buyer, { vatId: undefined, legalRegistration: { value: '1' } });
    const [reverse, supply] = ['AE', 'K'].map((each) =>
      families.find(({ category }) => category === each)!,
    );
    expect(rulesOf(reverse!, registered)).toEqual([]);
    expect(rulesOf(supply!, registered)).toEqual(['BR-IC-02 /recipient/tax_id']);
  });

  it('want to know when and where supplies within the Community went (BR-IC-11, BR-IC-12)', () => {
    const supply = families.find(({ category }) => category === 'K')!;
    const undated: Change = ({ delivery }) => (delivery!.date = undefined);
    expect(rulesOf(supply, undated)).toEqual(['BR-IC-11 /delivery/date']);
    const unplaced: Change = ({ delivery }) => (delivery!.address = undefined);
    expect(rulesOf(supply, unplaced)).toEqual(['BR-IC-12 /delivery/address/country']);
  });

  it('O stands alone (BR-O-12)', () => {
    const found = rulesOf(
      families.find(({ category }) => category === 'O')!,
      (invoice) => {
        invoice.seller.taxNumber = '1';
        const zero = { category: 'Z', rate: '0' };
        invoice.charges = [{ amount: '0.00', reason: 'Reason', tax: zero }];
        invoice.taxes.push({ ...zero, taxable: '0.00', amount: '0.00' });
      },
    );
    expect(found).toEqual(['BR-O-12 /charges/0/taxes/0']);
  });

  it('are those of the list (BR-CL-18, BR-CL-22)', () => {
    const unknown: Change = (invoice) => (invoice.lines[0]!.tax.category = 'X');
    expect(rulesOf(standard, unknown)).toEqual(['BR-CL-18 /line_items/0/taxes/0']);
    const exempted = families.find(({ category }) => category === 'E')!;
    const code: Change = (invoice) => (invoice.taxes[0]!.exemptionCode = 'VATEX-1');
    expect(rulesOf(exempted, code)).toEqual(['BR-CL-22 /taxes/0/exemption_code']);
  });
});
