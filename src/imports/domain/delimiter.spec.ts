import { describe, expect, it } from '@jest/globals';
import { detectDelimiter, namedDelimiter } from './delimiter.js';

describe('the delimiter of a file', () => {
  it.each([
    ['commas', 'a,b,c\n1,2,3\n', 'comma'],
    ['semicolons beside decimal commas', 'a;b;c\n1;2,5;3,75\n4;5,5;6,25\n', 'semicolon'],
    ['tabs', 'a\tb\r\n1,5\t2\r\n', 'tab'],
    ['commas beside semicolons in quotes', 'a,b\n"x;y;z",1\n"u;v",2\n', 'comma'],
    ['semicolons in the header only', 'a;b;c\n', 'semicolon'],
    ['line breaks in quotes', 'a;b\n"one, two\nthree, four";5\n', 'semicolon'],
    ['one column', 'name\nAcme\n', 'comma'],
    ['nothing', '', 'comma'],
    ['rows that are ragged here and there', 'a;b;c\n1;2;3\n1;2\n1;2;3\n', 'semicolon'],
  ])('is found: %s', (_, text, delimiter) => {
    expect(detectDelimiter(text)).toBe(delimiter);
  });

  it('is the one that the first line names, as Excel reads it', () => {
    expect(namedDelimiter('sep=;\r\na,b;c\r\n')).toEqual({
      delimiter: 'semicolon',
      rest: 'a,b;c\r\n',
    });
    expect(namedDelimiter('sep=|\na|b\n')).toBeUndefined();
    expect(namedDelimiter('separator\n')).toBeUndefined();
  });
});
