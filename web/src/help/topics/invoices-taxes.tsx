import { Snippet } from '../code';
import { P, Points } from '../prose';
import { Section } from '../section';

/** What tax law asks for beyond a rate. */
export function TaxLaw() {
  return (
    <>
      <Section id="no-tax" title="Exempt, reverse charge, export" level={3}>
        <P>
          Where nothing is charged, `category` says why, in the codes of EN 16931, and the invoice
          prints the sentence that the law wants, in its own language and in its second one. Send
          `exemption_reason` to say it in your own words, such as the paragraph; your organization
          can change the usual sentences under Settings → Organization → Wordings.
        </P>
        <Snippet name="reverseCharge" />
        <Points
          items={[
            '`S` is the usual tax, with a rate above 0. `L` and `M` are those of the Canary Islands and of Ceuta and Melilla.',
            '`Z` is a rate of zero, which needs no reason.',
            '`E` is exempt, `AE` reverse charge, `K` a supply to another country of the EU, `G` an export, `O` outside the scope of tax. Their rate is 0.',
          ]}
        />
      </Section>
      <Section id="compound" title="A tax on a tax" level={3}>
        <P>
          With `compound` a tax is charged on the net amount and the other taxes of the line that
          are not compound. 5 % and a compound 10 % of 100.00 are 5.00 and 10.50.
        </P>
      </Section>
      <Section id="withholding" title="Withholding" level={3}>
        <P>
          In some countries the recipient keeps a tax back and pays it in your name, such as IRPF in
          Spain or the ritenuta in Italy. `withholdings` print it below the total: `total` stays
          what it is, and `amount_due` is what you get.
        </P>
        <Snippet name="withholding" />
        <P>1,000.00 with 21 % are 1,210.00; less 15 % of 1,000.00 the amount due is 1,060.00.</P>
      </Section>
      <Section id="cash-rounding" title="Rounding to coins" level={3}>
        <P>
          {'`"cash_rounding": "0.05"`'} rounds `amount_due` as Swiss cash needs it; `total` and the
          taxes stay exact, and `rounding_amount` is the difference. Your organization can do so for
          every invoice in its currency.
        </P>
      </Section>
      <Section id="tax-currency" title="Tax in a second currency" level={3}>
        <P>
          An invoice in a foreign currency may have to tell its tax in your own: `tax_currency` and
          `exchange_rate` print the tax total in it and answer it as `tax_total_in_tax_currency`.
          The rate is the one that you send; Finvo asks nobody for it.
        </P>
      </Section>
      <Section id="tax-presets" title="Tax presets" level={3}>
        <P>
          Taxes that you use again and again have a name under Settings → Taxes and at
          `/v1/tax-presets`. {' `"taxes": [{ "preset": "VAT 19" }]` '} stands for one of them, by
          its name or id. An invoice keeps what the preset was when it was made.
        </P>
      </Section>
    </>
  );
}
