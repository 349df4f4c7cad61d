import { mkdtempSync, rmSync, copyFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '../config/config.js';
import { GlyphCoverage } from './glyph-coverage.js';
import { fastestMs } from '../../test/support/fastest.js';

const configOf = (environment: Record<string, string> = {}) =>
  loadConfig({ DATABASE_URL: 'sqlite:unused.db', ...environment });
const coverage = new GlyphCoverage(configOf());

describe('GlyphCoverage', () => {
  it.each([
    ['Latin', 'Łódź, Ğüneş, Tiếng Việt, naïve, ß, ﬁ'],
    ['Greek', 'Ελληνική Εταιρεία Α.Ε.'],
    ['Cyrillic', 'ООО «Ромашка», Київ, ћ'],
    ['Arabic, Persian and Urdu', 'شركة النور، گچپژ، ٹڈڑ ے ۱۲۳'],
    ['Hebrew', 'חברת הדוגמה בע״מ שָׁלוֹם'],
    ['Devanagari', 'हिन्दी में परामर्श क्षत्रिय'],
    ['Bengali', 'বাংলা ভাষায় পরামর্শ'],
    ['Tamil', 'தமிழ் ஆலோசனை'],
    ['Telugu', 'తెలుగు'],
    ['Gujarati', 'ગુજરાતી'],
    ['Gurmukhi', 'ਪੰਜਾਬੀ'],
    ['Kannada', 'ಕನ್ನಡ'],
    ['Malayalam', 'മലയാളം'],
    ['Thai', 'ค่าบริการที่ปรึกษา'],
    ['Khmer', 'ភាសាខ្មែរ ៛'],
    ['Georgian', 'საკონსულტაციო'],
    ['Armenian', 'Խորհրդատվական ֏'],
    ['simplified Chinese', '咨询服务与软件开发，（2026年）'],
    ['traditional Chinese', '繁體中文諮詢服務臺灣香港'],
    ['Japanese', 'コンサルティング株式会社ひらがな丸々'],
    ['Korean', '컨설팅 서비스 및 개발'],
    ['currencies', '€ $ £ ¥ ₹ ₺ ₽ ₿ ₴ ₦ ฿ ₫ ₪ ៛ ₩ ₱ ₡ ₲ ₵ ₸ ₼ ₾ ৳ ﷼'],
    ['symbols', '→ ← ✓ ✔ • ™ ® © № ½ ≤ ≥ ≠ ≈ ∞ √ ° µ ☎ ★ ■ ☐ ☑ ① Ⅳ m² CO₂'],
    ['emoji', '🚀 ✅ 🎉 👩‍💻 ❤️ 🇩🇪 👍🏽 1️⃣'],
    ['white space', 'a\n\tb\u00a0c\u2003d\u202fe\u200bf\u00adg'],
    ['decomposed letters', 'e\u0301 a\u0308 \u1112\u1161\u11ab'],
  ])('can print %s', (_, text) => {
    expect(coverage.unprintable(text)).toBeUndefined();
  });

  it.each([
    ['runes', 'ab ᚠ', 'ᚠ'],
    ['an unassigned code point', 'x\u{378}', '\u{378}'],
    ['a private use character', '\ue123', '\ue123'],
    ['a control character', 'a\u0007', '\u0007'],
    ['a line separator', 'a\u2028b', '\u2028'],
    ['a carriage return', 'a\rb', '\r'],
    ['a lone surrogate', 'a\ud800', '\ud800'],
    ['a letter with a mark', 'a ᚠ\u0301 b', 'ᚠ\u0301'],
  ])('names the first cluster of %s', (_, text, cluster) => {
    expect(coverage.unprintable(text)).toBe(cluster);
  });

  it('puts a question mark in place of what cannot be printed and keeps the rest', () => {
    expect(coverage.printable('é ᚠ 中 \u0007\n')).toBe('é ? 中 ?\n');
  });

  it('adds the fonts of FONTS_DIR', () => {
    const directory = mkdtempSync(join(tmpdir(), 'finvo-fonts-'));
    const path = '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf';
    copyFileSync(createRequire(import.meta.url).resolve(path), join(directory, 'own.ttf'));
    const own = new GlyphCoverage(configOf({ FONTS_DIR: directory }));
    rmSync(directory, { recursive: true });
    expect(own.fonts.files.at(-1)).toBe(join(directory, 'own.ttf'));
    expect(own.fonts.families.length).toBe(coverage.fonts.families.length);
  });

  it('says which folder it cannot read', () => {
    expect(() => new GlyphCoverage(configOf({ FONTS_DIR: '/nowhere' }))).toThrow('/nowhere');
  });

  it('checks ten times the text in about ten times the time', async () => {
    const text = 'Consulting services, café №\u00a01 '.repeat(4_000);
    const tenfold = text.repeat(10);
    expect(coverage.unprintable(tenfold)).toBeUndefined();
    const onceMs = await fastestMs(() => coverage.unprintable(text));
    const tenfoldMs = await fastestMs(() => coverage.unprintable(tenfold));
    expect(tenfoldMs / onceMs).toBeLessThan(50);
  });
});
