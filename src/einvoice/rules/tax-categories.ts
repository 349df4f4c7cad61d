import { decimalSign } from '../../money/decimal.js';
import { isExemptionCode } from '../codes/exemption-codes.js';
import { type EInvoice, type LineTax, type TaxBreakdown } from '../model.js';
import { centsOf, numberOf } from './decimals.js';
import { type Finding, isSaid, unless } from './finding.js';
import { plainRate, type Sums, sumsOf } from './tax-sums.js';

/** The families of rules by category: their names, and what they want. */
const families = {
  S: { id: 'S', rate: 'positive', needs: 'seller', reason: 'forbidden', rows: 'many' },
  Z: { id: 'Z', rate: 'zero', needs: 'seller', reason: 'forbidden', rows: 'one' },
  E: { id: 'E', rate: 'zero', needs: 'seller', reason: 'required', rows: 'one' },
  AE: { id: 'AE', rate: 'zero', needs: 'both', reason: 'required', rows: 'one' },
  K: { id: 'IC', rate: 'zero', needs: 'bothVat', reason: 'required', rows: 'one' },
  G: { id: 'G', rate: 'zero', needs: 'sellerVat', reason: 'required', rows: 'one' },
  O: { id: 'O', rate: 'none', needs: 'none', reason: 'required', rows: 'one' },
  L: { id: 'AF', rate: 'positive', needs: 'seller', reason: 'forbidden', rows: 'many' },
  M: { id: 'AG', rate: 'any', needs: 'seller', reason: 'forbidden', rows: 'many' },
} as const;
type Category = keyof typeof families;
type Family = (typeof families)[Category];

interface Use extends LineTax {
  readonly pointer: string;
  /** 2, 3 or 4 of the rule's number: a line, an allowance, a charge. */
  readonly place: 2 | 3 | 4;
}

/** What EN 16931 wants of each VAT category that a document uses (BR-S-01 to BR-O-14). */
export function taxCategoryFindings(invoice: EInvoice): Finding[] {
  const uses = usesOf(invoice);
  const categories = [...new Set(uses.map(({ category }) => category))].filter(isCategory);
  const sums = sumsOf(invoice);
  return [
    ...uses
      .filter(({ category }) => category !== undefined && !isCategory(category))
      .map(({ category, pointer }) => ({
        rule: 'BR-CL-18',
        pointer,
        message: `${category ?? ''} is not a VAT category.`,
      })),
    ...categories.flatMap((category) => [
      ...partyFindings(invoice, category, uses),
      ...rowFindings(invoice, category, sums),
      ...rateFindings(
        uses.filter((each) => each.category === category),
        category,
      ),
    ]),
    ...unmixedFindings(categories, uses),
    ...supplyFindings(invoice, categories),
    ...codeFindings(invoice),
  ];
}

function isCategory(category: string | undefined): category is Category {
  return category !== undefined && category in families;
}

function usesOf({ lines, allowances, charges }: EInvoice): Use[] {
  return [
    ...lines.map(({ tax }, at) => use(tax, `/line_items/${at}/taxes/0`, 2)),
    ...allowances.map(({ tax }, at) => use(tax, `/discounts/${at}/taxes/0`, 3)),
    ...charges.map(({ tax }, at) => use(tax, `/charges/${at}/taxes/0`, 4)),
  ];
}

const use = ({ category, rate }: LineTax, pointer: string, place: Use['place']): Use => {
  return { category, rate, pointer, place };
};

function partyFindings(invoice: EInvoice, category: Category, uses: readonly Use[]): Finding[] {
  const { id, needs } = families[category];
  const place = uses.find((each) => each.category === category)?.place ?? 2;
  const rule = `BR-${id}-0${place}`;
  if (needs === 'none') return unnamedFindings(invoice, rule);
  const asksBuyer = needs === 'both' || needs === 'bothVat';
  return [
    ...sellerFindings(invoice, rule, { category, wantsVat: needs.endsWith('Vat') }),
    ...(asksBuyer ? buyerFindings(invoice, rule, { category, wantsVat: needs === 'bothVat' }) : []),
  ];
}

function unnamedFindings({ seller, buyer }: EInvoice, rule: string): Finding[] {
  return unless(!isSaid(seller.vatId) && !isSaid(buyer.vatId), {
    rule,
    pointer: '/organization/tax_id',
    message: 'Category O must not name VAT identifiers.',
  });
}

interface Wanted {
  readonly category: Category;
  readonly wantsVat: boolean;
}

function sellerFindings(
  { seller }: EInvoice,
  rule: string,
  { category, wantsVat }: Wanted,
): Finding[] {
  const isMet = isSaid(seller.vatId) || (!wantsVat && isSaid(seller.taxNumber));
  return unless(isMet, {
    rule,
    pointer: '/organization/tax_id',
    message: `Category ${category} needs the seller’s ${wantsVat ? 'VAT identifier' : 'VAT identifier or tax number'}.`,
    hint: 'Add tax_id to the organization; a VAT identifier begins with its country, such as "DE123456789".',
  });
}

