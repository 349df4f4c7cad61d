import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { KeysModule } from '../keys/keys.module.js';
import { CatalogDeletionRepository } from './catalog-deletion.repository.js';
import { CatalogRequests } from './catalog-requests.js';
import { CatalogUpserts } from './catalog-upserts.js';
import {
  CustomersController,
  DashboardCustomersController,
  DashboardItemsController,
  ItemsController,
} from './catalog.controllers.js';
import { CustomersRepository } from './customers.repository.js';
import { CustomersService } from './customers.service.js';
import { ItemsRepository } from './items.repository.js';
import { ItemsService } from './items.service.js';

/** Customers and items: what requests for invoices may refer to instead of saying it again. */
@Module({
  imports: [AccountsModule, KeysModule],
  controllers: [
    CustomersController,
    DashboardCustomersController,
    ItemsController,
    DashboardItemsController,
  ],
  providers: [
    CatalogDeletionRepository,
    CatalogRequests,
    CatalogUpserts,
    CustomersRepository,
    CustomersService,
    ItemsRepository,
    ItemsService,
  ],
  exports: [CatalogUpserts, CustomersService, ItemsService],
})
export class CatalogModule {}
