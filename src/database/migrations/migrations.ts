import { Initial1764000000000 } from './1764000000000-initial.js';
import { Mail1764100000000 } from './1764100000000-mail.js';
import { Audit1764200000000 } from './1764200000000-audit.js';
import { KeyUsage1764300000000 } from './1764300000000-key-usage.js';
import { TwoFactor1764400000000 } from './1764400000000-two-factor.js';
import { EmailChange1764500000000 } from './1764500000000-email-change.js';
import { Languages1764600000000 } from './1764600000000-languages.js';
import { ShareLinks1764700000000 } from './1764700000000-share-links.js';
import { Webhooks1764800000000 } from './1764800000000-webhooks.js';
import { Batches1764900000000 } from './1764900000000-batches.js';
import { Voiding1765000000000 } from './1765000000000-voiding.js';
import { Taxes1765100000000 } from './1765100000000-taxes.js';
import { Catalog1765200000000 } from './1765200000000-catalog.js';
import { Templates1765300000000 } from './1765300000000-templates.js';
import { RecurringInvoices1765500000000 } from './1765500000000-recurring-invoices.js';
import { MailTexts1765600000000 } from './1765600000000-mail-texts.js';
import { Imports1765700000000 } from './1765700000000-imports.js';
import { SeriesReports1765800000000 } from './1765800000000-series-reports.js';
import { DocumentTypes1765900000000 } from './1765900000000-document-types.js';
import { CreditNotes1765910000000 } from './1765910000000-credit-notes.js';
import { Quotes1765920000000 } from './1765920000000-quotes.js';
import { Drafts1765930000000 } from './1765930000000-drafts.js';
import { Attachments1766000000000 } from './1766000000000-attachments.js';
import { LineItems1766200000000 } from './1766200000000-line-items.js';
import { MonthTotals1766300000000 } from './1766300000000-month-totals.js';
import { FlatQueries1766310000000 } from './1766310000000-flat-queries.js';
import { DocumentStore1766400000000 } from './1766400000000-document-store.js';
import { EInvoices1766500000000 } from './1766500000000-e-invoices.js';

/** Every change of the schema, in order. */
export const migrations = [
  Initial1764000000000,
  Mail1764100000000,
  Audit1764200000000,
  KeyUsage1764300000000,
  TwoFactor1764400000000,
  EmailChange1764500000000,
  Languages1764600000000,
  ShareLinks1764700000000,
  Webhooks1764800000000,
  Batches1764900000000,
  Voiding1765000000000,
  Taxes1765100000000,
  Catalog1765200000000,
  Templates1765300000000,
  RecurringInvoices1765500000000,
  MailTexts1765600000000,
  Imports1765700000000,
  SeriesReports1765800000000,
  DocumentTypes1765900000000,
  CreditNotes1765910000000,
  Quotes1765920000000,
  Drafts1765930000000,
  Attachments1766000000000,
  LineItems1766200000000,
  MonthTotals1766300000000,
  FlatQueries1766310000000,
  DocumentStore1766400000000,
  EInvoices1766500000000,
];
