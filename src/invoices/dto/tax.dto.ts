import { TaxFields } from '../../catalog/dto/tax.dto.js';
import { type DecimalInput, Percentage } from '../../common/http/decimal-fields.js';
import { Text } from '../../common/http/fields.js';

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
  rate?: DecimalInput;
}
