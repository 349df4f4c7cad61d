import { Injectable } from '@nestjs/common';
import { type Organization } from '../accounts/organization.js';
import { OrganizationsService } from '../accounts/organizations.service.js';
import { Clock } from '../common/time/clock.js';
import { dayIn } from '../common/time/today.js';
import { type DocumentType, usualSeries } from './domain/document-type.js';
import { numberAt, seriesNumbering, seriesPeriod } from './invoice-numbering.js';
import { InvoicesRepository } from './invoices.repository.js';
import { NumberSeriesRepository } from './number-series.repository.js';

/** How many numbers are looked up at once. */
const batch = 100;

/** Looks ahead in the usual series of a type; a document that is made in the meantime gets the number first. */
@Injectable()
export class NextNumberService {
  constructor(
    private readonly series: NumberSeriesRepository,
    private readonly invoices: InvoicesRepository,
    private readonly organizations: OrganizationsService,
    private readonly clock: Clock,
  ) {}

  /** The number that the next document of today would get, in another format than the stored one if given. */
  async get(accountId: string, type: DocumentType, numberFormat?: string): Promise<string> {
    const organization = await this.organizations.get(accountId);
    const profile = { ...organization, number_format: numberFormat ?? organization.number_format };
    return this.inProfile(accountId, profile, type);
  }

  /** The number that the next document would get if the account had this profile. */
  async inProfile(
    accountId: string,
    organization: Organization,
    type: DocumentType = 'invoice',
  ): Promise<string> {
    const numbering = seriesNumbering(usualSeries[type], organization);
    const today = dayIn(organization.time_zone, this.clock.now());
    let sequence = await this.series.next(accountId, seriesPeriod(numbering, today));
    for (;;) {
      const numbers: string[] = [];
      for (let count = 0; count < batch; count += 1, sequence += 1) {
        numbers.push(numberAt(numbering, today, sequence).number);
      }
      const taken = await this.invoices.taken(accountId, numbers);
      const free = numbers.find((number) => !taken.has(number));
      if (free !== undefined) return free;
    }
  }
}
