import { FirstRequest, Snippet } from '../code';
import { Definitions } from '../definitions';
import { P, Points } from '../prose';
import { requestFields } from '../request-fields';
import { Section } from '../section';
import { Attachments } from './invoices-attachments';
import { Drafts } from './invoices-drafts';
import { Money } from './invoices-money';
import { ReadingBack } from './invoices-reading';
import { SeriesReport } from './invoices-series';
import { Corrections } from './invoices-crediting';

const parts = [
  [
    'recipient',
    'Recipient',
    'RecipientDto',
    '`recipient`, and `organization`, where even the name may be left out.',
  ],
  [
    'address',
    'Address',
    'AddressDto',
    '`address` of a recipient or sender; every part may be left out.',
  ],
  ['line-items', 'Lines', 'LineItemDto', 'Each entry of `line_items`.'],
  ['tax-fields', 'Tax', 'TaxDto', 'Each entry of `taxes`.'],
  ['withholding-fields', 'Withheld tax', 'WithholdingDto', 'Each entry of `withholdings`.'],
  ['line-discount', 'Discount of a line', 'LineDiscountDto', '`discount` of a line.'],
  [
    'adjustments',
    'Discounts and charges of the invoice',
    'AdjustmentDto',
    'Each entry of `discounts` and `charges`.',
  ],
  [
    'electronic-address',
    'Electronic address',
    'ElectronicAddressDto',
    'Each entry of `electronic_addresses` of a recipient or sender.',
  ],
  ['delivery', 'Delivery', 'SupplyDto', '`delivery`.'],
  ['period', 'Period', 'InvoicingPeriodDto', '`period` of the invoice or of a line.'],
  ['references', 'References', 'ReferencesDto', '`references`.'],
  [
    'preceding-invoices',
    'Earlier invoice',
    'PrecedingInvoiceDto',
    'Each entry of `preceding_invoices`.',
  ],
  ['payment', 'Payment details', 'PaymentDetailsDto', '`payment`.'],
] as const;

/** The invoice request and what can be done with invoices. */
export function InvoicesTopic() {
  return (
    <>
      <Section id="issue" title="Issue an invoice">
        <P>
          Send a recipient and at least one line to `POST /generate` and the answer is the PDF. Its
          headers `Finvo-Invoice-Id` and `Finvo-Invoice-Number` say which invoice it is.
        </P>
        <FirstRequest />
        <P>
          The TypeScript client comes with Finvo, in `clients/typescript`; its README says how to
          install it.
        </P>
        <P>
          `POST /v1/invoices` does the same and answers the invoice as JSON. Both answer in the
          other form when you ask for it with `Accept: application/json` or `application/pdf`.
        </P>
        <Snippet name="asJson" />
      </Section>
      <Section id="fields" title="The request, field by field">
        <P>
          Only `recipient` and `line_items` are required. A field that does not exist is refused
          with the name of the one that you probably meant, so a typing mistake is never lost. Send
          numbers as text (`"150.00"`) or as JSON numbers: text keeps every digit.
        </P>
        <Definitions label="Fields of an invoice" of={requestFields.CreateInvoiceDto} />
        {parts.map(([id, title, schema, about]) => (
          <Section key={id} id={id} title={title} level={3}>
            <P>{about}</P>
            <Definitions label={title} of={requestFields[schema]} />
          </Section>
        ))}
      </Section>
      <Money />
      <Section id="numbers" title="Invoice numbers">
        <P>
          Leave `invoice_number` out and Finvo gives the next one of your series. Such numbers have
          no gaps and no duplicates, however many requests arrive at once: a request that fails uses
          none. [The format](/help/organization#numbers) is part of your organization.
        </P>
        <P>
          With `series` the number comes from another series, which is named by its prefix:
          {' `"series": "SHOP"` '}
          gives SHOP-0001. A number of your own does not move any series; one that is taken already
          is answered with [invoice_number_taken](/help/errors#invoice_number_taken).
        </P>
        <P>An issued invoice is never changed, and its number is never given to another.</P>
      </Section>
      <Attachments />
      <Drafts />
      <Corrections />
      <SeriesReport />
      <Section id="preview" title="Preview">
        <P>
          The preview calculates and checks everything, but stores nothing and uses no number. The
          answer is what the invoice would be:
        </P>
        <Snippet name="preview" />
        <P>With `Accept: application/pdf` you get the page itself, with a watermark:</P>
        <Snippet name="previewPdf" />
      </Section>
      <Section id="repeat" title="Repeat a request safely">
        <P>
          A connection can break after your request has arrived and before its answer has. Send an
          `Idempotency-Key` with each invoice, such as your order number, and you can simply send it
          again: the same key with the same request makes one invoice, however often it arrives.
        </P>
        <Snippet name="repeatable" />
        <Points
          items={[
            'The repeated answer is the same invoice, and carries `Idempotent-Replayed: true`.',
            'The same key with another request is refused with [idempotency_key_reused](/help/errors#idempotency_key_reused).',
            'A request that was refused does not use up its key. A used key is remembered for at least 24 hours.',
          ]}
        />
      </Section>
      <Section id="batch" title="Many invoices at once">
        <P>
          `POST /v1/invoices/batch` takes up to 1,000 invoices and answers at once, with 202. They
          are issued in their order, so numbers follow the list, and their PDFs are made.
        </P>
        <Snippet name="batch" />
        <Definitions label="The request for a batch" of={requestFields.CreateBatchDto} />
        <P>
          `GET /v1/batches/…` with the `id` of the answer counts how many are `issued`, `drafted`,
          `failed` and `rendered`, until its `status` is `done`; the list of invoices shows it as
          well. `GET /v1/batches/…/rows` says what has become of each: its invoice, or the problem
          that it alone would have been answered with. A faulty row uses no number and stops no
          other. `?status=failed` shows only those.
        </P>
      </Section>
      <ReadingBack />
    </>
  );
}
