import { Snippet } from '../code';
import { Definitions } from '../definitions';
import { P } from '../prose';
import { listFilters } from '../list-filters';
import { Section } from '../section';

/** Getting invoices and PDFs back. */
export function ReadingBack() {
  return (
    <>
      <Section id="pdf" title="The PDF">
        <P>
          The PDF is made once and stored. Whenever you ask again you get the same file, byte for
          byte, whatever has changed in your organization since: the header `Repr-Digest` has its
          SHA-256. You need not keep copies of your own.
        </P>
        <Snippet name="pdf" />
        <P>
          `ETag` and `If-None-Match` work as everywhere. If a PDF could not be made in time, the
          answer is [pdf_not_ready](/help/errors#pdf_not_ready): the invoice exists, so get its PDF
          a few seconds later in place of sending it again.
        </P>
      </Section>
      <Section id="list" title="List invoices">
        <P>
          `GET /v1/invoices` answers a page of invoices, newest first and without their lines; `GET
          /v1/invoices/…` with an id answers one of them as a whole. Filters can be combined:
        </P>
        <Snippet name="list" />
        <Definitions label="Filters of the list" of={listFilters} />
      </Section>
      <Section id="cursor" title="Page by page">
        <P>
          While `has_more` is true, send `next_cursor` of one page as `cursor` of the next, with the
          same filters. Invoices that are made meanwhile never shift a page, so none is skipped and
          none comes twice.
        </P>
        <Snippet name="everyInvoice" />
      </Section>
    </>
  );
}
