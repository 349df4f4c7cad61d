import { type Check } from '../../common/http/checks.js';
import {
  Answer,
  Choice,
  Currency,
  Field,
  type FieldOptions,
  ListOf,
  Text,
} from '../../common/http/fields.js';
import { decimalSign, readDecimal } from '../../money/decimal.js';
import { exchangeRateLimits } from '../../money/checked-decimal.js';
import { type WithholdingBase, withholdingBases } from '../domain/settlement.js';
import { Amount, Percentage } from '../../common/http/decimal-fields.js';

const exchangeRate: Check = (value) => {
  const reading = readDecimal(value, exchangeRateLimits);
  return reading.ok && decimalSign(reading.value) > 0
    ? undefined
    : {
        code: 'wrong_exchange_rate',
        message:
          'Expected a decimal number above 0 with at most 12 digits before and 10 after the point.',
      };
};

/** What one unit of the invoice's currency is in another one; it has more decimals than amounts have. */
function ExchangeRate(options: FieldOptions): PropertyDecorator {
  const schema = { oneOf: [{ type: 'string' }, { type: 'number', exclusiveMinimum: 0 }] };
  return Field(schema, exchangeRate, options);
}

/** A tax that the recipient keeps back and pays in the sender's name. */
export class WithholdingDto {
  @Text({ max: 50, description: 'Name as it is printed.', example: 'IRPF' }) name: string;
  @Percentage({ description: 'Rate in percent.', example: '15' }) rate: string | number;
  @Choice(withholdingBases, {
    optional: true,
    description:
      'What it is a percentage of: the total without tax ("net", the default) or the tax.',
    example: 'net',
  })
  base?: WithholdingBase;
}

/** How an invoice is settled: what is taken off its total, and in which other currency its tax is told. */
export abstract class SettlementFields {
  @ListOf(() => WithholdingDto, {
    min: 0,
    max: 5,
    optional: true,
    description: 'Taxes that the recipient withholds; the total stays, amount_due is less.',
  })
  withholdings?: WithholdingDto[];

  @Amount({
    optional: true,
    description:
      'Rounds amount_due to a multiple of this, such as 0.05 for Swiss francs; 0 does not round. Left out: as in the organization profile, for invoices in its currency.',
    example: '0.05',
  })
  cash_rounding?: string | number;

  @Amount({
    optional: true,
    description: 'What was paid already; the total stays, amount_due is less.',
    example: '100.00',
  })
  prepaid_amount?: string | number;

  @Currency({
    optional: true,
    description: 'Currency in which the tax total is told as well; needs exchange_rate.',
    example: 'EUR',
  })
  tax_currency?: string;

  @ExchangeRate({
    optional: true,
    description: 'What one unit of the invoice’s currency is in tax_currency.',
    example: '0.9264',
  })
  exchange_rate?: string | number;
}

const amount = { type: 'string', example: '150.00' };

/** A withholding with what it came to. */
export class WithholdingAnswerDto {
  @Answer({ type: 'string', description: 'Name as it is printed.', example: 'IRPF' }) name: string;
  @Answer({ type: 'string', description: 'Rate in percent.', example: '15' }) rate: string;
  @Answer({
    type: 'string',
    enum: [...withholdingBases],
    description: 'What it is a percentage of: the total without tax, or the tax.',
  })
  base: string;
  @Answer({ ...amount, description: 'The amount that it is a percentage of.' }) base_amount: string;
  @Answer({ ...amount, description: 'What is withheld.' }) amount: string;
}

/** The settlement as it is answered. */
export abstract class SettlementAnswerDto {
  @Answer({
    type: () => WithholdingAnswerDto,
    isArray: true,
    description: 'Taxes that the recipient withholds.',
  })
  withholdings: WithholdingAnswerDto[];
  @Answer({ ...amount, description: 'Sum of the withholdings.' }) withholding_total: string;
  @Answer({ ...amount, description: 'What was paid already.' }) prepaid_amount: string;
  @Answer({
    type: ['string', 'null'],
    description: 'What amount_due is rounded to a multiple of.',
  })
  cash_rounding: string | null;
  @Answer({ ...amount, description: 'What rounding to cash adds; negative if it takes off.' })
  rounding_amount: string;
  @Answer({
    ...amount,
    description:
      'What is to be paid: total - withholding_total - prepaid_amount + rounding_amount, exactly.',
  })
  amount_due: string;
  @Answer({
    type: ['string', 'null'],
    description: 'Currency in which the tax total is told as well.',
  })
  tax_currency: string | null;
  @Answer({
    type: ['string', 'null'],
    description: 'What one unit of the invoice’s currency is in tax_currency.',
  })
  exchange_rate: string | null;
  @Answer({
    type: ['string', 'null'],
    description: 'The tax total in tax_currency.',
    example: '17.60',
  })
  tax_total_in_tax_currency: string | null;
}
