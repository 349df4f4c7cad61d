import { describe, expect, it } from '@jest/globals';
import { sizeFaults } from './request-size.js';

const fields = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`f${at}`, 1]));
const list = <T>(count: number, value: T) => Array.from({ length: count }, () => value);

describe('sizeFaults', () => {
  const pointers = (body: unknown) => sizeFaults(body).map(({ pointer }) => pointer);

  it.each<[string, unknown]>([
    ['nothing', null],
    ['a text', 'x'],
    ['a hundred fields', fields(100)],
    ['two thousand entries', list(2_000, 1)],
    ['a thousand lines of ten taxes', { l: list(1_000, { t: list(10, fields(3)), ...fields(8) }) }],
  ])('finds none in %s', (_, body) => {
    expect(pointers(body)).toEqual([]);
  });

  it.each<[string, unknown, string[]]>([
    ['a hundred and one fields', { a: fields(101), b: [fields(101)] }, ['/a', '/b/0']],
    ['too many entries', { 'a/b': list(2_001, 1) }, ['/a~1b']],
    ['too many values in all', list(1_000, fields(60)), ['']],
  ])('finds %s', (_, body, expected) => {
    expect(pointers(body)).toEqual(expected);
  });
});
