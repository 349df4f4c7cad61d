import {
  ArrowPathIcon,
  BoltIcon,
  BuildingOffice2Icon,
  CodeBracketSquareIcon,
  DocumentCheckIcon,
  DocumentTextIcon,
  EnvelopeIcon,
  ExclamationTriangleIcon,
  KeyIcon,
  PuzzlePieceIcon,
  TableCellsIcon,
  UsersIcon,
  WrenchScrewdriverIcon,
} from '@heroicons/react/24/outline';
import { type ComponentType, type SVGProps } from 'react';
import { ApiKeysTopic } from './topics/api-keys';
import { ApiKeysHelpTopic } from './topics/api-keys-help';
import { AutomationTopic } from './topics/automation';
import { EInvoicesTopic } from './topics/e-invoices';
import { EmailsTopic } from './topics/emails';
import { CustomersTopic } from './topics/customers';
import { ErrorsTopic } from './topics/errors';
import { ImportTopic } from './topics/import';
import { InvoicesTopic } from './topics/invoices';
import { QuotesTopic } from './topics/quotes';
import { RecurringTopic } from './topics/recurring';
import { OrganizationTopic } from './topics/organization';
import { WebhooksTopic } from './topics/webhooks';

export interface Topic {
  /** The last part of its address below `/help`. */
  readonly slug: string;
  readonly title: string;
  /** What one learns there. */
  readonly lead: string;
  readonly Icon: ComponentType<SVGProps<SVGSVGElement>>;
  readonly Body: ComponentType;
}

/** The pages of the documentation, in the order in which a new person needs them. */
export const topics: readonly Topic[] = [
  {
    slug: 'api-keys',
    title: 'API Keys',
    lead: 'How your own software proves to Finvo which account it works for: generate a key, store it, send it, replace it.',
    Icon: KeyIcon,
    Body: ApiKeysTopic,
  },
  {
    slug: 'api-keys-help',
    title: 'API Keys Help',
    lead: 'A key is lost, has leaked or is refused: what the answer means and what to do now.',
    Icon: WrenchScrewdriverIcon,
    Body: ApiKeysHelpTopic,
  },
  {
    slug: 'invoices',
    title: 'Invoices',
    lead: 'The request field by field, taxes and discounts, numbers, previews, PDFs, and reading invoices back.',
    Icon: DocumentTextIcon,
    Body: InvoicesTopic,
  },
  {
    slug: 'e-invoices',
    title: 'E-invoices',
    lead: 'XRechnung, ZUGFeRD, Factur-X and Peppol: which one for whom, and what each wants before it can be made.',
    Icon: CodeBracketSquareIcon,
    Body: EInvoicesTopic,
  },
  {
    slug: 'quotes',
    title: 'Quotes and pro forma invoices',
    lead: 'What you send before the invoice: how long an offer holds, and how it becomes an invoice to the cent.',
    Icon: DocumentCheckIcon,
    Body: QuotesTopic,
  },
  {
    slug: 'recurring',
    title: 'Recurring Invoices',
    lead: 'An invoice that comes again and again: its dates, its pauses, and what happens when something is missed.',
    Icon: ArrowPathIcon,
    Body: RecurringTopic,
  },
  {
    slug: 'import',
    title: 'CSV Import',
    lead: 'Many invoices from a table: how a file is read, what the preview shows, and what happens to rows with faults.',
    Icon: TableCellsIcon,
    Body: ImportTopic,
  },
  {
    slug: 'e-mails',
    title: 'E-mails',
    lead: 'Invoices by mail: texts of your own in every language, copies, what became of a mail, and sending it again.',
    Icon: EnvelopeIcon,
    Body: EmailsTopic,
  },
  {
    slug: 'customers',
    title: 'Customers and items',
    lead: 'Store whom you invoice and what you sell, or let your own software do it with each invoice.',
    Icon: UsersIcon,
    Body: CustomersTopic,
  },
  {
    slug: 'webhooks',
    title: 'Webhooks',
    lead: 'Your server is told when something happens to an invoice: set it up, check signatures, miss nothing.',
    Icon: BoltIcon,
    Body: WebhooksTopic,
  },
  {
    slug: 'automation',
    title: 'n8n, Zapier and Make',
    lead: 'Invoices from tools that connect services without a program, and workflows that an invoice starts.',
    Icon: PuzzlePieceIcon,
    Body: AutomationTopic,
  },
  {
    slug: 'organization',
    title: 'Organization',
    lead: 'The sender on your invoices and the defaults that a request may leave out.',
    Icon: BuildingOffice2Icon,
    Body: OrganizationTopic,
  },
  {
    slug: 'errors',
    title: 'Errors',
    lead: 'What an error answer looks like, when to send a request again, and every code with its meaning.',
    Icon: ExclamationTriangleIcon,
    Body: ErrorsTopic,
  },
];
