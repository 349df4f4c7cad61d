import { describe, expect, it } from '@jest/globals';
import { pdfDisposition } from './file-name.js';

describe('pdfDisposition', () => {
  it.each([
    ['INV-001', 'INV-001.pdf'],
    ['2026/01', '2026-01.pdf'],
    ['../../etc/passwd', 'etc-passwd.pdf'],
    ['C:\\con', 'C-con.pdf'],
    ['a"b', 'a-b.pdf'],
    ['a; filename=b', 'a-filename=b.pdf'],
    ['a%2Fb', 'a-2Fb.pdf'],
    ['a\r\nb', 'a-b.pdf'],
    ['...', 'invoice.pdf'],
    [' ', 'invoice.pdf'],
  ])('makes of %j the name %s', (number, name) => {
    expect(pdfDisposition(number)).toBe(`attachment; filename="${name}"`);
  });

  it.each([
    ['Größe', 'Gr__e.pdf', 'Gr%C3%B6%C3%9Fe.pdf'],
    ['請求書', '___.pdf', '%E8%AB%8B%E6%B1%82%E6%9B%B8.pdf'],
    ["é'(*)", "_'(-).pdf", '%C3%A9%27%28-%29.pdf'],
  ])('adds the exact name of %s for clients that read it', (number, ascii, exact) => {
    expect(pdfDisposition(number)).toBe(
      `attachment; filename="${ascii}"; filename*=UTF-8''${exact}`,
    );
  });
});
