// The invoice that every figure is measured with.

/** A request body with this many lines; `salt` makes each one different, as real ones are. */
export function invoiceRequest(lines, salt) {
  return {
    recipient: {
      name: `Acme Corp ${salt}`,
      email: 'billing@acme.com',
      address: {
        line1: '1 Market Street',
        city: 'Springfield',
        postal_code: '62701',
        country: 'US',
      },
    },
    line_items: Array.from({ length: lines }, (_, index) => ({
      description: `Consulting services, part ${index + 1} of ${salt}`,
      quantity: (index % 9) + 1,
      unit_price: '150.00',
      tax_rate: 19,
    })),
    notes: 'Thank you for your business.',
  };
}
