import { Injectable } from '@nestjs/common';
import { Clock } from '../common/time/clock.js';
import { MailSettingsDto } from '../delivery/dto/mail-settings.dto.js';
import { MailSettingsService } from '../delivery/mail-settings.service.js';
import { TaxPresetDto } from '../invoices/tax-presets/dto/tax-preset.dto.js';
import { TaxPresetsService } from '../invoices/tax-presets/tax-presets.service.js';
import { KeyDto } from '../keys/dto/key.dto.js';
import { KeysService } from '../keys/keys.service.js';

/** The short lists of an account, each as its route answers it. */
@Injectable()
export class AccountLists {
  constructor(
    private readonly apiKeys: KeysService,
    private readonly presets: TaxPresetsService,
    private readonly mail: MailSettingsService,
    private readonly clock: Clock,
  ) {}

  /** All keys, obscured. */
  async keys(accountId: string): Promise<KeyDto[]> {
    const now = this.clock.nowText();
    return (await this.apiKeys.list(accountId)).map((apiKey) => KeyDto.from(apiKey, now));
  }

  /** How the account writes its mails. */
  async mailSettings(accountId: string): Promise<MailSettingsDto> {
    return MailSettingsDto.from(await this.mail.get(accountId));
  }

  /** All tax presets. */
  async taxPresets(accountId: string): Promise<TaxPresetDto[]> {
    return (await this.presets.list(accountId)).map((preset) => TaxPresetDto.from(preset));
  }
}
