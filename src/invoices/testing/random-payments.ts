import fc from 'fast-check';
import { type PaymentDetailsDto } from '../../accounts/dto/payment-details.dto.js';
import { paymentMeans } from '../../einvoice/codes/payment-means.js';
import { mostly, perhaps, words } from './random-texts.js';

const account = {
  iban: fc.constantFrom('DE89 3704 0044 0532 0130 00', 'nl91abna0417164300', 'NO93-8601-1117-947'),
  bic: perhaps(fc.constantFrom('COBADEFFXXX', 'abnanl2a')),
  account_name: perhaps(words),
};
const reference = perhaps(fc.constantFrom('RF18 5390 0754 7034', 'Rechnung <1> & "2"'));

/** An account alone, a means with what belongs to it, a link, or means with all there is. */
export const payments: fc.Arbitrary<PaymentDetailsDto> = fc.oneof(
  fc.record({ ...account, reference }),
  fc.record({
    means: fc.constantFrom('credit_transfer' as const, 'sepa_credit_transfer' as const),
    ...account,
    reference,
  }),
  fc.record({
    means: fc.constantFrom('direct_debit' as const, 'sepa_direct_debit' as const),
    mandate: mostly(words),
    creditor_id: mostly(fc.constant('DE98ZZZ09999999999')),
    debited_iban: mostly(fc.constant('DE02 1203 0000 0000 2020 51')),
    reference,
  }),
  fc.record({
    means: fc.constantFrom('card' as const, 'credit_card' as const, 'debit_card' as const),
    card_last_digits: mostly(fc.constantFrom('4242', '654321')),
    card_holder: perhaps(words),
  }),
  fc.record({
    means: fc.constantFrom('cash' as const, 'cheque' as const, 'online' as const),
    reference,
  }),
  fc.constant({ link: 'https://pay.example.com/{number}', code: 'link' as const }),
  fc.record({
    means: fc.constantFrom(...paymentMeans),
    ...account,
    mandate: fc.constant('M-1'),
    creditor_id: fc.constant('DE98ZZZ09999999999'),
    debited_iban: fc.constant('DE02120300000000202051'),
    card_last_digits: fc.constant('4242'),
    reference,
  }),
);
