import { Answer } from '../../common/http/fields.js';
import { currencyDecimals, formatMinor } from '../../money/currency.js';
import { type Corrects, type Invoice } from '../invoice.js';

/** The invoice that a credit note corrects. */
export class CorrectsDto {
  @Answer({ type: 'string', description: 'Id of the invoice.' }) id: string;
  @Answer({ type: 'string', description: 'Its number.', example: 'INV-0001' })
  invoice_number: string;
  @Answer({ type: 'string', format: 'date', description: 'Its date.' }) date: string;
  @Answer({ type: ['string', 'null'], description: 'Why it is corrected, if that was said.' })
  reason: string | null;

  static from(corrects: Corrects | null): CorrectsDto | null {
    if (corrects === null) return null;
    const { id, number, date, reason } = corrects;
    return { id, invoice_number: number, date, reason };
  }
}

/** A credit note as its invoice tells of it. */
export class CreditNoteLinkDto {
  @Answer({ type: 'string', description: 'Id of the credit note.' }) id: string;
  @Answer({ type: 'string', description: 'Its number.', example: 'CN-0001' })
  invoice_number: string;
  @Answer({ type: 'string', description: 'What it credits.', example: '150.00' }) total: string;
  @Answer({ type: 'string', enum: ['issued', 'void'], description: 'Where it stands.' })
  status: string;

  static listOf({ creditNotes, currency }: Invoice): CreditNoteLinkDto[] {
    return creditNotes.map(({ id, number, totalMinor, status }) => ({
      id,
      invoice_number: number,
      total: minorText(totalMinor, currency),
      status,
    }));
  }
}

/** An amount with the decimals of its currency. */
export function minorText(minor: bigint, currency: string): string {
  return formatMinor(minor, currencyDecimals(currency) ?? 2);
}
