import { type Organization } from '../accounts/organization.js';
import { type AttachedFile } from '../attachments/attachment.js';
import { type Fault } from '../common/errors/app-error.js';
import { present } from '../common/present.js';
import { currencyDecimals } from '../money/currency.js';
import { decimalText } from '../money/decimal.js';
import { type CompleteLine, type CompleteRequest } from './complete-request.js';
import { decimalOf } from '../money/checked-decimal.js';
import { addDays } from './domain/days.js';
import { type Tax } from './domain/tax.js';
import {
  type AdjustmentTotals,
  calculateTotals,
  type LineTotals,
  type Totals,
} from './domain/totals.js';
import { type AdjustmentDto, type LineDiscountDto } from './dto/create-invoice.dto.js';
import { draftLanguages } from './draft-languages.js';
import { draftPayment, withPaymentCode } from './draft-payment.js';
import { draftSettlement } from './draft-settlement.js';
import { withReasons } from './exemption-reasons.js';
import { expectationFaults, figureFault } from './figure-faults.js';
import {
  type Adjustment,
  type InvoiceDraft,
  type InvoiceLine,
  type InvoiceTax,
  type Reduction,
} from './invoice.js';
import { formatOf, particularsOf, periodOf } from './draft-particulars.js';
import { partyOf } from './party-mapping.js';
import { hasOwnTaxes, taxFigures, totalsInput } from './totals-input.js';

/** What an invoice takes from its account and its caller. */
export interface DraftContext {
  readonly organization: Organization;
  readonly today: string;
  readonly source: 'api' | 'dashboard';
  readonly attachments?: readonly AttachedFile[];
  /** Version of the layout of this name, or of the usual one. */
  readonly templateVersion: (name: string | null | undefined) => string;
}

const settlementTooLarge = { at: 'total', reason: 'amount_too_large' } as const;

export type DraftResult =
  | { readonly ok: true; readonly draft: InvoiceDraft }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** Turns a request without faults of form into a complete invoice, or says why its figures are impossible. */
export function draftOf(request: CompleteRequest, context: DraftContext): DraftResult {
  const currency = request.currency ?? context.organization.currency;
  const decimals = currencyDecimals(currency) ?? 2;
  const result = calculateTotals(totalsInput(request, decimals));
  if (!result.ok) return { ok: false, faults: result.faults.map(figureFault) };
  const faults = expectationFaults(request, result.totals, decimals);
  const settlement = draftSettlement(request, result.totals, { ...context, currency });
  if (settlement === undefined) faults.push(figureFault(settlementTooLarge));
  if (settlement === undefined || faults.length > 0) return { ok: false, faults };
  const draft = { ...assemble(request, context, currency, result.totals), settlement };
  const payable = withPaymentCode({ ...draft, taxes: withReasons(draft) }, request);
  return 'status' in payable ? { ok: true, draft: payable } : { ok: false, faults: payable };
}

function assemble(
  request: CompleteRequest,
  { organization, today, source, attachments = [], templateVersion }: DraftContext,
  currency: string,
  totals: Totals,
): Omit<InvoiceDraft, 'settlement'> {
  const date = request.date ?? today;
  // A quote asks for no money yet.
  const isQuote = request.type === 'quote';
  return {
    type: request.type ?? 'invoice',
    corrects: null,
    status: 'draft',
    date,
    dueDate: isQuote ? null : dueDate(date, request, organization),
    validUntil: request.valid_until ?? null,
    currency,
    ...draftLanguages(request, organization),
    ...parties(request, organization),
    ...figures(request, totals),
    ...texts(request),
    payment: isQuote ? null : draftPayment(request.payment, organization.payment),
    particulars: particularsOf(request),
    format: formatOf(request, organization),
    source,
    attachments,
    template: templateVersion(request.template ?? organization.template),
    logoId: organization.logo_id,
  };
}

/** When an invoice of this day is due: as its request says, else by the terms of the profile. */
export function dueDate(
  date: string,
  request: Pick<CompleteRequest, 'due_date' | 'payment_terms_days'>,
  organization: Pick<Organization, 'payment_terms_days'>,
): string | null {
  const termsDays = request.payment_terms_days ?? organization.payment_terms_days;
  if (request.due_date != null) return request.due_date;
  return termsDays === null ? null : (addDays(date, termsDays) ?? null);
}

/** A part that the request overrides replaces the profile's; an address is replaced as a whole. */
function parties(request: CompleteRequest, organization: Organization) {
  const overrides = present(request.organization ?? {});
  return {
    organization: {
      ...partyOf(overrides.name ?? organization.name, { ...organization, ...overrides }),
      ...present({
        accentColor: request.accent_color ?? organization.accent_color,
        logoPosition: request.logo_position ?? organization.logo_position,
      }),
    },
    recipient: partyOf(request.recipient.name, request.recipient),
  };
}

function figures(request: CompleteRequest, totals: Totals) {
  return {
    pricesIncludeTax: request.prices_include_tax ?? false,
    lines: request.line_items.map((line, index) => lineOf(line, rowOf(totals.lines, index))),
    discounts: adjustments(request.discounts, totals.discounts),
    charges: adjustments(request.charges, totals.charges),
    taxes: totals.taxes.map((tax) => ({ ...tax, rate: decimalText(tax.rate) })),
    subtotalMinor: totals.subtotalMinor,
    discountTotalMinor: totals.discountTotalMinor,
    chargeTotalMinor: totals.chargeTotalMinor,
    taxTotalMinor: totals.taxTotalMinor,
    totalMinor: totals.totalMinor,
  };
}

function lineOf(line: CompleteLine, totals: LineTotals): InvoiceLine {
  return {
    description: line.description,
    details: line.details ?? null,
    quantity: decimalText(decimalOf(line.quantity)),
    unit: line.unit ?? null,
    unitCode: line.unit_code ?? null,
    period: line.period ? periodOf(line.period) : null,
    unitPrice: decimalText(decimalOf(line.unit_price)),
    discount: line.discount ? reduction(line.discount) : null,
    taxes: taxTexts(taxFigures(line)),
    itemId: line.item_id ?? null,
    ...totals,
  };
}

function adjustments(
  sent: readonly AdjustmentDto[] | undefined,
  totals: readonly AdjustmentTotals[],
): Adjustment[] {
  return (sent ?? []).map((adjustment, index) => ({
    ...reduction(adjustment),
    ...(hasOwnTaxes(adjustment) && { taxes: taxTexts(taxFigures(adjustment)) }),
    ...rowOf(totals, index),
  }));
}

function reduction({ percent, amount, reason }: LineDiscountDto): Reduction {
  return present({
    percent: percent == null ? undefined : decimalText(decimalOf(percent)),
    amount: amount == null ? undefined : decimalText(decimalOf(amount)),
    reason,
  });
}

function taxTexts(taxes: readonly Tax[]): InvoiceTax[] {
  return taxes.map((tax) => ({ ...tax, rate: decimalText(tax.rate) }));
}

function texts(request: CompleteRequest) {
  return {
    notes: request.notes ?? null,
    terms: request.terms ?? null,
    reference: request.reference ?? null,
    metadata: request.metadata ?? {},
  };
}

function rowOf<Row>(rows: readonly Row[], index: number): Row {
  const row = rows[index];
  if (row === undefined) throw new Error(`The totals have no row ${index}.`);
  return row;
}
