// `npm run e-invoices -- DIR [count] [seed]`: writes random invoices and credit notes to a folder in every format
// that does not refuse them, as 1.facturx.xml, 1.xrechnung-cii.xml and so on, to run validators of one's own on.
import { resolve } from 'node:path';
import { runJest } from './jest.js';

const [directory, count = '100', seed = '1'] = process.argv.slice(2);
const isNumber = (text) => /^[1-9]\d{0,8}$/.test(text);

if (directory === undefined || !isNumber(count) || !isNumber(seed)) {
  console.error('Usage: npm run e-invoices -- DIR [count] [seed]');
  process.exitCode = 1;
} else {
  const settings = { directory: resolve(directory), count: Number(count), seed: Number(seed) };
  // The generators are TypeScript for tests, which only jest reads.
  process.exitCode = await runJest(['--selectProjects', 'samples'], {
    E_INVOICE_SAMPLES: JSON.stringify(settings),
  });
}
