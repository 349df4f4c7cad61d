import { Answer } from '../../common/http/fields.js';
import { type DocumentTotals, type TaxBreakdown } from '../../einvoice/model.js';
import { type Finding } from '../../einvoice/rules/rules.js';

const amount = { type: ['string', 'null'], example: '150.00' };

/** The totals of an e-invoice; null is what it does not say. */
export class InspectedTotalsDto {
  @Answer({ ...amount, description: 'Sum of the lines (BT-106).' }) line_total: string | null;
  @Answer({ ...amount, description: 'Sum of the discounts on the document (BT-107).' })
  allowance_total: string | null;
  @Answer({ ...amount, description: 'Sum of the charges on the document (BT-108).' })
  charge_total: string | null;
  @Answer({ ...amount, description: 'Total without VAT (BT-109).' })
  total_without_tax: string | null;
  @Answer({ ...amount, description: 'Total VAT (BT-110).' }) tax_total: string | null;
  @Answer({ ...amount, description: 'Total VAT in the tax currency (BT-111).' })
  tax_total_in_tax_currency: string | null;
  @Answer({ ...amount, description: 'Total with VAT (BT-112).' }) total_with_tax: string | null;
  @Answer({ ...amount, description: 'What was paid before (BT-113).' }) prepaid: string | null;
  @Answer({ ...amount, description: 'Rounding of the amount due (BT-114).' })
  rounding: string | null;
  @Answer({ ...amount, description: 'Amount due (BT-115).' }) amount_due: string | null;

  static from(totals: DocumentTotals): InspectedTotalsDto {
    const said = (total: string | undefined): string | null => total ?? null;
    return {
      line_total: said(totals.lineTotal),
      allowance_total: said(totals.allowanceTotal),
      charge_total: said(totals.chargeTotal),
      total_without_tax: said(totals.withoutTax),
      tax_total: said(totals.taxTotal),
      tax_total_in_tax_currency: said(totals.taxTotalInTaxCurrency),
      total_with_tax: said(totals.withTax),
      prepaid: said(totals.prepaid),
      rounding: said(totals.rounding),
      amount_due: said(totals.amountDue),
    };
  }
}

/** A line of the VAT breakdown. */
export class InspectedTaxDto {
  @Answer({ type: ['string', 'null'], description: 'VAT category (BT-118).', example: 'S' })
  category: string | null;
  @Answer({ type: ['string', 'null'], description: 'Rate in percent (BT-119).', example: '19' })
  rate: string | null;
  @Answer({ ...amount, description: 'What it is taken on (BT-116).' })
  taxable_amount: string | null;
  @Answer({ ...amount, description: 'The tax (BT-117).' }) tax_amount: string | null;
  @Answer({
    type: 'string',
    optional: true,
    description: 'Why nothing is charged (BT-120).',
  })
  exemption_reason?: string;
  @Answer({ type: 'string', optional: true, description: 'The same as a VATEX code (BT-121).' })
  exemption_code?: string;

  static from(tax: TaxBreakdown): InspectedTaxDto {
    const { exemptionReason, exemptionCode } = tax;
    return {
      category: tax.category ?? null,
      rate: tax.rate ?? null,
      taxable_amount: tax.taxable ?? null,
      tax_amount: tax.amount ?? null,
      ...(exemptionReason !== undefined && { exemption_reason: exemptionReason }),
      ...(exemptionCode !== undefined && { exemption_code: exemptionCode }),
    };
  }
}

/** Something of the document that has no place in `invoice`. */
export class LeftOutDto {
  @Answer({
    type: 'string',
    description: 'JSON pointer to where it would stand in `invoice`.',
    example: '/line_items/0/unit_price',
  })
  pointer: string;
  @Answer({ type: 'string', description: 'What it is.' }) message: string;
}

/** A rule that the document breaks. */
export class RuleFaultDto {
  @Answer({
    type: 'string',
    description: 'JSON pointer into `invoice` to what is wrong or missing.',
    example: '/recipient/buyer_reference',
  })
  pointer: string;
  @Answer({ type: 'string', enum: ['e_invoice_rule'], description: 'Always this.' })
  code: 'e_invoice_rule';
  @Answer({ type: 'string', description: 'The rule by its official name.', example: 'BR-DE-15' })
  rule: string;
  @Answer({ type: 'string', description: 'What is wrong.' }) message: string;
  @Answer({ type: 'string', optional: true, description: 'What to do.' }) hint?: string;

  static from({ pointer, rule, message, hint }: Finding): RuleFaultDto {
    const code = 'e_invoice_rule';
    return { pointer, code, rule, message, ...(hint !== undefined && { hint }) };
  }
}
