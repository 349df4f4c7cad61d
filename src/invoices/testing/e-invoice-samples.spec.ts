import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { eInvoiceFormats } from '../../einvoice/formats.js';
import { writeSamples } from './e-invoice-samples.js';

describe('samples of e-invoices', () => {
  const folder = mkdtempSync(join(tmpdir(), 'finvo-samples-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('are files of each format, the same for the same seed', () => {
    const [one, other] = [join(folder, 'one'), join(folder, 'other')];
    const counts = writeSamples(one, 30, 5);
    expect(writeSamples(other, 30, 5)).toEqual(counts);
    const files = readdirSync(one);
    expect(readdirSync(other)).toEqual(files);
    for (const format of eInvoiceFormats) {
      const ofFormat = files.filter((file) => file.endsWith(`.${format}.xml`));
      expect(ofFormat.length).toBe(counts[format].written);
      expect(ofFormat.length).toBeGreaterThan(0);
    }
    for (const file of files) {
      expect(file).toMatch(/^\d+\.[a-z-]+\.xml$/);
      expect(readFileSync(join(one, file), 'utf8')).toBe(readFileSync(join(other, file), 'utf8'));
    }
  });
});
