import { Injectable } from '@nestjs/common';
import { type Organization } from '../accounts/organization.js';
import { OrganizationsService } from '../accounts/organizations.service.js';
import { Clock } from '../common/time/clock.js';
import { dayIn } from '../common/time/today.js';
import { accountSeries, numberAt, seriesNumbering, seriesPeriod } from './invoice-numbering.js';
import { InvoicesRepository } from './invoices.repository.js';
import { NumberSeriesRepository } from './number-series.repository.js';

/** How many numbers are looked up at once. */
const batch = 100;

/** Looks ahead in the account's own series; an invoice that is made in the meantime gets the number first. */
@Injectable()
export class NextNumberService {
  constructor(
    private readonly series: NumberSeriesRepository,
    private readonly invoices: InvoicesRepository,
    private readonly organizations: OrganizationsService,
    private readonly clock: Clock,
  ) {}

  /** The number that the next invoice of today would get, in another format than the stored one if given. */
  async get(accountId: string, numberFormat?: string): Promise<string> {
    const organization = await this.organizations.get(accountId);
    return this.inProfile(accountId, {
      ...organization,
      number_format: numberFormat ?? organization.number_format,
    });
  }

  /** The number that the next invoice would get if the account had this profile. */
  async inProfile(accountId: string, organization: Organization): Promise<string> {
    const numbering = seriesNumbering(accountSeries, organization);
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
