import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { absolute } from '../../money/rounding.js';
import { settle, type SettlementInput } from './settlement.js';

const whole = (digits: bigint) => ({ digits, scale: 0 });
const nothing: SettlementInput = {
  currencyDecimals: 2,
  withholdings: [],
  prepaidMinor: 0n,
  cashRoundingMinor: 0n,
  taxCurrency: undefined,
};

describe('the settlement of an invoice', () => {
  it('is the total where there is nothing to settle', () => {
    expect(settle({ totalMinor: 119_00n, taxTotalMinor: 19_00n }, nothing)).toEqual({
      withholdings: [],
      withholdingTotalMinor: 0n,
      prepaidMinor: 0n,
      roundingMinor: 0n,
      amountDueMinor: 119_00n,
      taxCurrencyTotalMinor: undefined,
    });
  });

  it('takes off what was paid already before it rounds to cash', () => {
    expect(
      settle(
        { totalMinor: 119_02n, taxTotalMinor: 19_00n },
        { ...nothing, prepaidMinor: 100_00n, cashRoundingMinor: 5n },
      ),
    ).toMatchObject({ prepaidMinor: 100_00n, roundingMinor: -2n, amountDueMinor: 19_00n });
  });

  it('withholds of the total without tax, as Spain’s IRPF, or of the tax', () => {
    const settled = settle(
      { totalMinor: 1210_00n, taxTotalMinor: 210_00n },
      {
        ...nothing,
        withholdings: [
          { name: 'IRPF', rate: whole(15n), base: 'net' },
          { name: 'ReteIVA', rate: { digits: 125n, scale: 1 }, base: 'tax' },
        ],
      },
    );
    expect(settled).toMatchObject({
      withholdings: [
        { name: 'IRPF', baseMinor: 1000_00n, amountMinor: 150_00n },
        { name: 'ReteIVA', baseMinor: 210_00n, amountMinor: 26_25n },
      ],
      withholdingTotalMinor: 176_25n,
      amountDueMinor: 1033_75n,
    });
  });

  it.each([
    [10_82n, 10_80n],
    [10_83n, 10_85n],
    [-10_83n, -10_85n],
    [10_85n, 10_85n],
  ])('rounds %s centimes to five: %s', (totalMinor, amountDueMinor) => {
    const settled = settle(
      { totalMinor, taxTotalMinor: 0n },
      { ...nothing, cashRoundingMinor: 5n },
    );
    expect(settled).toMatchObject({ amountDueMinor, roundingMinor: amountDueMinor - totalMinor });
  });

  it('tells the tax in another currency, whatever the decimals of both', () => {
    const taxTotalIn = (decimals: number, digits: bigint, scale: number) =>
      settle(
        { totalMinor: 1_100_000n, taxTotalMinor: 100_000n },
        {
          ...nothing,
          currencyDecimals: 0,
          taxCurrency: { decimals, exchangeRate: { digits, scale } },
        },
      )?.taxCurrencyTotalMinor;
    expect(taxTotalIn(2, 61234n, 7)).toBe(612_34n);
    expect(taxTotalIn(3, 1n, 8)).toBe(1n);
    expect(taxTotalIn(0, 5n, 6)).toBe(1n);
  });

  it('is none where an amount could not be stored', () => {
    const taxCurrency = { decimals: 3, exchangeRate: whole(999_999_999_999n) };
    const totals = { totalMinor: 9_007_199_254_740_991n, taxTotalMinor: 9_007_199_254_740_991n };
    expect(settle(totals, { ...nothing, taxCurrency })).toBeUndefined();
  });

  it('adds up exactly, rounds by half a step at most, and turns round with the invoice', () => {
    const amount = fc.bigInt({ min: -10_000_000n, max: 10_000_000n });
    const withholding = fc.record({
      name: fc.constant('IRPF'),
      rate: fc.bigInt({ min: 0n, max: 100_000n }).map((digits) => ({ digits, scale: 3 })),
      base: fc.constantFrom('net' as const, 'tax' as const),
    });
    const input = fc.record({
      currencyDecimals: fc.constantFrom(0, 2, 3),
      withholdings: fc.array(withholding, { maxLength: 3 }),
      prepaidMinor: fc.constant(0n),
      cashRoundingMinor: fc.constantFrom(0n, 1n, 5n, 10n, 50n, 100n),
      taxCurrency: fc.constant(undefined),
    });
    fc.assert(
      fc.property(amount, amount, input, (totalMinor, taxTotalMinor, settlement) => {
        const there = settle({ totalMinor, taxTotalMinor }, settlement)!;
        const { withholdingTotalMinor, roundingMinor, amountDueMinor } = there;
        expect(totalMinor - withholdingTotalMinor + roundingMinor).toBe(amountDueMinor);
        const step = settlement.cashRoundingMinor;
        expect(2n * absolute(roundingMinor)).toBeLessThanOrEqual(step);
        if (step > 0n) expect(amountDueMinor % step).toBe(0n);
        const back = settle(
          { totalMinor: -totalMinor, taxTotalMinor: -taxTotalMinor },
          settlement,
        )!;
        expect(back.amountDueMinor).toBe(-amountDueMinor);
      }),
      { numRuns: 500 },
    );
  });
});
