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

/** The same in five scripts. */
export function scriptsRequest(lines, salt) {
  const { recipient, line_items: items, ...others } = invoiceRequest(lines, salt);
  const words = ['Consulting', 'Σύμβουλοι', 'Консультации', 'خدمات استشارية', '咨询服务'];
  return {
    ...others,
    recipient: { ...recipient, name: `Ελλάς 客户 شركة Ромашка ${salt}` },
    line_items: items.map((item, at) => ({
      ...item,
      description: `${words[at % words.length]} ${at + 1} · ${salt}`,
    })),
  };
}
