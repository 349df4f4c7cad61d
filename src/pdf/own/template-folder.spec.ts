import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError } from '../../config/config.js';
import { readTemplateFolder } from './template-folder.js';

describe('readTemplateFolder', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'finvo-folder-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const write = (path: string, text = '') => {
    writeFileSync(join(folder, path), text);
  };
  function problems(): readonly string[] {
    try {
      readTemplateFolder(folder);
    } catch (error) {
      if (error instanceof ConfigError) return error.problems;
      throw error;
    }
    return [];
  }

  it('reads layouts, parts in sub-folders and pictures, but nothing hidden and nothing of Finvo’s', () => {
    for (const name of ['parts', 'finvo', '.git']) mkdirSync(join(folder, name));
    for (const path of ['b-2.typ', 'a.typ', 'parts/Base.typ', 'seal.svg', 'families.json'])
      write(path);
    for (const path of ['finvo/document.json', '.git/config', '.hidden.typ']) write(path);
    const { names, files } = readTemplateFolder(folder);
    expect(names).toEqual(['a', 'b-2']);
    expect(Object.keys(files).sort()).toEqual(['a.typ', 'b-2.typ', 'parts/Base.typ', 'seal.svg']);
  });

  it('has another version as soon as a file has another content or name', () => {
    write('a.typ', 'one');
    const first = readTemplateFolder(folder).version;
    expect(first).toMatch(/^[0-9a-f]{12}$/);
    expect(readTemplateFolder(folder).version).toBe(first);
    write('a.typ', 'two');
    const second = readTemplateFolder(folder).version;
    write('a.typ', 'one');
    write('note.txt');
    expect(new Set([first, second, readTemplateFolder(folder).version]).size).toBe(3);
  });

  it.each(['clean', 'compact', 'Letter', 'my layout', '-a', 'a-', 'a_b', 'über', 'a'.repeat(21)])(
    'refuses the name %s',
    (name) => {
      write(`${name}.typ`);
      expect(problems()).toEqual([expect.stringContaining(`${name}.typ`)]);
    },
  );

  it('tells everything that is wrong at once', () => {
    for (const path of ['clean.typ', 'A.typ', 'fine.typ']) write(path);
    expect(problems()).toHaveLength(2);
  });

  it('follows links within the folder, and refuses those that lead out of it', () => {
    mkdirSync(join(folder, '..data'));
    write('..data/a.typ', 'A');
    symlinkSync(join('..data', 'a.typ'), join(folder, 'a.typ'));
    expect(readTemplateFolder(folder).names).toEqual(['a']);
    symlinkSync(tmpdir(), join(folder, 'outside'));
    expect(problems()).toEqual([expect.stringContaining('"outside" is a link that leads out')]);
  });

  it('says which folder there is not', () => {
    expect(() => readTemplateFolder(join(folder, 'none'))).toThrow(/TEMPLATES_DIR cannot be read/);
  });
});
