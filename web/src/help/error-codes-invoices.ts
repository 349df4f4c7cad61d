import { type ErrorGroup } from './error-group.js';

/** Problems of requests about invoices and what they are made from. */
export const invoiceGroups: readonly ErrorGroup[] = [
  {
    id: 'invoices',
    title: 'Invoices',
    about: 'When invoices are made, read or sent.',
    entries: [
      {
        code: 'invoice_number_taken',
        status: '409',
        meaning:
          'Another invoice of the account has this number. Also the code of the fault at `/invoice_number`.',
        action: 'Send another number, or none to get the next one.',
      },
      {
        code: 'invoice_is_draft',
        status: '409',
        meaning: 'The invoice is a draft, which is mailed, shared and voided by nobody.',
        action: 'Issue it first: `POST /v1/invoices/{id}/issue`.',
      },
      {
        code: 'e_invoice_not_ready',
        status: '422',
        meaning:
          'The issued invoice breaks rules of the format of e-invoices that was asked for; `errors` has each with its `rule`. Its PDF is not affected.',
        action: 'Credit the invoice and issue one that meets the rules, or ask for another format.',
      },
      {
        code: 'invoice_not_draft',
        status: '409',
        meaning: 'The invoice is issued or void, so it is neither changed nor deleted.',
        action: 'Void it and issue a new one.',
      },
      {
        code: 'invoice_void',
        status: '409',
        meaning: 'The invoice was voided, so it is mailed to nobody any more.',
        action: 'Issue a new one.',
      },
      {
        code: 'not_convertible',
        status: '409',
        meaning:
          'No invoice can be made of the document: it is void, a draft, or neither a quote nor a pro forma invoice.',
        action: 'Send the request with the id of a quote or pro forma invoice that stands.',
      },
      {
        code: 'invoice_not_creditable',
        status: '409',
        meaning:
          'Only an issued invoice can be credited: this is a draft, a void invoice, a quote, a pro forma invoice or a credit note.',
        action: 'Credit the invoice itself; a credit note that is wrong is voided.',
      },
      {
        code: 'nothing_to_credit',
        status: '409',
        meaning:
          'The credit notes of the invoice come to its total already, or nothing of its lines is left.',
        action: 'Nothing, or void a credit note that is wrong.',
      },
      {
        code: 'invoice_has_credit_notes',
        status: '409',
        meaning: 'The invoice has credit notes that stand, so it cannot be voided.',
        action: 'Void them first, or credit what is left.',
      },
      {
        code: 'too_many_credit_notes',
        status: '409',
        meaning: 'The invoice has 500 credit notes, void ones included.',
        action: 'Credit several lines with one credit note.',
      },
      {
        code: 'idempotency_key_invalid',
        status: '400',
        meaning:
          'The `Idempotency-Key` is empty, longer than 255 characters, not printable ASCII, or sent twice.',
        action: 'Send one, such as a UUID.',
      },
      {
        code: 'idempotency_key_reused',
        status: '422',
        meaning: 'The `Idempotency-Key` came with another body before.',
        action: 'Use a new key for each new invoice or batch, and the same one only to repeat it.',
      },
      {
        code: 'pdf_not_ready',
        status: '503',
        meaning: 'The invoice is stored under its number, but its PDF could not be made in time.',
        action: 'Do not send it again: get the PDF from `pdf_url` in a few seconds.',
      },
      {
        code: 'renderer_busy',
        status: '503',
        meaning: 'More PDFs are being made than can wait. Nothing was stored.',
        action:
          'Repeat the request in a few seconds; whoever runs the server: more `RENDER_THREADS`.',
      },
      {
        code: 'renderer_down',
        status: '503',
        meaning: 'No thread that makes PDFs could be started. Nothing was stored.',
        action: 'Tell whoever runs the server: the log says why.',
      },
      {
        code: 'documents_unavailable',
        status: '503',
        meaning:
          'The PDF is in a store of its own, which cannot be reached or refuses. Nothing was changed.',
        action: 'Repeat the request in a few seconds; whoever runs the server: look at the log.',
      },
      {
        code: 'render_timeout',
        status: '503',
        meaning: 'The PDF of a stored invoice or of a preview took too long to make.',
        action: 'Repeat the request in a few seconds.',
      },
      {
        code: 'external_id_taken',
        status: '409',
        meaning:
          'Another customer, or another item, of the account has this `external_id`. Also the code of the fault at `/external_id`.',
        action:
          'Send another one, or use `PUT …/by-external-id/…`, which changes the one that is there.',
      },
      {
        code: 'too_many_batches',
        status: '409',
        meaning: 'A hundred batches of the account are not done yet. Nothing was stored.',
        action: 'Wait until one of them is done.',
      },
      {
        code: 'tax_preset_name_taken',
        status: '409',
        meaning:
          'Another tax preset of the account has this name. Also the code of the fault at `/name`.',
        action: 'Give it another name, or change the one that is there.',
      },
      {
        code: 'too_many_tax_presets',
        status: '409',
        meaning: 'The account has a hundred tax presets, which is as many as it may have.',
        action: 'Delete one that is not used any more.',
      },
      {
        code: 'too_many_schedules',
        status: '409',
        meaning: 'A thousand schedules of the account have not ended. Nothing was stored.',
        action: 'End or delete one of them.',
      },
      {
        code: 'schedule_ended',
        status: '409',
        meaning: 'The schedule has ended, so it cannot be paused, resumed or changed.',
        action: 'Make a new one.',
      },
      {
        code: 'occurrence_not_failed',
        status: '409',
        meaning: 'The period of the schedule has its invoice already, or was skipped.',
        action: 'Nothing: only a period that has failed can be tried again or skipped.',
      },
      {
        code: 'already_imported',
        status: '409',
        meaning:
          'The dashboard was to import a CSV file again: all of its invoices were imported before, or another import came after the preview. Nothing was stored.',
        action: 'Look at the preview, and tick there that they shall be issued again.',
      },
      {
        code: 'too_many_invoices',
        status: '422',
        meaning:
          'A ZIP of PDFs was asked for with a filter that finds more than `invoices_max` invoices. Nothing was cut off.',
        action: 'Narrow the dates, for example to one year.',
      },
    ],
  },
];
