import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { AttachmentsModule } from '../attachments/attachments.module.js';
import { CatalogModule } from '../catalog/catalog.module.js';
import { DocumentsModule } from '../documents/documents.module.js';
import { KeysModule } from '../keys/keys.module.js';
import { PdfModule } from '../pdf/pdf.module.js';
import { CompletedRequests } from './completed-requests.js';
import { ConversionRequests } from './conversion/conversion-requests.js';
import {
  ConversionsController,
  DashboardConversionsController,
} from './conversion/conversions.controllers.js';
import { ConversionsRepository } from './conversion/conversions.repository.js';
import { ConversionsService } from './conversion/conversions.service.js';
import { CreditNoteIssuing } from './crediting/credit-note-issuing.js';
import { CreditNoteRequests } from './crediting/credit-note-requests.js';
import {
  CreditNotesController,
  DashboardCreditNotesController,
} from './crediting/credit-notes.controllers.js';
import { CreditNotesRepository } from './crediting/credit-notes.repository.js';
import { CreditNotesService } from './crediting/credit-notes.service.js';
import { CreditableInvoices } from './crediting/creditable-invoices.js';
import { DashboardDraftsController, DraftsController } from './drafting/drafts.controllers.js';
import { DraftsRepository } from './drafting/drafts.repository.js';
import { DraftsService } from './drafting/drafts.service.js';
import {
  DashboardEInvoicesController,
  EInvoicesController,
} from './e-invoicing/e-invoices.controllers.js';
import { EInvoicesService } from './e-invoicing/e-invoices.service.js';
import { IdempotencyExpiry } from './idempotency-expiry.js';
import { IdempotencyRepository } from './idempotency.repository.js';
import { IdempotentIssuing } from './idempotent-issuing.js';
import { InvoiceEvents } from './invoice-events.js';
import { InvoiceFormController } from './invoice-form.controller.js';
import { InvoiceCreations } from './invoice-creations.js';
import { InvoiceDeletionRepository } from './invoice-deletion.repository.js';
import { InvoiceHeads } from './invoice-heads.js';
import { InvoiceListRepository } from './invoice-list.repository.js';
import { InvoiceListService } from './invoice-list.service.js';
import { InvoiceLooks } from './invoice-looks.js';
import { InvoicePagesService } from './invoice-pages.service.js';
import { InvoicePdfsService } from './invoice-pdfs.service.js';
import { InvoiceReplies } from './invoice-replies.js';
import { InvoiceRequests } from './invoice-requests.js';
import {
  DashboardInvoicesController,
  GenerateController,
  InvoicesController,
} from './invoices.controllers.js';
import { InvoicesRepository } from './invoices.repository.js';
import { InvoicesService } from './invoices.service.js';
import { LetterheadPreviewService } from './letterhead-preview.service.js';
import { MonthlyTotalsController } from './monthly-totals.controller.js';
import { MonthlyTotalsRepository } from './monthly-totals.repository.js';
import { MonthlyTotalsService } from './monthly-totals.service.js';
import { NextNumberService } from './next-number.service.js';
import { NumberSeriesRepository } from './number-series.repository.js';
import { PatientPdfs } from './patient-pdfs.js';
import { RecipientsRepository } from './recipients.repository.js';
import { RecipientsService } from './recipients.service.js';
import { RequestAttachments } from './request-attachments.js';
import { DashboardSeriesController, SeriesController } from './series/series.controllers.js';
import { SampleInvoices } from './sample-invoices.js';
import { SeriesReportPdfs } from './series/series-report-pdfs.js';
import { SeriesReportsService } from './series/series-reports.service.js';
import { SeriesRepository } from './series/series.repository.js';
import {
  DashboardInvoiceVoidsController,
  InvoiceVoidsController,
} from './voiding/invoice-voids.controllers.js';
import { InvoiceVoidsRepository } from './voiding/invoice-voids.repository.js';
import { VerificationService } from './verification/verification.service.js';
import { InvoiceVoidsService } from './voiding/invoice-voids.service.js';
import { PresetTaxes } from './tax-presets/preset-taxes.js';
import {
  DashboardTaxPresetsController,
  TaxPresetsController,
} from './tax-presets/tax-presets.controllers.js';
import { TaxPresetsRepository } from './tax-presets/tax-presets.repository.js';
import { TaxPresetsService } from './tax-presets/tax-presets.service.js';
import { DashboardTemplatesController, TemplatesController } from './templates.controllers.js';

/** Invoices: calculated, numbered, stored, rendered and found again, through both doors. */
@Module({
  imports: [
    AccountsModule,
    AttachmentsModule,
    AuditModule,
    CatalogModule,
    DocumentsModule,
    KeysModule,
    PdfModule,
  ],
  controllers: [
    GenerateController,
    InvoicesController,
    DashboardInvoicesController,
    InvoiceFormController,
    MonthlyTotalsController,
    SeriesController,
    DashboardSeriesController,
    CreditNotesController,
    DashboardCreditNotesController,
    InvoiceVoidsController,
    DashboardInvoiceVoidsController,
    ConversionsController,
    DashboardConversionsController,
    EInvoicesController,
    DashboardEInvoicesController,
    DraftsController,
    DashboardDraftsController,
    TaxPresetsController,
    DashboardTaxPresetsController,
    TemplatesController,
    DashboardTemplatesController,
  ],
  providers: [
    CompletedRequests,
    ConversionRequests,
    ConversionsRepository,
    ConversionsService,
    CreditNoteIssuing,
    CreditNoteRequests,
    CreditNotesRepository,
    CreditNotesService,
    CreditableInvoices,
    DraftsRepository,
    DraftsService,
    EInvoicesService,
    IdempotencyExpiry,
    IdempotencyRepository,
    IdempotentIssuing,
    InvoiceCreations,
    InvoiceDeletionRepository,
    InvoiceEvents,
    InvoiceHeads,
    InvoiceListRepository,
    InvoiceListService,
    InvoiceLooks,
    InvoicePagesService,
    InvoicePdfsService,
    InvoiceReplies,
    InvoiceRequests,
    InvoiceVoidsRepository,
    InvoiceVoidsService,
    InvoicesRepository,
    InvoicesService,
    LetterheadPreviewService,
    MonthlyTotalsRepository,
    MonthlyTotalsService,
    NextNumberService,
    NumberSeriesRepository,
    PatientPdfs,
    PresetTaxes,
    RecipientsRepository,
    RecipientsService,
    RequestAttachments,
    SampleInvoices,
    SeriesReportPdfs,
    SeriesReportsService,
    SeriesRepository,
    TaxPresetsRepository,
    TaxPresetsService,
    VerificationService,
  ],
  exports: [
    EInvoicesService,
    InvoiceEvents,
    InvoicePagesService,
    InvoicePdfsService,
    InvoiceReplies,
    InvoicesService,
    PatientPdfs,
    TaxPresetsService,
    VerificationService,
  ],
})
export class InvoicesModule {}
