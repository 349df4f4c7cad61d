import { Injectable } from '@nestjs/common';
import { type Fault } from '../../common/errors/app-error.js';
import { pointer } from '../../common/errors/pointer.js';
import { placedParts } from '../../common/parts.js';
import { type CreateInvoiceDto } from '../dto/create-invoice.dto.js';
import { type TaxDto } from '../dto/tax.dto.js';
import { type TaxPreset } from './tax-preset.js';
import { TaxPresetsService } from './tax-presets.service.js';

type Path = readonly (string | number)[];

/** A tax of a request that names a preset, and where it stands. */
interface Named {
  readonly tax: TaxDto;
  readonly path: Path;
}

const own = ['name', 'rate', 'category', 'compound', 'exemption_reason'] as const;

/** Puts presets in the place of their names, so that the invoice keeps what they were when it was made. */
@Injectable()
export class PresetTaxes {
  constructor(private readonly presets: TaxPresetsService) {}

  /**
   * Fills the taxes of a request that name a preset; looks at no preset where none is named. Answers
   * what cannot be filled. The request may have other faults.
   */
  async fill(accountId: string, request: Partial<CreateInvoiceDto>): Promise<Fault[]> {
    const named = namedIn(request);
    if (named.length === 0) return [];
    const presets = new Map<string, TaxPreset>();
    for (const preset of await this.presets.list(accountId)) {
      presets.set(preset.name, preset);
      presets.set(preset.id, preset);
    }
    return named.flatMap((each) => filled(each, presets));
  }
}

function filled({ tax, path }: Named, presets: ReadonlyMap<string, TaxPreset>): Fault[] {
  if (own.some((name) => tax[name] != null)) {
    const message = 'Send preset or the other fields of a tax, not both.';
    return [{ pointer: pointer(...path, 'preset'), code: 'preset_or_tax', message }];
  }
  const preset = presets.get(tax.preset?.trim() ?? '');
  if (preset === undefined) {
    return [
      {
        pointer: pointer(...path, 'preset'),
        code: 'unknown_tax_preset',
        message: 'The account has no tax preset with this name or id.',
        hint: 'GET /v1/tax-presets lists them.',
      },
    ];
  }
  delete tax.preset;
  tax.name = preset.tax.name;
  tax.rate = preset.tax.rate;
  tax.category = preset.tax.category;
  if (preset.tax.compound) tax.compound = true;
  if (preset.tax.exemptionReason !== null) tax.exemption_reason = preset.tax.exemptionReason;
  return [];
}

function namedIn(request: Partial<CreateInvoiceDto>): Named[] {
  return (['line_items', 'discounts', 'charges'] as const).flatMap((list) =>
    placedParts<{ taxes?: TaxDto[] }>(request[list]).flatMap(([taxed, index]) =>
      placedParts(taxed.taxes).flatMap(([tax, at]) =>
        typeof tax.preset === 'string' ? [{ tax, path: [list, index, 'taxes', at] }] : [],
      ),
    ),
  );
}
