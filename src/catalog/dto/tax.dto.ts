import { type DecimalInput, Percentage } from '../../common/http/decimal-fields.js';
import { Choice, Flag, Text } from '../../common/http/fields.js';
import { type TaxCategory, taxCategories } from '../../money/tax-category.js';

/** What a tax is, in a request, in a preset and in an item alike. */
export abstract class TaxFields {
  @Choice(taxCategories, {
    optional: true,
    description:
      'VAT category of EN 16931; left out: S with a rate above 0, E with an exemption_reason, else Z. Only S, L and M may have a rate above 0.',
    example: 'S',
  })
  category?: TaxCategory;

  @Flag({
    optional: true,
    description: 'Charged on the net amount and the other taxes of the line that are not compound.',
    example: false,
  })
  compound?: boolean;

  @Text({
    max: 300,
    optional: true,
    description:
      'Why nothing is charged, for the categories E, AE, K, G and O. Left out: a standard sentence in the language of the invoice.',
  })
  exemption_reason?: string;
}

/** A tax of an item that lines are made from. */
export class ItemTaxDto extends TaxFields {
  @Text({ max: 50, description: 'Name as it is printed.', example: 'VAT' }) name: string;
  @Percentage({ description: 'Rate in percent.', example: '19' }) rate: DecimalInput;
}
