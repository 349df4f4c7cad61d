import { P } from '../prose';
import { Section } from '../section';

/** How to prove that no number is missing. */
export function SeriesReport() {
  return (
    <Section id="series-report" title="Proof that no number is missing">
      <P>
        `GET /v1/series` lists your series, and `GET /v1/series/default/report` proves that one has
        no gaps and no duplicates: `complete` says whether every place has an invoice. With `Accept:
        application/pdf` it is a page for your records; [Number Series](/settings/number-series)
        makes it too. Places whose number was an own number already are named as `stepped_over`,
        void invoices keep their places.
      </P>
      <P>
        `chain_head` seals each period. The first link is the SHA-256 of `finvo-series-1`, the name
        of the series and the period (empty where there is none), joined by line feeds. Each further
        link is the SHA-256 of the link before it, the place, the number and the SHA-256 of the PDF,
        joined by line feeds; a number without a PDF has `-` in its place. `GET
        /v1/series/default/numbers` has what you need to calculate it again: whoever changes a
        number or a PDF afterwards cannot make the same seal.
      </P>
    </Section>
  );
}
