import { Snippet } from '../code';
import { P, Points } from '../prose';
import { Section } from '../section';
import { TaxLaw } from './invoices-taxes';

/** Taxes, discounts and rounding. */
export function Money() {
  return (
    <>
      <Section id="taxes" title="Taxes">
        <P>
          Say the rate per line. `tax_rate` is short for one tax; `taxes` gives taxes names of your
          own, and more than one where a place has several. Lines with the same name, rate and
          category are summed, and the tax is calculated once on the sum.
        </P>
        <Snippet name="taxes" />
        <P>Here 19 % of 1,500.00 and 7 % of 40.00 make a total of 1,827.80 EUR.</P>
        <TaxLaw />
      </Section>
      <Section id="tax-included" title="Prices that include tax">
        <P>
          Shops often have prices with tax. Send `prices_include_tax` and the total is exactly what
          you entered; Finvo takes the tax out of it:
        </P>
        <Snippet name="taxIncluded" />
        <P>Three mugs at 9.99 stay 29.97 EUR, of which 4.79 are tax.</P>
      </Section>
      <Section id="discounts" title="Discounts and charges">
        <P>
          A line has `discount`; the invoice has `discounts` and `charges`. Each is either `percent`
          or `amount`. Those of the invoice are spread over the taxes of the lines, unless they name
          a tax of their own.
        </P>
        <Snippet name="discounts" />
        <P>
          1,500.00 less 10 % less 50.00 plus 9.90 is 1,309.90; with 19 % tax the total is 1,558.78
          EUR.
        </P>
      </Section>
      <Section id="rounding" title="Rounding">
        <Points
          items={[
            'Finvo calculates with exact decimals, never with floating point.',
            'Each line is rounded to the smallest unit of the currency, then each tax. A half is rounded up, away from zero. Totals are plain sums of rounded figures, so everything on the page adds up.',
            'Currencies have the decimals that they have in ISO 4217: JPY 0, EUR and USD 2, KWD 3. An amount with more is refused; quantities and unit prices may have up to 6.',
            'Totals are never taken from you. Send `expected_total` and an invoice is only made if Finvo comes to the same.',
          ]}
        />
      </Section>
    </>
  );
}
