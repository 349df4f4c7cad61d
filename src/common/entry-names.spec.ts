import { describe, expect, it } from '@jest/globals';
import { EntryNames } from './entry-names.js';

describe('names of files in an export', () => {
  const all = (...names: string[]) => {
    const entries = new EntryNames();
    return names.map((name) => entries.unique(name));
  };

  it('stay as they are where they differ', () => {
    expect(all('INV-0001.pdf', 'INV-0002.pdf')).toEqual(['INV-0001.pdf', 'INV-0002.pdf']);
  });

  it('are told apart where they are the same', () => {
    expect(all('a.pdf', 'a.pdf', 'a-2.pdf', 'a.pdf')).toEqual([
      'a.pdf',
      'a-2.pdf',
      'a-2-2.pdf',
      'a-3.pdf',
    ]);
  });

  it('are told apart where only a file system takes them for the same', () => {
    expect(all('A.pdf', 'a.pdf')).toEqual(['A.pdf', 'a-2.pdf']);
    expect(all('\u00e9.pdf', 'e\u0301.pdf')).toEqual(['\u00e9.pdf', 'e\u0301-2.pdf']);
  });

  it('are never those of a device', () => {
    expect(all('CON.pdf', 'lpt1.pdf', 'console.pdf')).toEqual([
      '_CON.pdf',
      '_lpt1.pdf',
      'console.pdf',
    ]);
  });
});
