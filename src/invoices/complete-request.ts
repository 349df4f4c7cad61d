import { type DecimalInput } from '../common/http/decimal-fields.js';
import { type CreateInvoiceDto, type LineItemDto } from './dto/create-invoice.dto.js';
import { type RecipientDto } from './dto/recipient.dto.js';

/** A line that says everything itself. */
export type CompleteLine = LineItemDto & {
  description: string;
  unit_price: DecimalInput;
  /** The stored item that it was completed with. */
  item_id?: string;
};

/** A request with what it took from a stored customer and stored items; it refers to nothing any more. */
export type CompleteRequest = Omit<CreateInvoiceDto, 'recipient' | 'line_items'> & {
  recipient: RecipientDto & { name: string };
  line_items: CompleteLine[];
};
