import { Definitions } from '../definitions';
import { P } from '../prose';
import { Section } from '../section';

const routes = [
  { term: 'GET /v1/invoices/…/request', text: 'The request from which it will be issued.' },
  {
    term: 'PUT /v1/invoices/…',
    text: 'Another request in its place, whole. Of two at once the later one counts.',
  },
  {
    term: 'POST /v1/invoices/…/issue',
    text: 'The invoice with its number, or its PDF with `Accept: application/pdf`. Asked for twice, it is issued once.',
  },
  { term: 'DELETE /v1/invoices/…', text: 'Gone for good; no number was used.' },
];

/** Invoices that wait for somebody to look at them. */
export function Drafts() {
  return (
    <Section id="drafts" title="Drafts">
      <P>
        With `"draft": true` an invoice is checked and calculated like any other, but waits: it has
        no number, its PDF has a watermark, it counts in no sum, is told to no webhook, and cannot
        be mailed, shared or voided. In the dashboard **Save as draft** makes one, and its page has
        **Issue**, **Edit** and **Delete**.
      </P>
      <Definitions label="Routes of a draft" of={routes} />
      <P>
        Issuing calculates it anew from its request: with your organization, taxes and customers as
        they are then, and with that day’s date where it has none. What has become impossible is
        answered with its faults, and it stays a draft. It keeps its `id`. An `invoice_number` of
        your own is kept for that moment and must still be free then.
      </P>
      <P>
        Rows of a [batch](#batch) and [recurring invoices](/help/recurring) may ask for drafts too;
        a row or a period that has made one says `drafted`.
      </P>
    </Section>
  );
}
