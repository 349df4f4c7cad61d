/** How the cells of a field are read. */
export type CellKind = 'text' | 'figure' | 'percentage' | 'whole' | 'day';

/** A field of an invoice that a column can be mapped to. */
export interface ImportField {
  /** `key` only says which rows belong together; it is not printed. */
  readonly level: 'key' | 'invoice' | 'line';
  readonly kind: CellKind;
  /** Where it stands in the request: below the invoice, or below one of its lines. */
  readonly pointer: string;
  /** Names that columns have for it, in {@link plainName}'s letters. */
  readonly headers: string;
}

const field = (
  level: ImportField['level'],
  kind: CellKind,
  pointer: string,
  headers: string,
): ImportField => ({ level, kind, pointer, headers });

/** Every field of an import, with the names that columns have for it in six languages. */
export const importFields = {
  invoice_key: field(
    'key',
    'text',
    '',
    'invoicekey key group order orderid orderno ordernumber bestellung bestellnummer auftrag auftragsnummer commande numerocommande pedido numeropedido ordine numeroordine bestelling bestelnummer',
  ),
  invoice_number: field(
    'invoice',
    'text',
    '/invoice_number',
    'invoicenumber invoiceno invoicenr invoiceid invoice rechnungsnummer rechnungsnr rechnung belegnummer facture numerofacture nfacture factura numerofactura fattura numerofattura factuur factuurnummer',
  ),
  series: field('invoice', 'text', '/series', 'series serie nummernkreis'),
  date: field(
    'invoice',
    'day',
    '/date',
    'date invoicedate issuedate issued datum rechnungsdatum belegdatum datefacture datedefacture fecha fechafactura data datafattura factuurdatum',
  ),
  due_date: field(
    'invoice',
    'day',
    '/due_date',
    'duedate due payby faelligkeit falligkeit faelligam falligam faelligkeitsdatum falligkeitsdatum echeance dateecheance vencimiento fechavencimiento scadenza datascadenza vervaldatum',
  ),
  payment_terms_days: field(
    'invoice',
    'whole',
    '/payment_terms_days',
    'paymenttermsdays paymentterms termsdays days zahlungsziel zahlungszieltage',
  ),
  currency: field(
    'invoice',
    'text',
    '/currency',
    'currency currencycode wahrung waehrung devise moneda valuta',
  ),
  language: field('invoice', 'text', '/language', 'language sprache langue idioma lingua taal'),
  reference: field(
    'invoice',
    'text',
    '/reference',
    'reference ref yourreference purchaseorder ponumber po referenz ihrzeichen kundenreferenz referencia riferimento referentie',
  ),
  recipient_name: field(
    'invoice',
    'text',
    '/recipient/name',
    'recipientname recipient customer customername client clientname company companyname billto billtoname buyer name kunde kundenname empfanger empfaenger firma nomclient cliente nombrecliente nombre destinatario nomecliente klant klantnaam naam',
  ),
  recipient_email: field(
    'invoice',
    'text',
    '/recipient/email',
    'recipientemail email emailaddress mail customeremail billingemail clientemail courriel correo correoelectronico',
  ),
  recipient_phone: field(
    'invoice',
    'text',
    '/recipient/phone',
    'recipientphone phone telephone phonenumber telefon telefono telefoon',
  ),
  recipient_tax_id: field(
    'invoice',
    'text',
    '/recipient/tax_id',
    'recipienttaxid taxid vatid vatnumber vatno ustid ustidnr umsatzsteuerid tva numerotva nif cif partitaiva btwnummer',
  ),
  recipient_line1: field(
    'invoice',
    'text',
    '/recipient/address/line1',
    'recipientline1 line1 address addressline1 address1 street streetaddress strasse anschrift adresse rue direccion calle indirizzo via adres straat',
  ),
  recipient_line2: field(
    'invoice',
    'text',
    '/recipient/address/line2',
    'recipientline2 line2 addressline2 address2 adresszusatz complement',
  ),
  recipient_postal_code: field(
    'invoice',
    'text',
    '/recipient/address/postal_code',
    'recipientpostalcode postalcode postcode zip zipcode plz postleitzahl codepostal codigopostal cap',
  ),
  recipient_city: field(
    'invoice',
    'text',
    '/recipient/address/city',
    'recipientcity city town ort stadt ville ciudad citta plaats',
  ),
  recipient_region: field(
    'invoice',
    'text',
    '/recipient/address/region',
    'recipientregion region state province bundesland provincia',
  ),
  recipient_country: field(
    'invoice',
    'text',
    '/recipient/address/country',
    'recipientcountry country countrycode land laendercode landercode pays pais paese',
  ),
  description: field(
    'line',
    'text',
    '/description',
    'description item itemname itemdescription product productname service article lineitem beschreibung bezeichnung artikel leistung position designation libelle descripcion concepto descrizione omschrijving',
  ),
  details: field('line', 'text', '/details', 'details detail itemdetails zusatz'),
  quantity: field(
    'line',
    'figure',
    '/quantity',
    'quantity qty count amountofunits menge anzahl stuckzahl stueckzahl quantite qte cantidad quantita aantal',
  ),
  unit: field('line', 'text', '/unit', 'unit units einheit unite unidad unita eenheid'),
  unit_price: field(
    'line',
    'figure',
    '/unit_price',
    'unitprice price priceperunit rate netprice einzelpreis preis stuckpreis stueckpreis prixunitaire prix preciounitario precio prezzounitario prezzo prijs stukprijs',
  ),
  tax_rate: field(
    'line',
    'percentage',
    '/tax_rate',
    'taxrate tax taxpercent vat vatrate vatpercent mwst mwstsatz ust ustsatz steuersatz steuer tauxtva iva tipoiva aliquota aliquotaiva btw btwpercentage',
  ),
  tax_name: field('line', 'text', '/taxes/0/name', 'taxname vatname steuerart steuername'),
  discount_percent: field(
    'line',
    'percentage',
    '/discount/percent',
    'discountpercent discount discountrate rabatt rabattprozent remise descuento sconto korting',
  ),
  discount_amount: field(
    'line',
    'figure',
    '/discount/amount',
    'discountamount rabattbetrag montantremise',
  ),
  notes: field('invoice', 'text', '/notes', 'notes note comment comments bemerkung notiz notas'),
  terms: field('invoice', 'text', '/terms', 'terms termsandconditions conditions bedingungen'),
  expected_total: field(
    'invoice',
    'figure',
    '/expected_total',
    'expectedtotal invoicetotal grandtotal gesamtbetrag rechnungsbetrag',
  ),
} as const satisfies Record<string, ImportField>;

export type FieldName = keyof typeof importFields;
export const fieldNames = Object.keys(importFields) as FieldName[];

/** A column of the file, by its place from 0, and the field that it fills. */
export interface MappedColumn {
  readonly column: number;
  readonly field: FieldName;
}

/** A mapping from what columns are called: each field at most once, the first column first. */
export function suggestedMapping(header: readonly string[]): MappedColumn[] {
  const free = new Set(fieldNames);
  return header.flatMap((name, column) => {
    const plain = plainName(name);
    const field = fieldNames.find(
      (candidate) =>
        free.has(candidate) && importFields[candidate].headers.split(' ').includes(plain),
    );
    if (plain === '' || field === undefined) return [];
    free.delete(field);
    return [{ column, field }];
  });
}

/** Small letters and digits without accents: "Fälligkeits-Datum" is "falligkeitsdatum". */
function plainName(name: string): string {
  return name
    .slice(0, 100)
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll(/[^a-z0-9]/g, '');
}
