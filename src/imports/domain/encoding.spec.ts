import { describe, expect, it } from '@jest/globals';
import { binaryKind, decoded, detectEncoding } from './encoding.js';

const text = 'Kunde;Straße\r\nMüller;Größe 5 €\r\n';
const utf16 = (bigEndian: boolean) => {
  const bytes = Buffer.from(text, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
};
const windows = Buffer.from(text.replace('€', '\u0080'), 'latin1');

describe('the encoding of a file', () => {
  it.each([
    ['UTF-8', Buffer.from(text), 'utf-8'],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`), 'utf-8'],
    ['UTF-16 with a mark', Buffer.from(`\uFEFF${text}`, 'utf16le'), 'utf-16le'],
    ['UTF-16 without one', utf16(false), 'utf-16le'],
    ['big-endian UTF-16 with a mark', Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(), 'utf-16be'],
    ['big-endian UTF-16 without one', utf16(true), 'utf-16be'],
    ['Windows-1252, which has all of Latin-1', windows, 'windows-1252'],
  ] as const)('is found, and the text is the same: %s', (_, bytes, encoding) => {
    expect(detectEncoding(bytes)).toBe(encoding);
    expect(decoded(bytes, encoding)).toBe(text);
  });

  it('is UTF-8 for plain ASCII and for nothing at all', () => {
    expect(detectEncoding(Buffer.from('a,b'))).toBe('utf-8');
    expect(detectEncoding(Buffer.alloc(0))).toBe('utf-8');
  });

  it('that does not fit the bytes gives no text', () => {
    expect(decoded(windows, 'utf-8')).toBeUndefined();
    expect(decoded(windows, 'windows-1250')).toContain('Müller');
  });

  it('is not looked for in workbooks and PDFs, which are named', () => {
    expect(binaryKind(Buffer.from('PK\u0003\u0004rest'))).toMatch(/Excel workbook/);
    expect(binaryKind(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]))).toMatch(/old Excel/);
    expect(binaryKind(Buffer.from('%PDF-1.7'))).toBe('a PDF');
    expect(binaryKind(Buffer.from(text))).toBeUndefined();
  });
});
