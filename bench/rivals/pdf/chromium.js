// PDFs by Chromium: the browser is warm, and pages are kept open and used again, as fast as this way gets.
import { chromium } from 'playwright-core';

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH,
  args: ['--no-sandbox'],
  handleSIGTERM: false,
});
const context = await browser.newContext();
const idle = [];

export async function renderPdf(invoice) {
  const page = idle.pop() ?? (await context.newPage());
  try {
    await page.setContent(html(invoice));
    return await page.pdf({ format: 'A4' });
  } finally {
    idle.push(page);
  }
}

function html({ title, sender, date, recipient, head, lines, totals, notes }) {
  const row = (tag) => (cells) =>
    `<tr>${cells.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join('')}</tr>`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escaped(title)}</title><style>
    @page { size: A4; margin: 20mm }
    body { font: 9pt sans-serif }
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
