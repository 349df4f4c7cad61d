import { type Decimal, readDecimal } from '../../money/decimal.js';
import { defaultTaxCategory, type TaxCategory } from '../../money/tax-category.js';
import { type Tax } from './tax.js';
import { calculateTotals, type Totals, type TotalsInput, type TotalsLine } from './totals.js';

function read(text: string): Decimal {
  const reading = readDecimal(text);
  if (!reading.ok) throw new Error(`${text}: ${reading.reason}`);
  return reading.value;
}

function tax(rate: string, name = 'VAT', category?: TaxCategory): Tax {
  return { name, rate: read(rate), category: category ?? defaultTaxCategory(read(rate)) };
}

function line(quantity: string, unitPrice: string, ...taxes: Tax[]): TotalsLine {
  return { quantity: read(quantity), unitPrice: read(unitPrice), taxes };
}

function input(lines: TotalsLine[], rest: Partial<TotalsInput> = {}): TotalsInput {
  return {
    currencyDecimals: 2,
    pricesIncludeTax: false,
    discounts: [],
    charges: [],
    lines,
    ...rest,
  };
}

function totalsOf(lines: TotalsLine[], rest?: Partial<TotalsInput>): Totals {
  const result = calculateTotals(input(lines, rest));
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result.totals;
}

function faultsOf(lines: TotalsLine[], rest?: Partial<TotalsInput>): unknown {
  const result = calculateTotals(input(lines, rest));
  return result.ok ? [] : result.faults;
}

/** [taxable, tax] of every group. */
function groups({ taxes }: Totals): bigint[][] {
  return taxes.map(({ taxableMinor, taxMinor }) => [taxableMinor, taxMinor]);
}

describe('prices without tax', () => {
  it('calculates the invoice of the README', () => {
    expect(totalsOf([line('10', '150.00')])).toEqual({
      lines: [{ amountMinor: 150000n, discountMinor: 0n, netMinor: 150000n }],
      discounts: [],
      charges: [],
      enteredSubtotalMinor: 150000n,
      subtotalMinor: 150000n,
      discountTotalMinor: 0n,
      chargeTotalMinor: 0n,
      taxes: [],
      taxTotalMinor: 0n,
      totalMinor: 150000n,
    });
  });

  test.each([
    ['1', '1000', '19', 119000n],
    ['1', '8180', '9.975', 899596n],
    ['3', '0.335', '0', 101n],
    ['-3', '0.335', '0', -101n],
    ['0.000001', '0.000001', '19', 0n],
    ['1', '0.02', '25', 3n],
    ['-1', '0.02', '25', -3n],
  ])('%s x %s with %s %%', (quantity, price, rate, total) => {
    expect(totalsOf([line(quantity, price, tax(rate))]).totalMinor).toBe(total);
  });

  it('takes each tax once on the sum, not line by line', () => {
    const totals = totalsOf(Array.from({ length: 3 }, () => line('1', '0.33', tax('19'))));
    expect(groups(totals)).toEqual([[99n, 19n]]);
  });

  it('groups by name, category and the value of the rate', () => {
    const zero: Decimal = { digits: 1900n, scale: 2 };
    const totals = totalsOf([
      line('1', '1', tax('19')),
      line('1', '2', { ...tax('19'), rate: zero }),
      line('1', '4', tax('19', 'GST')),
      line('1', '8', tax('0', 'VAT', 'AE')),
      line('1', '16', tax('0')),
    ]);
    expect(totals.taxes.map((group) => group.category)).toEqual(['S', 'S', 'AE', 'Z']);
    expect(groups(totals)).toEqual([
      [300n, 57n],
      [400n, 76n],
      [800n, 0n],
      [1600n, 0n],
    ]);
  });

  it('lets several taxes of a line each take the whole net amount', () => {
    const totals = totalsOf([line('1', '100', tax('5', 'GST'), tax('9.975', 'QST'))]);
    expect(groups(totals)).toEqual([
      [10000n, 500n],
      [10000n, 998n],
    ]);
    expect(totals.totalMinor).toBe(11498n);
  });

  test.each([
    [0, '3', '33.5', [101n, 10n]],
    [2, '3', '33.5', [10050n, 1005n]],
    [3, '1', '1.0005', [1001n, 100n]],
    [4, '1', '1.00005', [10001n, 1000n]],
  ])('rounds to a currency with %p decimals', (currencyDecimals, quantity, price, group) => {
    const totals = totalsOf([line(quantity, price, tax('10'))], { currencyDecimals });
    expect(groups(totals)).toEqual([group]);
  });
});

