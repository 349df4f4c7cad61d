import { Injectable } from '@nestjs/common';
import { AccountsService } from '../accounts/accounts.service.js';
import { OrganizationsService } from '../accounts/organizations.service.js';
import { type Caller } from '../common/http/caller.js';
import { CatalogFiles } from './catalog-files.js';
import { jsonEntry } from './json-entry.js';
import { SettingsFiles } from './settings-files.js';
import { type ZipEntry } from './zip.js';

/** What an account has beside its invoices, as files of a ZIP. */
@Injectable()
export class AccountFiles {
  constructor(
    private readonly accounts: AccountsService,
    private readonly organizations: OrganizationsService,
    private readonly settings: SettingsFiles,
    private readonly catalog: CatalogFiles,
  ) {}

  /** account.json with user and organization, the {@link SettingsFiles}, the catalog, and the logo if there is one. */
  async *of(caller: Caller, now: Date): AsyncGenerator<ZipEntry> {
    const { accountId } = caller;
    const session = await this.accounts.session(caller);
    yield jsonEntry('account.json', session, now);
    yield* this.settings.of(accountId);
    yield* this.catalog.of(accountId, now);
    if (session.organization.logo_url != null) yield await this.logo(accountId, now);
  }

  private async logo(accountId: string, modifiedAt: Date): Promise<ZipEntry> {
    const { bytes: content, mediaType } = await this.organizations.logo(accountId);
    const name = mediaType === 'image/png' ? 'logo.png' : 'logo.jpg';
    return { name, content, modifiedAt, compress: false };
  }
}
