import { InvalidRequest } from '../../common/errors/app-error.js';
import { readRequest } from '../../common/http/read-request.js';
import { decimalText } from '../../money/decimal.js';
import { decimalOf } from '../../money/checked-decimal.js';
import { categoryOf, taxFaults } from '../../catalog/tax-faults.js';
import { PutTaxPresetDto } from './dto/tax-preset.dto.js';
import { type TaxPresetValues } from './tax-presets.service.js';

/** Reads the body of a request as a preset that works in every invoice. @throws InvalidRequest */
export function taxPresetOf(body: unknown): TaxPresetValues {
  const { value, faults } = readRequest(PutTaxPresetDto, body);
  const all = faults.length > 0 ? faults : taxFaults({ ...value, name: value.tax_name }, []);
  if (all.length > 0) throw new InvalidRequest(all);
  return {
    name: value.name.trim(),
    tax: {
      name: value.tax_name,
      rate: decimalText(decimalOf(value.rate)),
      category: categoryOf(value),
      compound: value.compound ?? false,
      exemptionReason: value.exemption_reason ?? null,
    },
  };
}
