import { Answer, Text } from '../../../common/http/fields.js';
import { taxCategories } from '../../../money/tax-category.js';
import { Percentage } from '../../../common/http/decimal-fields.js';
import { TaxFields } from '../../../catalog/dto/tax.dto.js';
import { type TaxPreset } from '../tax-preset.js';

/** A tax preset as it is written; fields that are left out are emptied. */
export class PutTaxPresetDto extends TaxFields {
  @Text({ max: 100, description: 'What the preset is called.', example: 'VAT 19' }) name: string;
  @Text({ max: 50, description: 'Name of the tax as it is printed.', example: 'VAT' })
  tax_name: string;
  @Percentage({ description: 'Rate in percent.', example: '19' }) rate: string | number;
}

export class TaxPresetDto {
  @Answer({ type: 'string', description: 'Id of the preset.' }) id: string;
  @Answer({ type: 'string', description: 'What the preset is called.', example: 'VAT 19' })
  name: string;
  @Answer({ type: 'string', description: 'Name of the tax as it is printed.', example: 'VAT' })
  tax_name: string;
  @Answer({ type: 'string', description: 'Rate in percent.', example: '19' }) rate: string;
  @Answer({ type: 'string', enum: [...taxCategories], description: 'VAT category of EN 16931.' })
  category: string;
  @Answer({
    type: 'boolean',
    description: 'Whether it is charged on the other taxes of the line as well.',
  })
  compound: boolean;
  @Answer({ type: ['string', 'null'], description: 'Why nothing is charged, in your own words.' })
  exemption_reason: string | null;
  @Answer({ type: 'string', format: 'date-time', description: 'When it was made.' })
  created_at: string;

  static from({ id, name, tax, createdAt }: TaxPreset): TaxPresetDto {
    return {
      id,
      name,
      tax_name: tax.name,
      rate: tax.rate,
      category: tax.category,
      compound: tax.compound,
      exemption_reason: tax.exemptionReason,
      created_at: createdAt,
    };
  }
}

export class TaxPresetListDto {
  @Answer({ type: () => TaxPresetDto, isArray: true, description: 'All presets by their names.' })
  data: TaxPresetDto[];
}
