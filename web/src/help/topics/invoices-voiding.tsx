import { P } from '../prose';
import { Section } from '../section';

/** Taking an invoice back. */
export function Voiding() {
  return (
    <Section id="void" title="Void an invoice">
      <P>
        An invoice that should not have been issued is voided: `POST /v1/invoices/…/void`, with a
        `reason` if you like, or the button on its page. It keeps its number, its figures and its
        PDF, because it may have been read already; `status` is `void` from then on, and `voided_at`
        and `void_reason` tell of it. It counts in no sum and is mailed to nobody any more, and
        whoever opens a link to it is told. Voiding twice changes nothing, and nothing makes a void
        invoice valid again: issue a new one.
      </P>
    </Section>
  );
}