function buyerFindings(
  { buyer }: EInvoice,
  rule: string,
  { category, wantsVat }: Wanted,
): Finding[] {
  const isMet = isSaid(buyer.vatId) || (!wantsVat && isSaid(buyer.legalRegistration?.value));
  return unless(isMet, {
    rule,
    pointer: '/recipient/tax_id',
    message: `Category ${category} needs the buyer’s VAT identifier.`,
    hint: 'Add tax_id to the recipient, with its country, such as "FR12345678901".',
  });
}

/** Each rate is looked at once, as many lines have the same. */
function rateFindings(uses: readonly Use[], category: Category): Finding[] {
  const { id, rate: wanted } = families[category];
  const rates = [...new Set(uses.map(({ rate }) => rate))];
  const wrong = new Set(rates.filter((rate) => !suits(rate, wanted)));
  return uses
    .filter(({ rate }) => wrong.has(rate))
    .map(({ rate, pointer, place }) => ({
      rule: `BR-${id}-0${place + 3}`,
      pointer: `${pointer}/rate`,
      message: `The rate ${rate ?? 'that is missing'} does not suit category ${category}.`,
    }));
}

function suits(rate: string | undefined, wanted: Family['rate']): boolean {
  const number = numberOf(rate);
  const sign = number && decimalSign(number);
  if (wanted === 'none') return rate === undefined;
  if (wanted === 'any') return sign !== undefined && sign >= 0;
  return sign === (wanted === 'zero' ? 0 : 1);
}

function rowFindings({ taxes }: EInvoice, category: Category, sums: Sums): Finding[] {
  const { id, rows: wanted, reason } = families[category];
  const rows = taxes.filter((tax) => tax.category === category);
  const isMet = wanted === 'one' ? rows.length === 1 : rows.length >= 1;
  return [
    ...unless(isMet, {
      rule: `BR-${id}-01`,
      pointer: '/taxes',
      message: `The document must have ${wanted === 'one' ? 'one row' : 'a row'} of taxes of category ${category}.`,
    }),
    ...rows.flatMap((row) => [
      ...baseFindings(row, sums, `BR-${id}-08`),
      ...unless(reason !== 'required' || isReasoned(row), {
        rule: `BR-${id}-10`,
        pointer: '/taxes',
        message: `Category ${category} needs the reason why nothing is charged.`,
      }),
      ...unless(reason !== 'forbidden' || !isReasoned(row), {
        rule: `BR-${id}-10`,
        pointer: '/taxes',
        message: `Category ${category} must not have a reason why nothing is charged.`,
      }),
      ...unless(wanted === 'many' || (centsOf(row.amount) ?? 0n) === 0n, {
        rule: `BR-${id}-09`,
        pointer: '/taxes',
        message: `The tax of category ${category} must be zero.`,
      }),
    ]),
  ];
}

function isReasoned({ exemptionReason, exemptionCode }: TaxBreakdown): boolean {
  return isSaid(exemptionReason) || isSaid(exemptionCode);
}

/** What is taxed is the lines and charges of the row less its allowances, to the cent. */
function baseFindings(
  { category = '', rate, taxable }: TaxBreakdown,
  sums: Sums,
  rule: string,
): Finding[] {
  const plain = plainRate(rate);
  return unless(centsOf(taxable) === (sums.get(`${category} ${plain}`) ?? 0n), {
    rule,
    pointer: '/taxes',
    message: `What is taxed with ${plain} % (${category}) is not the sum of its lines, discounts and charges.`,
  });
}

function unmixedFindings(categories: readonly Category[], uses: readonly Use[]): Finding[] {
  if (!categories.includes('O') || categories.length === 1) return [];
  const other = uses.find(({ category }) => category !== 'O');
  return [
    {
      rule: 'BR-O-12',
      pointer: other?.pointer ?? '/line_items',
      message: 'What is outside the scope of VAT cannot be invoiced together with anything else.',
      hint: 'Make two invoices.',
    },
  ];
}

/** Supplies within the Community say when and where to (BR-IC-11, BR-IC-12). */
function supplyFindings(invoice: EInvoice, categories: readonly Category[]): Finding[] {
  if (!categories.includes('K')) return [];
  const { delivery, period } = invoice;
  const isDated = [delivery?.date, period?.start, period?.end].some(isSaid);
  return [
    ...unless(isDated, {
      rule: 'BR-IC-11',
      pointer: '/delivery/date',
      message: 'A supply within the Community needs its date, or the period of the invoice.',
    }),
    ...unless(isSaid(delivery?.address?.country), {
      rule: 'BR-IC-12',
      pointer: '/delivery/address/country',
      message: 'A supply within the Community needs the country that it went to.',
    }),
  ];
}

function codeFindings({ taxes }: EInvoice): Finding[] {
  return taxes.flatMap(({ exemptionCode: code }, at) =>
    unless(code === undefined || isExemptionCode(code), {
      rule: 'BR-CL-22',
      pointer: `/taxes/${at}/exemption_code`,
      message: `${code ?? ''} is not a code of the VATEX list.`,
    }),
  );
}
