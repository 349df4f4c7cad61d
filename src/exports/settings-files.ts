import { Injectable } from '@nestjs/common';
import { Clock } from '../common/time/clock.js';
import { MailSettingsDto } from '../delivery/dto/mail-settings.dto.js';
import { MailSettingsService } from '../delivery/mail-settings.service.js';
import { TaxPresetDto } from '../invoices/tax-presets/dto/tax-preset.dto.js';
import { TaxPresetsService } from '../invoices/tax-presets/tax-presets.service.js';
import { KeyDto } from '../keys/dto/key.dto.js';
import { KeysService } from '../keys/keys.service.js';
import { jsonEntry } from './json-entry.js';
import { type ZipEntry } from './zip.js';

/** What an account has set up beside its organization, as files of a ZIP. */
@Injectable()
export class SettingsFiles {
  constructor(
    private readonly keys: KeysService,
    private readonly mail: MailSettingsService,
    private readonly presets: TaxPresetsService,
    private readonly clock: Clock,
  ) {}

  /** keys.json without any key, mail-settings.json and tax-presets.json. */
  async *of(accountId: string): AsyncGenerator<ZipEntry> {
    const keys = await this.keys.list(accountId);
    const now = this.clock.now();
    const shown = keys.map((apiKey) => KeyDto.from(apiKey, now.toISOString()));
    yield jsonEntry('keys.json', shown, now);
    const settings = MailSettingsDto.from(await this.mail.get(accountId));
    yield jsonEntry('mail-settings.json', settings, now);
    const presets = await this.presets.list(accountId);
    const answers = presets.map((preset) => TaxPresetDto.from(preset));
    yield jsonEntry('tax-presets.json', answers, now);
  }
}
