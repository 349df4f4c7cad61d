import { currencyDecimals, formatMinor } from '../../money/currency.js';
import { decimalTextPadded } from '../../money/decimal.js';
import { decimalOf } from '../../money/checked-decimal.js';
import { templateNameOf, usualLogoPosition } from '../../pdf/template-versions.js';
import {
  type Adjustment,
  type InvoiceDraft,
  type InvoiceHead,
  type InvoiceLine,
  type InvoiceTax,
  type Reduction,
} from '../invoice.js';
import { wireParty } from '../party-mapping.js';
import { CorrectsDto } from './credits.dto.js';
import { particularsAnswer } from './particulars-answer.js';
import { pdfOnly } from './particulars.dto.js';
import { settlementAnswer } from './settlement-answer.js';
import {
  type InvoiceAdjustmentDto,
  type InvoiceHeadDto,
  type InvoiceLineDto,
  type InvoiceTaxDto,
  type ReductionDto,
} from './invoice-parts.dto.js';

/** The head of an invoice as it is answered, every amount with the decimals of its currency. */
export function headOf(invoice: InvoiceHead): InvoiceHeadDto {
  const text = amountText(invoice.currency);
  return {
    object: 'invoice',
    type: invoice.type,
    corrects: CorrectsDto.from(invoice.corrects),
    status: invoice.status,
    date: invoice.date,
    due_date: invoice.dueDate,
    valid_until: invoice.validUntil,
    currency: invoice.currency,
    language: invoice.language,
    second_language: invoice.secondLanguage,
    template: templateNameOf(invoice.template),
    accent_color: invoice.organization.accentColor ?? null,
    logo_position: invoice.organization.logoPosition ?? usualLogoPosition,
    organization: wireParty(invoice.organization),
    recipient: wireParty(invoice.recipient),
    subtotal: text(invoice.subtotalMinor),
    discounts: invoice.discounts.map((discount) => adjustmentOf(discount, text)),
    discount_total: text(invoice.discountTotalMinor),
    charges: invoice.charges.map((charge) => adjustmentOf(charge, text)),
    charge_total: text(invoice.chargeTotalMinor),
    taxes: invoice.taxes.map((tax) => ({
      ...taxOf(tax),
      taxable_amount: text(tax.taxableMinor),
      tax_amount: text(tax.taxMinor),
    })),
    tax_total: text(invoice.taxTotalMinor),
    total: text(invoice.totalMinor),
    ...settlementAnswer(invoice),
    prices_include_tax: invoice.pricesIncludeTax,
    notes: invoice.notes,
    terms: invoice.terms,
    reference: invoice.reference,
    payment: invoice.payment,
    format: invoice.format ?? pdfOnly,
    ...particularsAnswer(invoice),
    metadata: { ...invoice.metadata },
    source: invoice.source,
  };
}

type AmountText = (minor: bigint) => string;

function amountText(currency: string): AmountText {
  const decimals = currencyDecimals(currency) ?? 2;
  return (minor) => formatMinor(minor, decimals);
}

/** The lines of an invoice as they are answered. */
export function linesOf({ lines, currency }: InvoiceDraft): InvoiceLineDto[] {
  const text = amountText(currency);
  const decimals = currencyDecimals(currency) ?? 2;
  return lines.map((line: InvoiceLine) => ({
    description: line.description,
    quantity: line.quantity,
    unit: line.unit,
    ...(line.unitCode !== null && { unit_code: line.unitCode }),
    ...(line.period && { period: line.period }),
    unit_price: decimalTextPadded(decimalOf(line.unitPrice), decimals),
    ...(line.discount && { discount: reductionOf(line.discount, line.discountMinor, text) }),
    taxes: line.taxes.map(taxOf),
    details: line.details,
    amount: text(line.amountMinor),
    net_amount: text(line.netMinor),
    ...(line.corrects && { corrects_index: line.corrects.index }),
    item_id: line.itemId,
  }));
}

function taxOf({ name, rate, category, compound, exemptionReason }: InvoiceTax): InvoiceTaxDto {
  return {
    name,
    rate,
    category,
    ...(compound === true && { compound }),
    ...(exemptionReason !== undefined && { exemption_reason: exemptionReason }),
  };
}

function reductionOf(
  { percent, reason }: Reduction,
  minor: bigint,
  text: AmountText,
): ReductionDto {
  return {
    ...(percent !== undefined && { percent }),
    amount: text(minor),
    ...(reason !== undefined && { reason }),
  };
}

function adjustmentOf(adjustment: Adjustment, text: AmountText): InvoiceAdjustmentDto {
  return {
    ...reductionOf(adjustment, adjustment.amountMinor, text),
    ...(adjustment.taxes && { taxes: adjustment.taxes.map(taxOf) }),
    net_amount: text(adjustment.netMinor),
  };
}
