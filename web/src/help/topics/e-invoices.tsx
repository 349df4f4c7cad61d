import { Snippet } from '../code';
import { type Definition } from '../definition';
import { Definitions } from '../definitions';
import { P, Points } from '../prose';
import { Section } from '../section';

const formats: readonly Definition[] = [
  {
    term: 'facturx',
    note: 'Factur-X, in Germany ZUGFeRD',
    text: 'A PDF as people read it with the e-invoice inside. For businesses in France and Germany: whoever has no software for it still has a PDF.',
  },
  {
    term: 'xrechnung-ubl, xrechnung-cii',
    note: 'XRechnung 3.0',
    text: 'XML for German authorities, who ask for a Leitweg-ID as `buyer_reference`. Businesses take it as well. Portals take either syntax; UBL travels over Peppol.',
  },
  {
    term: 'peppol-ubl',
    note: 'Peppol BIS Billing 3.0',
    text: 'XML for the Peppol network, as in Belgium, the Netherlands and the Nordic countries. Both sides need an electronic address. Finvo makes the file; an access point sends it.',
  },
  {
    term: 'ubl, cii',
    note: 'EN 16931 alone',
    text: 'XML by the European standard and nothing beside it, where a recipient asks for just that.',
  },
];

/** What e-invoices are, which one to choose, and what stands in the way of one. */
export function EInvoicesTopic() {
  return (
    <>
      <Section id="formats" title="Which one for whom">
        <P>
          An e-invoice is the invoice as data that software books by itself. All formats say the
          same, the European standard EN 16931; they differ in the file, and in what they want
          beside it. Ask your recipient where you are not sure.
        </P>
        <Definitions label="Formats" of={formats} />
      </Section>
      <Section id="make" title="Make one">
        <P>
          Choose a format under **E-invoice** in a [new invoice](/invoices/new), or send `format`
          with the request. With `facturx` the PDF that you get is the e-invoice:
        </P>
        <Snippet name="eInvoice" />
        <P>
          Sender and address come from your organization; the example says them so that it works
          anywhere. **Invoices are made as** in [your organization](/settings/organization) chooses
          the format of invoices that name none. `"format": "pdf"` makes a PDF alone. Quotes and pro
          forma invoices are never e-invoices; a credit note is made as its invoice was.
        </P>
      </Section>
      <Section id="readiness" title="What is missing">
        <P>
          Each format has rules. While one is not met, the form lists it with the way to its field,
          and the API answers 422 with the code [e_invoice_rule](/help/errors#e_invoice_rule), the
          field as `pointer` and the name of the rule as `rule`. Nothing is stored and no number is
          used. The preview answers the same, so ask it first.
        </P>
        <Points
          items={[
            '**Nearly always:** the country of both sides and your VAT number or another tax number.',
            '**XRechnung:** a contact with phone and e-mail, city and postal code of both sides, how it is paid, a `buyer_reference`, and an electronic address or e-mail address of both sides.',
            '**Peppol:** an electronic address of both sides in a scheme of the network (e-mail is none), a `buyer_reference` or purchase order, and a due date or terms of payment.',
            '**No format has room** for a tax that the recipient withholds, or for several taxes on one line.',
          ]}
        />
        <P>Whether an issued invoice could be had in another format:</P>
        <Snippet name="eInvoiceReadiness" />
      </Section>
      <Section id="download" title="Download">
        <P>
          The arrow beside **Download** on the page of an invoice offers every format, whatever it
          was made as. Your software does the same; without `format` it gets the invoice’s own:
        </P>
        <Snippet name="eInvoiceFile" />
        <P>
          The file is made at its first download and is the same from then on. A format whose rules
          the invoice does not meet is answered with
          [e_invoice_not_ready](/help/errors#e_invoice_not_ready); its PDF is not affected. E-mails
          carry the e-invoice of the invoice’s own format beside the PDF.
        </P>
      </Section>
      <Section id="inspect" title="Read one">
        <P>
          [E-invoice check](/e-invoice-check) takes an e-invoice that you have got, a PDF with one
          inside or its XML, and shows what it says and which rules it breaks. Nothing is stored.
          Your software gets the same as JSON, in the words of this API:
        </P>
        <Snippet name="inspect" />
      </Section>
    </>
  );
}
