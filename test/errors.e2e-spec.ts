import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type ErrorKind } from '../src/common/errors/app-error.js';
import { statusOfKind } from '../src/common/errors/problem.js';

const words = String.raw`((?:\s*\|?\s*'[a-z_]+')+)`;
/** How a code is written down in the sources: alone, as a choice of several, or as a named choice. */
const written = [
  new RegExp(String.raw`\bcode(?::| =)${words}`, 'g'),
  new RegExp(String.raw`\btype \w+(?:Code|FaultReason) =${words}`, 'g'),
];
const quoted = /'([a-z_]+)'/g;

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !/\.spec\.ts$|[/\\]testing[/\\]/.test(file))
  .map((file) => readFileSync(join('src', file), 'utf8'));

const inSources = new Set(
  sources.flatMap((source) =>
    written.flatMap((pattern) =>
      [...source.matchAll(pattern)].flatMap(([, choice = '']) =>
        [...choice.matchAll(quoted)].map(([, code = '']) => code),
      ),
    ),
  ),
);

const page = readFileSync('docs/errors.md', 'utf8');
const rows = [...page.matchAll(/^\| `(\w+)` +\| (.+) \|$/gm)].map(([, code = '', cells = '']) => ({
  code,
  cells: cells.split('|').map((cell) => cell.trim()),
}));

describe('docs/errors.md', () => {
  it('lists every code of the sources', () => {
    expect(inSources.size).toBeGreaterThan(60);
    const listed = new Set(rows.map(({ code }) => code));
    expect([...inSources].filter((code) => !listed.has(code))).toEqual([]);
  });

  it('lists nothing that does not exist, and nothing twice', () => {
    expect(rows.map(({ code }) => code).filter((code) => !inSources.has(code))).toEqual([]);
    expect(new Set(rows.map(({ code }) => code)).size).toBe(rows.length);
  });

  it('says of every problem its status, when it happens and what to do', () => {
    const classes = sources.flatMap((source) => [
      ...source.matchAll(/ kind = '(\w+)';\s+readonly code = '(\w+)';/g),
    ]);
    expect(classes.length).toBeGreaterThan(20);
    for (const [, kind = '', code = ''] of classes) {
      const row = rows.find((candidate) => candidate.code === code);
      expect([code, row?.cells.length]).toEqual([code, 3]);
      expect([code, row?.cells[0]]).toEqual([code, String(statusOfKind[kind as ErrorKind])]);
    }
  });

  it('says of every code something', () => {
    for (const { code, cells } of rows) {
      for (const cell of cells) expect([code, cell]).not.toEqual([code, '']);
    }
  });
});
