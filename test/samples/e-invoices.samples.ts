import { expect, it } from '@jest/globals';
import { writeSamples } from '../../src/invoices/testing/e-invoice-samples.js';

interface Settings {
  readonly directory: string;
  readonly count: number;
  readonly seed: number;
}

const sent = process.env['E_INVOICE_SAMPLES'];

// Writes what scripts/e-invoice-samples.js asks for.
(sent === undefined ? it.skip : it)('writes e-invoices', () => {
  const { directory, count, seed } = JSON.parse(sent ?? '') as Settings;
  const counts = writeSamples(directory, count, seed);
  for (const [format, { written, refused }] of Object.entries(counts)) {
    const rules = Object.entries(refused).map(([rule, times]) => `${rule} ${times}`);
    process.stdout.write(`${format}: ${written} written; refused by ${rules.join(', ')}\n`);
  }
  expect(Object.values(counts).some(({ written }) => written > 0)).toBe(true);
});
