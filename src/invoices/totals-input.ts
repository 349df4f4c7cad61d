import { toMinor } from '../money/currency.js';
import { categoryOf } from '../catalog/tax-faults.js';
import { type CompleteRequest } from './complete-request.js';
import { decimalOf } from '../money/checked-decimal.js';
import { type Tax } from './domain/tax.js';
import { type Reduction } from './domain/line-amount.js';
import { type TotalsAdjustment, type TotalsInput } from './domain/totals.js';
import { type AdjustmentDto, type LineDiscountDto } from './dto/create-invoice.dto.js';
import { type TaxDto } from './dto/tax.dto.js';

/** What the totals of a checked request are calculated from. */
export function totalsInput(request: CompleteRequest, decimals: number): TotalsInput {
  const adjustment = (dto: AdjustmentDto): TotalsAdjustment => ({
    ...reductionFigures(dto, decimals),
    taxes: hasOwnTaxes(dto) ? taxFigures(dto) : undefined,
  });
  return {
    currencyDecimals: decimals,
    pricesIncludeTax: request.prices_include_tax ?? false,
    lines: request.line_items.map((line) => ({
      quantity: decimalOf(line.quantity),
      unitPrice: decimalOf(line.unit_price),
      discount: line.discount ? reductionFigures(line.discount, decimals) : undefined,
      taxes: taxFigures(line),
    })),
    discounts: (request.discounts ?? []).map(adjustment),
    charges: (request.charges ?? []).map(adjustment),
  };
}

function reductionFigures({ percent, amount }: LineDiscountDto, decimals: number): Reduction {
  if (percent != null) return { percent: decimalOf(percent) };
  return { amountMinor: toMinor(decimalOf(amount ?? 0), decimals) ?? 0n };
}

interface Taxed {
  readonly tax_rate?: string | number;
  readonly taxes?: readonly TaxDto[];
}

/** Whether a discount or charge has taxes of its own instead of those of the lines. */
export const hasOwnTaxes = (dto: Taxed) => dto.tax_rate != null || dto.taxes != null;

/** The name of a tax that was sent by its rate alone; it is printed as the label `tax_name`. */
export const plainTaxName = 'Tax';

/** The taxes of a line or adjustment; a rate alone is one tax. */
export function taxFigures({ tax_rate: plainRate, taxes }: Taxed): Tax[] {
  const sent = plainRate == null ? (taxes ?? []) : [{ name: plainTaxName, rate: plainRate }];
  return sent.map(taxOf);
}

/** A tax that has passed the checks of its fields, its preset put in. */
function taxOf(sent: TaxDto): Tax {
  return {
    name: sent.name ?? plainTaxName,
    rate: decimalOf(sent.rate ?? ''),
    category: categoryOf(sent),
    ...(sent.compound === true && { compound: true }),
    ...(sent.exemption_reason != null && { exemptionReason: sent.exemption_reason }),
  };
}
