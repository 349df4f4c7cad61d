import { type DecimalInput, Percentage } from '../../common/http/decimal-fields.js';
import { Choice, Text } from '../../common/http/fields.js';
import { type TaxCategory, taxCategories } from '../../money/tax-category.js';

/** A tax of a line, or of an item that lines are made from. */
export class TaxDto {
  @Text({ max: 50, description: 'Name as it is printed.', example: 'VAT' }) name: string;
  @Percentage({ description: 'Rate in percent.', example: '19' }) rate: DecimalInput;
  @Choice(taxCategories, {
    optional: true,
    description: 'VAT category of EN 16931; left out: S with a rate above 0, else Z.',
    example: 'S',
  })
  category?: TaxCategory;
}
