import { formatMinor } from '../money/currency.js';
import {
  type Checked,
  creditorName,
  impossible,
  made,
  type PaymentRequest,
  transferMinorMax,
} from './payment-request.js';
import { compact, isCreditorReference, isQrIban, isQrReference } from './references.js';
import { isPermitted, type SwissAddress, swissAddress } from './swiss-address.js';

/** What a Swiss QR-bill says, in its code and in print. */
export interface SwissQrBill {
  readonly iban: string;
  readonly creditor: SwissAddress;
  /** Without separators: "1590.00". */
  readonly amount: string;
  readonly currency: 'CHF' | 'EUR';
  /** None where it is not known well enough: the slip has a field for it then. */
  readonly debtor: SwissAddress | undefined;
  readonly reference: SwissReference;
  readonly message: string;
}

interface SwissReference {
  readonly type: 'QRR' | 'SCOR' | 'NON';
  readonly text: string;
}

const payloadMax = 997;
const messageMax = 140;

/** The QR-bill of a request by the implementation guidelines 2.3, or what keeps it from being one. */
export function swissQrBill(request: PaymentRequest): Checked<SwissQrBill> {
  const money = moneyOf(request);
  if (!money.ok) return money;
  const account = accountOf(request);
  if (!account.ok) return account;
  const creditor = swissAddress(creditorName(request), request.creditor);
  if (!creditor.ok) return creditor;
  const message = messageOf(account.value.reference, request);
  if (message.length > messageMax || !isPermitted(message)) {
    return impossible('reference', `A QR-bill cannot hold the text “${message}”.`);
  }
  const debtor = swissAddress(request.debtor.name.replaceAll(/\s+/g, ' ').trim(), request.debtor);
  const bill: SwissQrBill = {
    ...account.value,
    ...money.value,
    creditor: creditor.value,
    debtor: debtor.ok ? debtor.value : undefined,
    message,
  };
  return swissQrPayload(bill).length > payloadMax
    ? impossible('code', `A QR-bill holds at most ${payloadMax} characters.`)
    : made(bill);
}

function moneyOf({
  currency,
  amountMinor,
}: PaymentRequest): Checked<Pick<SwissQrBill, 'amount' | 'currency'>> {
  if (currency !== 'CHF' && currency !== 'EUR') {
    return impossible('code', `A QR-bill needs francs or euros; this invoice is in ${currency}.`);
  }
  return amountMinor > transferMinorMax
    ? impossible('code', 'A QR-bill holds at most 999,999,999.99.')
    : made({ amount: formatMinor(amountMinor, 2), currency });
}

function accountOf(request: PaymentRequest): Checked<Pick<SwissQrBill, 'iban' | 'reference'>> {
  const iban = compact(request.iban ?? '');
  if (!/^(CH|LI)/.test(iban)) return impossible('iban', 'A QR-bill needs a Swiss IBAN.');
  const reference = referenceOf(iban, request.reference);
  return reference.ok ? made({ iban, reference: reference.value }) : reference;
}

/** A QR-IBAN goes with a QR reference only, and the other way round; an IBAN with an RF reference or none. */
function referenceOf(iban: string, text: string | undefined): Checked<SwissReference> {
  const isQr = text !== undefined && isQrReference(text);
  if (isQrIban(iban)) {
    return isQr
      ? made({ type: 'QRR', text: compact(text) })
      : impossible(
          'reference',
          'A QR-IBAN needs a QR reference of 27 digits with a right check digit.',
        );
  }
  if (isQr) return impossible('reference', 'A QR reference needs a QR-IBAN.');
  return text !== undefined && isCreditorReference(text)
    ? made({ type: 'SCOR', text: compact(text) })
    : made({ type: 'NON', text: '' });
}

/** What stands beside the reference: the number of the invoice, or a reference that is none to a bank. */
function messageOf({ type }: SwissReference, { reference, number }: PaymentRequest): string {
  return type === 'NON' ? (reference ?? number) : number;
}

/** The text of the Swiss QR code, one element a line (guidelines, 4.2.2). */
export function swissQrPayload(bill: SwissQrBill): string {
  const { creditor, debtor, reference } = bill;
  return [
    ...['SPC', '0200', '1', bill.iban],
    ...addressElements(creditor),
    ...addressElements(undefined),
    ...[bill.amount, bill.currency],
    ...addressElements(debtor),
    ...[reference.type, reference.text, bill.message, 'EPD'],
  ].join('\n');
}

function addressElements(address: SwissAddress | undefined): string[] {
  if (address === undefined) return Array.from({ length: 7 }, () => '');
  const { name, street, houseNumber, postalCode, city, country } = address;
  return ['S', name, street, houseNumber, postalCode, city, country];
}
