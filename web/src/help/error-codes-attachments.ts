import { type ErrorGroup } from './error-group.js';

/** Problems and faults of the files that invoices carry. */
export const attachmentGroups: readonly ErrorGroup[] = [
  {
    id: 'attachments',
    title: 'Attachments',
    about: 'When files are uploaded or deleted.',
    entries: [
      {
        code: 'attachment_type_unsupported',
        status: '415',
        meaning:
          'The file is none of those that invoices carry: PDF, PNG, JPEG, CSV, XLSX without macros, ODS. Its content decides; a CSV file needs a name that ends in `.csv`.',
        action: 'Attach it as one of these.',
      },
      {
        code: 'attachment_type_mismatch',
        status: '415',
        meaning:
          'The file is of another type than its `Content-Type` says. `detail` names the one that it has.',
        action: 'Send it with the type that it has.',
      },
      {
        code: 'attachment_in_use',
        status: '409',
        meaning:
          'An invoice or a schedule carries the attachment, so it cannot be deleted any more.',
        action: 'Nothing: it stays.',
      },
      {
        code: 'too_many_unused_attachments',
        status: '409',
        meaning:
          'More than 100 MiB of the account’s attachments would wait for their invoices. Nothing was stored.',
        action: 'Use or delete some; what is not used within 24 hours is deleted.',
      },
    ],
  },
  {
    id: 'attachment-faults',
    title: 'Attachments of an invoice',
    about: 'In `errors`, where a request names attachments.',
    entries: [
      {
        code: 'unknown_attachment',
        meaning:
          'The account has no attachment with this id, or not any more: what is not used within 24 hours is deleted.',
      },
      { code: 'attachment_repeated', meaning: 'The same attachment stands twice in the list.' },
      {
        code: 'attachments_too_large',
        meaning: 'The attachments of an invoice have more than 10 MiB together.',
      },
    ],
  },
];
