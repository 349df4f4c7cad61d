import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

const rows = readFileSync('docs/security.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (-|#|tried)/.test(line))
  .map((line) =>
    line
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
const testsOf = (cells: readonly string[]) =>
  [...(cells.at(-1) ?? '').matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
const fileOf = (name: string) =>
  name.startsWith('src/')
    ? `${name}.spec.ts`
    : `test/${name}.${name.startsWith('browser/') ? 'browser' : 'e2e'}-spec.ts`;

describe('docs/security.md', () => {
  it('has a row for each of the 56 attacks, in order, and others after them', () => {
    const numbers = rows.filter((cells) => cells.length === 4).map(([number]) => Number(number));
    expect(numbers).toEqual(Array.from({ length: 56 }, (_, at) => at + 1));
    expect(rows.length).toBeGreaterThan(56);
  });

  it('says of every attack what is tried, what must happen and which test shows it', () => {
    for (const cells of rows) {
      expect([cells, cells.every((cell) => cell !== '')]).toEqual([cells, true]);
      expect([cells, testsOf(cells).length > 0]).toEqual([cells, true]);
    }
  });

  it('names tests that are there', () => {
    const names = new Set(rows.flatMap(testsOf));
    expect(names.size).toBeGreaterThan(40);
    const missing = [...names].filter((name) => !existsSync(fileOf(name)));
    expect(missing).toEqual([]);
  });
});
