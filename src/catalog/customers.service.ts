import { Injectable } from '@nestjs/common';
import { Clock } from '../common/time/clock.js';
import { CustomerNotFound } from './catalog.errors.js';
import { blankCustomer, type Customer } from './customer.js';
import { CustomersRepository } from './customers.repository.js';
import { EntriesService } from './entries.service.js';

/** The customers of accounts. */
@Injectable()
export class CustomersService extends EntriesService<Customer> {
  constructor(customers: CustomersRepository, clock: Clock) {
    const notFound = () => new CustomerNotFound();
    super(customers, clock, { prefix: 'cus', blank: blankCustomer, notFound });
  }
}
