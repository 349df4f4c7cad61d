/** The codes that an invoice can carry, with what each is for. */
export const paymentCodes = [
  { value: 'none', label: 'None', help: 'The PDF has no code.' },
  {
    value: 'automatic',
    label: 'Automatic',
    help: 'The QR-bill or the EPC code where the invoice allows it, else the link, else none.',
  },
  {
    value: 'epc',
    label: 'EPC code (GiroCode)',
    help: 'A transfer in euros to an account in SEPA, filled in by banking apps.',
  },
  {
    value: 'swiss_qr',
    label: 'Swiss QR-bill',
    help: 'Receipt and payment part, in francs or euros, for a Swiss IBAN; your address has to be complete.',
  },
  { value: 'link', label: 'Link', help: 'Opens a page of yours where the invoice can be paid.' },
] as const;

/** Whether a link can come into the code. */
export function mayLink(code: string | undefined): boolean {
  return code === 'link' || code === 'automatic';
}

/** How the link of a payment code is written. */
export const linkHelp = '{number}, {amount} and {currency} are filled in.';
export const linkExample = 'https://pay.example.com/{number}';
