/** A file to try the import with: two invoices, of which the first has two lines; with the mark that Excel needs. */
export const sampleCsv = [
  '\uFEFFOrder;Date;Customer;E-mail;Address;Postal code;City;Country;Description;Quantity;Unit;Unit price;VAT rate',
  '1001;2026-01-19;Acme Corp;billing@acme.example;1 Market Street;62701;Springfield;US;Consulting services;7.5;hours;150.00;19',
  '1001;2026-01-19;Acme Corp;billing@acme.example;1 Market Street;62701;Springfield;US;"Travel, second class";1;;89.90;7',
  '1002;2026-01-20;Globex Ltd;accounts@globex.example;2 High Street;EC1A 1BB;London;GB;Support plan;3;months;49.00;20',
  '',
].join('\r\n');
