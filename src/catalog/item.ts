import { type DecimalInput } from '../common/http/decimal-fields.js';
import { decimalOf } from '../money/checked-decimal.js';
import { decimalText } from '../money/decimal.js';
import { type CatalogEntry, type ChangesOf, said, type ValuesOf } from './catalog-entry.js';
import { type ItemTaxDto } from './dto/tax.dto.js';

/** What an account sells: the beginning of a line of an invoice. Decimals are texts. */
export interface Item extends CatalogEntry {
  readonly description: string;
  readonly details: string | null;
  readonly unit: string | null;
  /** UN/ECE Recommendation 20. */
  readonly unit_code: string | null;
  /** null: each line has a price of its own. */
  readonly unit_price: string | null;
  /** The currency of the price; null: whichever the invoice has. */
  readonly currency: string | null;
  /** Short for one tax with this rate; never beside `taxes`. */
  readonly tax_rate: string | null;
  readonly taxes: readonly ItemTaxDto[] | null;
}

export const blankItem: ValuesOf<Item> = {
  external_id: null,
  archived: false,
  metadata: {},
  description: '',
  details: null,
  unit: null,
  unit_code: null,
  unit_price: null,
  currency: null,
  tax_rate: null,
  taxes: null,
};

type Decimals = 'unit_price' | 'tax_rate';

/** The fields of an item as requests have them; null empties one. */
export type ItemInput = {
  readonly [Name in keyof Omit<ValuesOf<Item>, Decimals>]?: ValuesOf<Item>[Name] | null | undefined;
} & { readonly [Name in Decimals]?: DecimalInput | null | undefined };

/** What a checked request changes in an item: what it does not say stays. */
export function itemChanges(input: ItemInput): ChangesOf<Item> {
  const { description, archived, metadata, unit_price: price, ...others } = input;
  const { tax_rate: rate, taxes, ...plain } = others;
  return said({
    ...plain,
    description: description ?? undefined,
    archived: archived ?? undefined,
    metadata: metadata === null ? {} : metadata,
    unit_price: price == null ? price : textOf(price),
    // Whichever way the taxes are said takes the place of the other.
    tax_rate: rate == null ? (taxes == null ? rate : null) : textOf(rate),
    taxes: taxes == null ? (rate == null ? taxes : null) : taxes.map(plainTax),
  });
}

const textOf = (value: DecimalInput) => decimalText(decimalOf(value));

const plainTax = (tax: ItemTaxDto): ItemTaxDto => ({ ...tax, rate: textOf(tax.rate) });

/** What the search of the list looks at. */
export function itemText({ description, external_id: externalId }: ValuesOf<Item>): string {
  return [description, externalId].filter((text) => text !== null).join('\n');
}
