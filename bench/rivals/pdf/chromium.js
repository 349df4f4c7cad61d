// PDFs by Chromium: the browser is warm, and pages are kept open and used again, as fast as this way gets. It takes
// the system's fonts, or with FONTS=on those of the document.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { fonts, isEmbedding } from './fonts.js';

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH,
  args: ['--no-sandbox', '--allow-file-access-from-files'],
  handleSIGTERM: false,
});
const context = await browser.newContext();
const idle = [];
const families = [...fonts.map(({ family }) => `'${family}'`), 'sans-serif'].join(', ');
const faces = fonts
  .map(
    ({ family, file }) => `@font-face{font-family:'${family}';src:url('${pathToFileURL(file)}')}`,
  )
  .join('');
const blank = join(mkdtempSync(join(tmpdir(), 'finvo-bench-')), 'blank.html');
writeFileSync(blank, '<!doctype html>');

async function newPage() {
  const page = await context.newPage();
  // Only a page that is a file itself may load the fonts.
  if (isEmbedding) await page.goto(pathToFileURL(blank).href);
  return page;
}

export async function renderPdf(invoice) {
  const page = idle.pop() ?? (await newPage());
  try {
    await page.setContent(html(invoice));
    if (isEmbedding) await page.evaluate('document.fonts.ready');
    return await page.pdf({ format: 'A4' });
  } finally {
    idle.push(page);
  }
}

function html({ title, sender, date, recipient, head, lines, totals, notes }) {
  const row = (tag) => (cells) =>
    `<tr>${cells.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join('')}</tr>`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escaped(title)}</title><style>${faces}
    @page { size: A4; margin: 20mm }
    body { font: 9pt ${families} }
    table { width: 100%; border-collapse: collapse; margin: 6mm 0 }
    th, td { text-align: right; padding: 1.5mm; border-bottom: 0.3pt solid #999 }
    th:first-child, td:first-child { text-align: left }
  </style></head><body>
    <p><b>${escaped(sender)}</b></p><h1>${escaped(title)}</h1><p>${escaped(date)}</p>
    <address>${recipient.map(escaped).join('<br>')}</address>
    <table><thead>${row('th')(head)}</thead><tbody>${lines.map(row('td')).join('')}</tbody></table>
    <table>${totals.map(row('td')).join('')}</table>
    <p>${escaped(notes)}</p>
  </body></html>`;
}

function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
