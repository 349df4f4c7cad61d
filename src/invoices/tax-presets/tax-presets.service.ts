import { Injectable } from '@nestjs/common';
import { isId, newId } from '../../common/ids/id.js';
import { Clock } from '../../common/time/clock.js';
import { type TaxPreset } from './tax-preset.js';
import { TaxPresetNotFound } from './tax-presets.errors.js';
import { TaxPresetsRepository } from './tax-presets.repository.js';

/** How many presets an account may have: all of them are offered at once. */
const presetsMax = 100;

/** What its owner says of a preset. */
export type TaxPresetValues = Pick<TaxPreset, 'name' | 'tax'>;

/** The taxes that an account uses again and again. */
@Injectable()
export class TaxPresetsService {
  constructor(
    private readonly presets: TaxPresetsRepository,
    private readonly clock: Clock,
  ) {}

  /** All presets of an account by their names. */
  list(accountId: string): Promise<TaxPreset[]> {
    return this.presets.list(accountId);
  }

  /** @throws TaxPresetNotFound */
  async get(accountId: string, id: string): Promise<TaxPreset> {
    const preset = isId('txp', id) ? await this.presets.find(accountId, id) : undefined;
    if (preset === undefined) throw new TaxPresetNotFound();
    return preset;
  }

  /** @throws TooManyTaxPresets, TaxPresetNameTaken */
  async add(accountId: string, values: TaxPresetValues): Promise<TaxPreset> {
    const now = this.clock.now();
    const preset = { ...values, id: newId('txp', now), createdAt: now.toISOString() };
    await this.presets.add(accountId, preset, presetsMax);
    return preset;
  }

  /** Invoices that were made with it stay as they are. @throws TaxPresetNotFound, TaxPresetNameTaken */
  async replace(accountId: string, id: string, values: TaxPresetValues): Promise<TaxPreset> {
    const preset = { ...(await this.get(accountId, id)), ...values };
    if (!(await this.presets.replace(accountId, preset))) throw new TaxPresetNotFound();
    return preset;
  }

  /** Invoices that were made with it stay as they are. @throws TaxPresetNotFound */
  async remove(accountId: string, id: string): Promise<void> {
    if (!isId('txp', id) || !(await this.presets.remove(accountId, id))) {
      throw new TaxPresetNotFound();
    }
  }
}
