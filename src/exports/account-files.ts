import { Injectable } from '@nestjs/common';
import { AccountsService } from '../accounts/accounts.service.js';
import { OrganizationsService } from '../accounts/organizations.service.js';
import { CustomerDto } from '../catalog/dto/customer.dto.js';
import { ItemDto } from '../catalog/dto/item.dto.js';
import { CustomersService } from '../catalog/customers.service.js';
import { ItemsService } from '../catalog/items.service.js';
import { type Caller } from '../common/http/caller.js';
import { Clock } from '../common/time/clock.js';
import { KeyDto } from '../keys/dto/key.dto.js';
import { KeysService } from '../keys/keys.service.js';
import { jsonArray } from './json-array.js';
import { type ZipEntry } from './zip.js';

/** What an account has beside its invoices, as files of a ZIP. */
@Injectable()
export class AccountFiles {
  constructor(
    private readonly accounts: AccountsService,
    private readonly organizations: OrganizationsService,
    private readonly keys: KeysService,
    private readonly customers: CustomersService,
    private readonly items: ItemsService,
    private readonly clock: Clock,
  ) {}

  /** account.json with user and organization, keys.json without any key, customers, items, and the logo if there is one. */
  async *of(caller: Caller): AsyncGenerator<ZipEntry> {
    const { accountId } = caller;
    const session = await this.accounts.session(caller);
    yield this.json('account.json', session);
    const keys = await this.keys.list(accountId);
    const now = this.clock.nowText();
    yield this.json(
      'keys.json',
      keys.map((apiKey) => KeyDto.from(apiKey, now)),
    );
    yield this.list('customers.json', mapped(this.customers.all(accountId), CustomerDto.from));
    yield this.list('items.json', mapped(this.items.all(accountId), ItemDto.from));
    if (session.organization.logo_url != null) yield await this.logo(accountId);
  }

  private async logo(accountId: string): Promise<ZipEntry> {
    const { bytes: content, mediaType } = await this.organizations.logo(accountId);
    const name = mediaType === 'image/png' ? 'logo.png' : 'logo.jpg';
    return { name, content, modifiedAt: this.clock.now(), compress: false };
  }

  private list(name: string, values: AsyncIterable<object>): ZipEntry {
    return { name, content: jsonArray(values), modifiedAt: this.clock.now(), compress: true };
  }

  private json(name: string, value: unknown): ZipEntry {
    const content = Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
    return { name, content, modifiedAt: this.clock.now(), compress: true };
  }
}

async function* mapped<From, To>(
  values: AsyncIterable<From>,
  map: (value: From) => To,
): AsyncGenerator<To> {
  for await (const value of values) yield map(value);
}
