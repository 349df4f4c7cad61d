import { Injectable } from '@nestjs/common';
import { AccountsService } from '../accounts/accounts.service.js';
import { OrganizationsService } from '../accounts/organizations.service.js';
import { type Caller } from '../common/http/caller.js';
import { Clock } from '../common/time/clock.js';
import { AccountLists } from './account-lists.js';
import { type ZipEntry } from './zip.js';

/** What an account has beside its invoices, as files of a ZIP. */
@Injectable()
export class AccountFiles {
  constructor(
    private readonly accounts: AccountsService,
    private readonly organizations: OrganizationsService,
    private readonly lists: AccountLists,
    private readonly clock: Clock,
  ) {}

  /** account.json with user and organization, keys.json without any key, mail settings, tax presets, and the logo if there is one. */
  async *of(caller: Caller): AsyncGenerator<ZipEntry> {
    const { accountId } = caller;
    const session = await this.accounts.session(caller);
    yield this.json('account.json', session);
    yield this.json('keys.json', await this.lists.keys(accountId));
    yield this.json('mail-settings.json', await this.lists.mailSettings(accountId));
    yield this.json('tax-presets.json', await this.lists.taxPresets(accountId));
    if (session.organization.logo_url != null) yield await this.logo(accountId);
  }

  private async logo(accountId: string): Promise<ZipEntry> {
    const { bytes: content, mediaType } = await this.organizations.logo(accountId);
    const name = mediaType === 'image/png' ? 'logo.png' : 'logo.jpg';
    return { name, content, modifiedAt: this.clock.now(), compress: false };
  }

  private json(name: string, value: unknown): ZipEntry {
    const content = Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
    return { name, content, modifiedAt: this.clock.now(), compress: true };
  }
}
