import { DecimalField, type DecimalInput, Percentage } from '../../common/http/decimal-fields.js';
import { Answer, Currency, Flag, ListOf, Text } from '../../common/http/fields.js';
import { Metadata } from '../../common/http/metadata.js';
import { type Item } from '../item.js';
import { EntryDto } from './entry.dto.js';
import { ExternalId } from './external-id.field.js';
import { EntryListDto } from './list-entries.dto.js';
import { ItemTaxDto } from './tax.dto.js';
import { UnitCodeField } from './unit-code.field.js';

const description = {
  max: 1000,
  multiline: true,
  description: 'What is sold, as lines print it.',
  example: 'Consulting services',
};
const externalId = {
  optional: true,
  description: 'Your own id of the item, once in your account.',
};

/** What may be said of an item beside its description. */
class ItemFields {
  @Text({
    max: 1000,
    multiline: true,
    optional: true,
    description: 'Small print under the description.',
  })
  details?: string;

  @Text({ max: 50, optional: true, description: 'Unit as it is printed.', example: 'hours' })
  unit?: string;

  @UnitCodeField()
  unit_code?: string;

  @DecimalField({
    optional: true,
    description: 'Price of one unit; left out: each line has its own.',
    example: '150.00',
  })
  unit_price?: DecimalInput;

  @Currency({
    optional: true,
    description: 'Currency of the price; left out: whichever the invoice has.',
    example: 'EUR',
  })
  currency?: string;

  @Percentage({ optional: true, description: 'Short for one tax with this rate.', example: '19' })
  tax_rate?: DecimalInput;

  @ListOf(() => ItemTaxDto, {
    min: 0,
    max: 10,
    optional: true,
    description: 'All taxes of the item.',
  })
  taxes?: ItemTaxDto[];

  @Metadata({ optional: true, description: 'Your own data, given back and never printed.' })
  metadata?: Record<string, string>;

  @Flag({ optional: true, description: 'Not offered any more; every id still finds it.' })
  archived?: boolean;
}

/** An item under an external id that stands in the address. */
export class PutItemDto extends ItemFields {
  @Text(description) description: string;
}

export class CreateItemDto extends PutItemDto {
  @ExternalId(externalId) external_id?: string;
}

/** What is left out stays as it is; null empties a field. */
export class ChangeItemDto extends ItemFields {
  @Text({ ...description, optional: true }) description?: string;
  @ExternalId(externalId) external_id?: string;
}

const optionalText = (text: string) => Answer({ type: ['string', 'null'], description: text });

export class ItemDto extends EntryDto {
  @Answer({ type: 'string', enum: ['item'], description: 'Always "item".' }) object: 'item';
  @Answer({ type: 'string', description: 'What is sold.', example: 'Consulting services' })
  description: string;
  @optionalText('Small print under the description.') details: string | null;
  @optionalText('Unit as it is printed.') unit: string | null;
  @optionalText('Code of the unit (UN/ECE Rec 20).') unit_code: string | null;
  @optionalText('Price of one unit; null: each line has its own.') unit_price: string | null;
  @optionalText('Currency of the price; null: whichever the invoice has.') currency: string | null;
  @optionalText('Short for one tax with this rate, in percent.') tax_rate: string | null;
  @Answer({
    oneOf: [
      { type: 'array', items: { $ref: '#/components/schemas/ItemTaxDto' } },
      { type: 'null' },
    ],
    description: 'All taxes, where they were not said by tax_rate.',
  })
  taxes: ItemTaxDto[] | null;

  static from({ id, ...item }: Item): ItemDto {
    const { metadata, taxes } = item;
    return {
      id,
      object: 'item',
      ...item,
      metadata: { ...metadata },
      taxes: taxes === null ? null : [...taxes],
    };
  }
}

export class ItemListDto extends EntryListDto {
  @Answer({ type: () => ItemDto, isArray: true, description: 'Items, newest first.' })
  data: ItemDto[];
}
