/** Requests that work as they stand, for whoever tries the API out in its documentation. */
export const invoiceExamples = {
  short: {
    summary: 'A recipient and a line are enough',
    value: {
      recipient: { name: 'Acme Corp', email: 'billing@acme.com' },
      line_items: [{ description: 'Consulting services', quantity: 10, unit_price: 150.0 }],
    },
  },
  full: {
    summary: 'Taxes, discounts, a charge and everything around them',
    value: {
      date: '2026-01-19',
      payment_terms_days: 14,
      currency: 'EUR',
      recipient: {
        name: 'Acme Corp',
        email: 'billing@acme.com',
        tax_id: 'DE123456789',
        address: { line1: 'Marktstraße 1', postal_code: '10119', city: 'Berlin', country: 'DE' },
      },
      line_items: [
        {
          description: 'Consulting services',
          details: 'On site, January',
          quantity: '7.5',
          unit: 'hours',
          unit_price: '150.00',
          taxes: [{ name: 'VAT', rate: '19' }],
        },
        {
          description: 'Printed handbook',
          quantity: 3,
          unit_price: '12.50',
          discount: { percent: 10, reason: 'Loyal customer' },
          taxes: [{ name: 'VAT', rate: '7' }],
        },
      ],
      discounts: [{ percent: '5', reason: 'Early bird' }],
      charges: [{ amount: '9.90', reason: 'Shipping', taxes: [{ name: 'VAT', rate: '19' }] }],
      reference: 'PO-4711',
      notes: 'Thank you for your business.',
      terms: 'Payable within 14 days without deduction.',
      payment: { iban: 'DE89370400440532013000', bic: 'COBADEFFXXX', account_name: 'Example Ltd' },
      expected_total: '1317.89',
      metadata: { order_id: '4711' },
    },
  },
} as const;
