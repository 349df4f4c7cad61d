import { formatMinor } from '../money/currency.js';
import {
  type Checked,
  creditorName,
  impossible,
  made,
  type PaymentRequest,
  transferMinorMax,
} from './payment-request.js';
import { compact, isCreditorReference } from './references.js';

/** Countries of the European Economic Area, whose banks need no BIC (EPC069-12, version 002). */
const areaCountries = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(
    ' ',
  ),
);

/** The other countries whose accounts can be reached by a SEPA credit transfer. */
const otherSepaCountries = new Set('AD AL CH GB GI MC MD ME MK RS SM VA'.split(' '));

const payloadBytesMax = 331;
const nameMax = 70;
const messageMax = 140;

/**
 * The text of an EPC code ("GiroCode") for a SEPA credit transfer: EPC069-12, version 002, UTF-8.
 * An RF reference is given as one, any other reference or else the number of the invoice as a message.
 */
export function epcPayload(request: PaymentRequest): Checked<string> {
  const { currency, amountMinor } = request;
  if (currency !== 'EUR') {
    return impossible('code', `An EPC code needs euros; this invoice is in ${currency}.`);
  }
  if (amountMinor > transferMinorMax) {
    return impossible('code', 'An EPC code holds at most 999,999,999.99 euros.');
  }
  const bank = bankOf(request);
  if (!bank.ok) return bank;
  const name = creditorName(request);
  if (name.length > nameMax) return impossible('account_name', longName, shorterName);
  const lines = [
    ...['BCD', '002', '1', 'SCT', bank.value.bic, name, bank.value.iban],
    `EUR${formatMinor(amountMinor, 2)}`,
    '',
    ...remittance(request),
  ];
  const payload = lines.join('\n');
  return new TextEncoder().encode(payload).length > payloadBytesMax
    ? impossible('code', `An EPC code holds at most ${payloadBytesMax} bytes.`, shorterTexts)
    : made(payload);
}

const longName = `The name of the account holder has more than ${nameMax} characters.`;
const shorterName = 'Give a shorter account_name.';
const shorterTexts = 'Shorten the reference or the account holder.';

function bankOf({ iban, bic }: PaymentRequest): Checked<{ iban: string; bic: string }> {
  if (iban === undefined) return impossible('iban', 'An EPC code needs an IBAN.');
  const account = compact(iban);
  const country = account.slice(0, 2);
  if (areaCountries.has(country)) return made({ iban: account, bic: compact(bic ?? '') });
  if (!otherSepaCountries.has(country)) {
    return impossible('iban', 'An EPC code needs an account in a country of SEPA.');
  }
  return bic === undefined
    ? impossible('bic', 'Outside the European Economic Area an EPC code needs the BIC as well.')
    : made({ iban: account, bic: compact(bic) });
}

/** The reference as such or the message: never both. Nothing follows, so an empty last line is left out. */
function remittance({ reference, number }: PaymentRequest): string[] {
  if (reference !== undefined && isCreditorReference(reference)) return [compact(reference)];
  return ['', (reference ?? number).slice(0, messageMax)];
}
