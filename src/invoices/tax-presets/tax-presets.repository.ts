import { Injectable } from '@nestjs/common';
import { lockAccount } from '../../accounts/account-lock.js';
import { Database, type SqlSession } from '../../common/database/database.js';
import { isDuplicateRow } from '../../common/database/database-errors.js';
import { TaxPresetEntity } from './tax-preset.entity.js';
import { type TaxPreset } from './tax-preset.js';
import { TaxPresetNameTaken, TooManyTaxPresets } from './tax-presets.errors.js';

/** The tax presets of accounts. */
@Injectable()
export class TaxPresetsRepository {
  constructor(private readonly database: Database) {}

  /** All presets of an account by their names. */
  async list(accountId: string): Promise<TaxPreset[]> {
    const rows = await this.database.read.manager.find(TaxPresetEntity, {
      where: { account_id: accountId },
      order: { name: 'ASC' },
    });
    return rows.map(presetOf);
  }

  async find(accountId: string, id: string): Promise<TaxPreset | undefined> {
    const where = { id, account_id: accountId };
    const row = await this.database.read.manager.findOneBy(TaxPresetEntity, where);
    return row === null ? undefined : presetOf(row);
  }

  /** @throws TooManyTaxPresets, TaxPresetNameTaken */
  async add(accountId: string, preset: TaxPreset, presetsMax: number): Promise<void> {
    await this.write(preset.name, async (session) => {
      await lockAccount(session, accountId);
      const count = await session.manager.countBy(TaxPresetEntity, { account_id: accountId });
      if (count >= presetsMax) throw new TooManyTaxPresets(presetsMax);
      const { id, createdAt } = preset;
      const row = { ...valuesOf(preset), id, account_id: accountId, created_at: createdAt };
      await session.manager.insert(TaxPresetEntity, row);
    });
  }

  /** Puts other values into a preset; answers whether there is such a one. @throws TaxPresetNameTaken */
  replace(accountId: string, preset: TaxPreset): Promise<boolean> {
    const where = { id: preset.id, account_id: accountId };
    return this.write(preset.name, async (session) => {
      if (!(await session.manager.existsBy(TaxPresetEntity, where))) return false;
      await session.manager.update(TaxPresetEntity, where, valuesOf(preset));
      return true;
    });
  }

  /** Answers whether there was such a preset. */
  remove(accountId: string, id: string): Promise<boolean> {
    return this.database.transaction(async (session) => {
      const where = { id, account_id: accountId };
      const { affected } = await session.manager.delete(TaxPresetEntity, where);
      return affected === 1;
    });
  }

  private async write<T>(name: string, work: (session: SqlSession) => Promise<T>): Promise<T> {
    try {
      return await this.database.transaction(work);
    } catch (error) {
      if (isDuplicateRow(error)) throw new TaxPresetNameTaken(name);
      throw error;
    }
  }
}

function valuesOf({ name, tax }: TaxPreset) {
  return {
    name,
    tax_name: tax.name,
    rate: tax.rate,
    category: tax.category,
    compound: tax.compound ? 1 : 0,
    exemption_reason: tax.exemptionReason,
  };
}

function presetOf(row: TaxPresetEntity): TaxPreset {
  return {
    id: row.id,
    name: row.name,
    tax: {
      name: row.tax_name,
      rate: row.rate,
      category: row.category,
      compound: row.compound === 1,
      exemptionReason: row.exemption_reason,
    },
    createdAt: row.created_at,
  };
}
