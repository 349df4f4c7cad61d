import { Choice, Flag, Text } from '../../common/http/fields.js';
import { type TaxCategory, taxCategories } from '../domain/tax.js';
import { Percentage } from './invoice.fields.js';

/** What a tax is, in a request and in a preset alike. */
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

/** A tax of a line, discount or charge: a preset of the account, or a name and a rate. */
export class TaxDto extends TaxFields {
  @Text({
    max: 100,
    optional: true,
    description: 'Name or id of a tax preset of the account, in place of all other fields.',
  })
  preset?: string;

  @Text({
    max: 50,
    optional: true,
    description: 'Name as it is printed; needed without preset.',
    example: 'VAT',
  })
  name?: string;

  @Percentage({
    optional: true,
    description: 'Rate in percent; needed without preset.',
    example: '19',
  })
  rate?: string | number;
}
