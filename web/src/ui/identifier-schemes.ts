interface Scheme {
  readonly value: string;
  readonly label: string;
}

const names: readonly (readonly [code: string, name: string])[] = [
  ['EM', 'E-mail address'],
  ['0088', 'GLN'],
  ['0204', 'Germany: Leitweg-ID'],
  ['9930', 'Germany: VAT number'],
  ['0002', 'France: SIREN'],
  ['0009', 'France: SIRET'],
  ['0225', 'France: e-invoicing address'],
  ['9957', 'France: VAT number'],
  ['0208', 'Belgium: enterprise number'],
  ['0106', 'Netherlands: KvK number'],
  ['0190', 'Netherlands: OIN of an authority'],
  ['9944', 'Netherlands: VAT number'],
  ['0184', 'Denmark: CVR number'],
  ['0192', 'Norway: organization number'],
  ['0007', 'Sweden: organization number'],
  ['0216', 'Finland: OVT code'],
  ['0201', 'Italy: IPA code of an authority'],
  ['0210', 'Italy: codice fiscale'],
  ['0211', 'Italy: partita IVA'],
  ['9914', 'Austria: VAT number'],
  ['9920', 'Spain: VAT number'],
  ['9945', 'Poland: VAT number'],
  ['9938', 'Luxembourg: VAT number'],
  ['9932', 'United Kingdom: VAT number'],
  ['0183', 'Switzerland: UID'],
  ['0151', 'Australia: ABN'],
  ['0195', 'Singapore: UEN'],
  ['0060', 'D-U-N-S number'],
  ['0199', 'LEI'],
];

/** The usual kinds of electronic addresses (EAS); any other code can be typed. */
export const addressSchemes: readonly Scheme[] = names.map(([value, name]) => ({
  value,
  label: `${name} (${value})`,
}));

const registerCodes =
  '0002 0009 0208 0106 0184 0192 0007 0216 0210 0211 0183 0151 0195 0060 0088 0199'.split(' ');

/** The usual registers that a registration number is of (ICD); any other code can be typed. */
export const registers: readonly Scheme[] = addressSchemes.filter(({ value }) =>
  registerCodes.includes(value),
);

/** An electronic address as people read it. */
export function addressText({ scheme, id }: { readonly scheme: string; readonly id: string }) {
  const known = addressSchemes.find(({ value }) => value === scheme);
  return `${id} – ${known?.label ?? scheme}`;
}
