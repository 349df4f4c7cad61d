import { loadConfig } from '../config/config.js';
import { GlyphCoverage } from './glyph-coverage.js';
import { PdfRenderer } from './pdf-renderer.js';
import { exampleDocument, exampleTable } from './testing/example-document.js';
import { copiedText } from './testing/copied-text.js';

const config = loadConfig({ RENDER_THREADS: '1', DATABASE_URL: 'sqlite:unused.db' });
const coverage = new GlyphCoverage(config);
const renderer = new PdfRenderer(config, coverage);

afterAll(() => renderer.onApplicationShutdown());

/** Random clusters of one font: a letter, sometimes with marks of the same font. */
function randomText(ranges: Uint32Array, random: () => number): string {
  const pick = (): string => {
    const at = 2 * Math.floor((random() * ranges.length) / 2);
    const [first, last] = [ranges[at]!, ranges[at + 1]!];
    return String.fromCodePoint(first + Math.floor(random() * (last - first + 1)));
  };
  const text = Array.from({ length: 60 }, () => (random() < 0.2 ? ' ' : pick())).join('');
  return coverage.printable(text.normalize(random() < 0.5 ? 'NFC' : 'NFD'));
}

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
    return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32;
  };
}

describe('scripts', () => {
  it.each([
    ['Greek', 'Ελληνική Εταιρεία'],
    ['Cyrillic', 'Общество Київ'],
    ['Vietnamese', 'Dịch vụ tư vấn thiết kế'],
    ['Devanagari', 'परामर्श सेवाएँ'],
    ['Bengali', 'পরামর্শ সেবা'],
    ['Tamil', 'தமிழ் ஆலோசனை'],
    ['Thai', 'ค่าบริการที่ปรึกษา'],
    ['Georgian', 'საკონსულტაციო'],
    ['Armenian', 'Խորհրդատվական'],
    ['simplified Chinese', '咨询服务与软件开发'],
    ['traditional Chinese', '繁體中文諮詢服務'],
    ['Japanese', 'コンサルティング株式会社'],
    ['Korean', '컨설팅 서비스'],
    ['currencies', '₹ ₺ ₽ ₿ ₴ ₦ ฿ ₫ ₪ ៛'],
    ['emoji', '🚀 🎉'],
  ])('%s text can be copied out of the PDF as it went in', async (_, text) => {
    const pdf = await renderer.render(exampleDocument({ table: exampleTable([`<${text}>`]) }));
    const compact = (value: string): string => value.normalize('NFKC').replaceAll(/\s/g, '');
    expect(compact(copiedText(pdf))).toContain(compact(text));
  });

  it.each([
    ['Arabic', 'شركة النور للتجارة'],
    ['Persian', 'خدمات مشاوره'],
    ['Hebrew', 'חברת הדוגמה'],
  ])('%s text is drawn from right to left, letter by letter', async (_, text) => {
    const pdf = await renderer.render(exampleDocument({ table: exampleTable([text]) }));
    const letters = (value: string): string =>
      value
        .normalize('NFKC')
        .replaceAll(/\s/g, '')
        .replaceAll(/(.)\1+/gu, '$1');
    const drawn = [...copiedText(pdf)].reverse().join('');
    expect(letters(drawn)).toContain(letters(text));
  });

  it('whatever the coverage calls printable is exported as PDF/A, bold and regular', async () => {
    const random = seeded(20_260_301);
    const texts = coverage.fonts.families.flatMap(({ ranges }) =>
      Array.from({ length: 12 }, () => randomText(ranges, random)),
    );
    for (let at = 0; at < texts.length; at += 24) {
      const part = texts.slice(at, at + 24);
      const pdf = await renderer.render(
        exampleDocument({
          table: exampleTable(part),
          facts: part.map((value) => ({ label: value, value })),
        }),
      );
      expect(pdf.toString('latin1')).toMatch(/pdfaid:part>3</);
    }
  });
});
