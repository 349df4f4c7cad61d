import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { errorGroups } from '../web/src/help/error-codes.js';
import { listFilters } from '../web/src/help/list-filters.js';
import { requestFields } from '../web/src/help/request-fields.js';

const entries = errorGroups.flatMap((group) => group.entries);
const page = readFileSync('docs/errors.md', 'utf8');
/** The rows of docs/errors.md: of problems with their status, of faults without one. */
const documented = [...page.matchAll(/^\| `(\w+)` +\| (.+) \|$/gm)].map(
  ([, code = '', cells = '']) => {
    const [status = '', , action] = cells.split('|').map((cell) => cell.trim());
    return action === undefined ? { code } : { code, status };
  },
);

describe('the error codes of the help page', () => {
  it('are those of docs/errors.md, with the same status: none is missing, none is made up', () => {
    const shown = entries.map(({ code, status }) =>
      status === undefined ? { code } : { code, status },
    );
    const byCode = (a: { code: string }, b: { code: string }) => a.code.localeCompare(b.code);
    expect(shown.sort(byCode)).toEqual(documented.sort(byCode));
  });

  it('say what they mean, and problems also what to do', () => {
    for (const { code, status, meaning, action } of entries) {
      expect([code, meaning]).not.toEqual([code, '']);
      if (status !== undefined) expect([code, action]).not.toEqual([code, undefined]);
    }
  });
});

interface Schema {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly required?: readonly string[];
}
const { components, paths } = JSON.parse(readFileSync('openapi.json', 'utf8')) as {
  components: { schemas: Record<string, Schema> };
  paths: Record<string, { get: { parameters: { name: string }[] } }>;
};

describe('the fields of the help page', () => {
  for (const [name, fields] of Object.entries(requestFields)) {
    it(`${name}: are those of the API reference, and the same ones are required`, () => {
      const schema = components.schemas[name];
      expect(fields.map(({ term }) => term).sort()).toEqual(
        Object.keys(schema?.properties ?? {}).sort(),
      );
      const required = fields.filter(({ note = '' }) => note.endsWith(', required'));
      expect(required.map(({ term }) => term).sort()).toEqual([...(schema?.required ?? [])].sort());
    });
  }

  it('lists the filters that the list of invoices has', () => {
    const names = paths['/v1/invoices']?.get.parameters.map(({ name }) => name) ?? [];
    expect(listFilters.map(({ term }) => term).sort()).toEqual(names.sort());
  });
});
