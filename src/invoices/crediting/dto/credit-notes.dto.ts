import { Answer } from '../../../common/http/fields.js';
import { decimalText } from '../../../money/decimal.js';
import { type LineLeft } from '../../domain/credit-lines.js';
import { minorText } from '../../dto/credits.dto.js';
import { InvoiceDto } from '../../dto/invoice.dto.js';
import { type Invoice } from '../../invoice.js';

/** What may still be credited of a line. */
export class CreditLineLeftDto {
  @Answer({ type: 'integer', description: 'Place of the line, counted from 0.' }) index: number;
  @Answer({ type: 'string', description: 'How many of it.', example: '10' }) quantity: string;
  @Answer({ type: 'string', description: 'What is left of its amount.', example: '1500.00' })
  amount: string;
}

/** What may still be credited of an invoice. */
export class CreditLeftDto {
  @Answer({ type: 'string', description: 'Its total less its credit notes.', example: '1500.00' })
  total: string;
  @Answer({ type: () => CreditLineLeftDto, isArray: true, description: 'Every line.' })
  lines: CreditLineLeftDto[];
}

/** The credit notes of an invoice. */
export class CreditNotesDto {
  @Answer({ type: () => InvoiceDto, isArray: true, description: 'Void ones too, oldest first.' })
  data: InvoiceDto[];
  @Answer({ type: () => CreditLeftDto, description: 'What may still be credited.' })
  left: CreditLeftDto;

  static from(
    {
      invoice,
      notes,
      left,
    }: { invoice: Invoice; notes: readonly Invoice[]; left: readonly LineLeft[] },
    path: string,
  ): CreditNotesDto {
    const { totalMinor, creditedMinor, currency } = invoice;
    return {
      data: notes.map((note) => InvoiceDto.from(note, path)),
      left: {
        total: minorText(totalMinor - creditedMinor, currency),
        lines: left.map(({ quantity, amountMinor }, index) => ({
          index,
          quantity: decimalText(quantity),
          amount: minorText(amountMinor, currency),
        })),
      },
    };
  }
}