describe('discounts and charges', () => {
  it('takes a percentage of a line from its rounded amount', () => {
    const half = { ...line('3', '0.335'), discount: { percent: read('50') } };
    const fixed = { ...line('1', '10'), discount: { amountMinor: 250n } };
    expect(totalsOf([half, fixed]).lines).toEqual([
      { amountMinor: 50n, discountMinor: 51n, netMinor: 50n },
      { amountMinor: 750n, discountMinor: 250n, netMinor: 750n },
    ]);
  });

  it('spreads over the taxes of the lines by their sums', () => {
    const totals = totalsOf([line('1', '100', tax('19')), line('1', '50', tax('7'))], {
      discounts: [{ percent: read('10') }, { amountMinor: 1n }],
      charges: [{ amountMinor: 500n }],
    });
    expect(totals.discounts).toEqual([
      { amountMinor: 1500n, netMinor: 1500n },
      { amountMinor: 1n, netMinor: 1n },
    ]);
    expect(groups(totals)).toEqual([
      [10000n - 1000n - 1n + 333n, 1773n],
      [5000n - 500n + 167n, 327n],
    ]);
    expect(totals.totalMinor).toBe(15000n - 1501n + 500n + 2100n);
  });

  it('takes a percentage with taxes of its own only from the lines that bear them', () => {
    const totals = totalsOf([line('1', '100', tax('19')), line('1', '50', tax('7'))], {
      discounts: [{ percent: read('10'), taxes: [tax('7')] }],
      charges: [{ amountMinor: 1000n, taxes: [tax('25', 'Freight tax')] }],
    });
    expect(totals.discounts).toEqual([{ amountMinor: 500n, netMinor: 500n }]);
    expect(groups(totals)).toEqual([
      [10000n, 1900n],
      [4500n, 315n],
      [1000n, 250n],
    ]);
  });

  it('leaves an adjustment with an empty list of taxes untaxed', () => {
    const totals = totalsOf([line('1', '100', tax('19'))], {
      charges: [{ amountMinor: 500n, taxes: [] }],
    });
    expect(groups(totals)).toEqual([[10000n, 1900n]]);
    expect(totals.totalMinor).toBe(12400n);
  });

  it('includes untaxed lines in the spread', () => {
    const totals = totalsOf([line('1', '100', tax('20')), line('1', '100')], {
      discounts: [{ amountMinor: 5000n }],
    });
    expect(groups(totals)).toEqual([[7500n, 1500n]]);
  });

  it('does not blow a charge up where lines and returns nearly cancel out', () => {
    const lines = [line('1', '1000', tax('19')), line('-1', '999', tax('7'))];
    const charged = totalsOf(lines, { charges: [{ amountMinor: 1000n }] });
    expect(groups(charged).map(([taxable]) => taxable)).toEqual([100500n, -99400n]);
    const reduced = totalsOf(lines, { discounts: [{ percent: read('10') }] });
    expect(groups(reduced).map(([taxable]) => taxable)).toEqual([90000n, -89910n]);
  });

  it('spreads in equal parts where every line is free', () => {
    const totals = totalsOf([line('0', '1', tax('19')), line('0', '1', tax('7'))], {
      charges: [{ amountMinor: 1001n }],
    });
    expect(groups(totals).map(([taxable]) => taxable)).toEqual([501n, 500n]);
  });
});

