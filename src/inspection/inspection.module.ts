import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { KeysModule } from '../keys/keys.module.js';
import { DashboardEInvoicesController, EInvoicesController } from './inspection.controllers.js';
import { InspectionService } from './inspection.service.js';

/** E-invoices of others, read and held against the rules. */
@Module({
  imports: [AccountsModule, KeysModule],
  controllers: [EInvoicesController, DashboardEInvoicesController],
  providers: [InspectionService],
})
export class InspectionModule {}
