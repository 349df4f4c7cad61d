import { describe, expect, it } from '@jest/globals';
import { requestFaults } from './request-faults.js';

type Request = Parameters<typeof requestFaults>[0];

describe('requestFaults', () => {
  const faultsOf = (request: object, currency = 'USD') =>
    requestFaults(request as Request, { currency, language: 'en', today: '2026-01-19' }).map(
      ({ pointer, code }) => `${pointer} ${code}`,
    );

  it.each<[object, string[]]>([
    [{}, []],
    [{ due_date: '2026-01-19' }, []],
    [{ due_date: '2026-01-18' }, ['/due_date due_before_date']],
    [{ date: '2026-02-30', due_date: '2026-01-18' }, []],
    [{ date: '2999-12-01', payment_terms_days: 31 }, ['/payment_terms_days no_such_day']],
    [{ due_date: '2026-02-01', payment_terms_days: 0 }, ['/payment_terms_days due_date_or_terms']],
    [{ due_date: null, payment_terms_days: 0 }, []],
    [
      { invoice_number: 'A ', series: 'B' },
      ['/invoice_number wrong_format', '/series number_or_series'],
    ],
    [{ expected_total: '1.005' }, ['/expected_total too_many_decimals']],
    [{ expected_total: '1.500' }, []],
    [{ currency: 'JPY', expected_total: 1.5 }, ['/expected_total too_many_decimals']],
    [{ currency: 'none', expected_total: '1.005' }, []],
    [
      { discounts: [{}, { percent: 1, amount: 1 }, { percent: 0 }] },
      ['/discounts/0 percent_or_amount', '/discounts/1 percent_or_amount'],
    ],
    [{ charges: [{ amount: '0.001' }] }, ['/charges/0/amount too_many_decimals']],
    [{ line_items: [{ discount: {} }] }, ['/line_items/0/discount percent_or_amount']],
    [{ line_items: [{ tax_rate: 1, taxes: [] }] }, ['/line_items/0/tax_rate tax_rate_or_taxes']],
    [{ line_items: [{ tax_rate: null, taxes: [] }] }, []],
  ])('of %j are %j', (request, faults) => {
    expect(faultsOf(request)).toEqual(faults);
  });

  it('goes by the currency of the organization where the request names none', () => {
    expect(faultsOf({ expected_total: '1.005' }, 'KWD')).toEqual([]);
  });

  it.each([
    [
      {
        line_items: 1,
        discounts: 'x',
        charges: {},
        date: 5,
        due_date: [],
        payment_terms_days: 'x',
      },
    ],
    [{ line_items: [null, 1, 'x', [], { discount: 5, taxes: 7 }], discounts: [{ percent: {} }] }],
    [
      {
        invoice_number: 7,
        series: {},
        currency: [],
        expected_total: {},
        payment_terms_days: 1e300,
      },
    ],
  ])('looks past values of wrong types, which have faults of their own: %j', (request) => {
    expect(() => faultsOf(request)).not.toThrow();
  });
});