describe('prices with tax', () => {
  const pricesIncludeTax = true;

  it('never moves the total from what was entered', () => {
    const totals = totalsOf([line('1', '119', tax('19')), line('1', '0.01', tax('19'))], {
      pricesIncludeTax,
    });
    expect(totals.lines.map((row) => row.netMinor)).toEqual([10000n, 1n]);
    expect(groups(totals)).toEqual([[10001n, 1900n]]);
    expect([totals.enteredSubtotalMinor, totals.totalMinor]).toEqual([11901n, 11901n]);
  });

  it('splits the tax of several taxes by their rates', () => {
    const totals = totalsOf([line('1', '114.98', tax('5', 'GST'), tax('9.975', 'QST'))], {
      pricesIncludeTax,
    });
    expect(groups(totals)).toEqual([
      [10000n, 500n],
      [10000n, 998n],
    ]);
  });

  it('adds up one tax out of several combinations', () => {
    const totals = totalsOf(
      [
        line('1', '110', tax('10', 'A')),
        line('1', '115', tax('5', 'B'), tax('10', 'A')),
        line('1', '115', tax('10', 'A'), tax('5', 'B')),
        line('1', '7'),
      ],
      { pricesIncludeTax },
    );
    expect(groups(totals)).toEqual([
      [30000n, 3000n],
      [20000n, 1000n],
    ]);
    expect(totals.totalMinor).toBe(34700n);
  });

  it('takes the tax out of discounts and charges too', () => {
    const totals = totalsOf([line('1', '119', tax('19')), line('1', '107', tax('7'))], {
      pricesIncludeTax,
      discounts: [{ percent: read('10') }],
      charges: [{ amountMinor: 1190n, taxes: [tax('19')] }],
    });
    expect(totals.discounts).toEqual([{ amountMinor: 2260n, netMinor: 2000n }]);
    expect(totals.charges).toEqual([{ amountMinor: 1190n, netMinor: 1000n }]);
    expect(groups(totals)).toEqual([
      [10000n, 1900n],
      [9000n, 630n],
    ]);
    expect(totals.totalMinor).toBe(11900n + 10700n - 2260n + 1190n);
  });

  it('copes with a withholding tax', () => {
    const totals = totalsOf([line('1', '106', tax('21', 'IVA'), tax('-15', 'IRPF'))], {
      pricesIncludeTax,
    });
    expect(groups(totals)).toEqual([
      [10000n, 2100n],
      [10000n, -1500n],
    ]);
  });
});

describe('faults', () => {
  const huge = '99999999999';

  it('points at every line and adjustment that is too large', () => {
    const discount = { amountMinor: 2n ** 53n };
    expect(
      faultsOf([line('1', '1'), line(huge, huge), line(huge, huge)], {
        discounts: [discount],
        charges: [discount, { amountMinor: 2n ** 53n - 1n }],
      }),
    ).toEqual([
      { at: 'line', index: 1, reason: 'amount_too_large' },
      { at: 'line', index: 2, reason: 'amount_too_large' },
      { at: 'discount', index: 0, reason: 'amount_too_large' },
      { at: 'charge', index: 0, reason: 'amount_too_large' },
    ]);
  });

  it('points at a tax, then at the totals', () => {
    const row = line('40000', '1000000000', tax('19'));
    expect(faultsOf([row])).toEqual([]);
    expect(faultsOf([row, row])).toEqual([{ at: 'total', reason: 'amount_too_large' }]);
    expect(faultsOf([row, row, row])).toEqual([
      { at: 'tax', index: 0, reason: 'amount_too_large' },
    ]);
  });

  it('allows exactly 2^53 - 1 minor units, either sign, and not one more', () => {
    const fault = [{ at: 'line', index: 0, reason: 'amount_too_large' }];
    const micro = { currencyDecimals: 6 };
    expect(faultsOf([line('1', '9007199254.740991')], micro)).toEqual([]);
    expect(faultsOf([line('1', '-9007199254.740991')], micro)).toEqual([]);
    expect(faultsOf([line('1', '9007199254.740992')], micro)).toEqual(fault);
    expect(faultsOf([line('-1', '9007199254.740992')], micro)).toEqual(fault);
  });

  it('refuses the same tax twice, and a percentage of nothing', () => {
    const twice = line('1', '1', tax('19'), tax('19.0'));
    expect(
      faultsOf([line('1', '1', tax('19')), twice], {
        discounts: [{ percent: read('5'), taxes: [tax('7')] }, { percent: read('5') }],
        charges: [{ amountMinor: 1n, taxes: [tax('7'), tax('7')] }],
      }),
    ).toEqual([
      { at: 'line', index: 1, reason: 'tax_repeated' },
      { at: 'discount', index: 0, reason: 'percent_base_missing' },
      { at: 'charge', index: 0, reason: 'tax_repeated' },
    ]);
  });

  it('refuses to take a tax of -100 % out of a price', () => {
    const lines = [line('1', '1', tax('-60', 'A'), tax('-40', 'B'))];
    expect(faultsOf(lines, { pricesIncludeTax: true })).toEqual([
      { at: 'line', index: 0, reason: 'tax_rate_too_low' },
    ]);
    expect(faultsOf(lines)).toEqual([]);
  });
});
