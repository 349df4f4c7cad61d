import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { ConfigError } from '../../config/config.js';
import { templateNames } from '../template-versions.js';

/** The layouts of the operator, read once: what changes in the folder holds from the next start on. */
export interface TemplateFolder {
  /** Names of the layouts, in alphabetical order. */
  readonly names: readonly string[];
  /** Every file by its path below the folder, with forward slashes. */
  readonly files: Readonly<Record<string, Uint8Array>>;
  /** Twelve hexadecimal digits that are others as soon as any file is another one. */
  readonly version: string;
}

const nameLengthMax = 20;
const filesMax = 500;
const bytesMax = 20_971_520;
const depthMax = 8;

/** What Finvo itself puts beside the files. */
const reserved = new Set(['finvo', 'families.json']);

/**
 * Reads TEMPLATES_DIR, if it is set, into memory; nothing outside of it is ever read, whatever links lead there.
 * @throws ConfigError with everything that is wrong with the folder and the names in it
 */
export function readTemplateFolder(directory: string | undefined): TemplateFolder {
  if (directory === undefined) return { names: [], files: {}, version: '' };
  const reader = new FolderReader(directory);
  const files = reader.read();
  const layouts = Object.keys(files).filter((path) => !path.includes('/') && isTypst(path));
  const problems = [...reader.problems, ...layouts.flatMap(nameProblems)];
  if (problems.length > 0) throw new ConfigError(problems);
  return {
    names: layouts.map((file) => file.slice(0, -'.typ'.length)).sort(),
    files,
    version: versionOf(files),
  };
}

const isTypst = (path: string) => extname(path).toLowerCase() === '.typ';

function nameProblems(file: string): string[] {
  const name = file.slice(0, -'.typ'.length);
  if ((templateNames as readonly string[]).includes(name)) {
    return [`TEMPLATES_DIR: ${file} has the name of a layout that Finvo has already.`];
  }
  const isPossible = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?\.typ$/.test(file);
  if (isPossible && name.length <= nameLengthMax) return [];
  return [
    `TEMPLATES_DIR: ${JSON.stringify(file)} must be named with lower-case letters, digits and hyphens, at most ${nameLengthMax}, and ".typ"; what layouts import belongs into a sub-folder.`,
  ];
}

function versionOf(files: TemplateFolder['files']): string {
  const hash = createHash('sha256');
  for (const path of Object.keys(files).sort()) {
    const content = files[path] ?? new Uint8Array();
    hash.update(`${path}\n${content.length}\n`).update(content);
  }
  return hash.digest('hex').slice(0, 12);
}

/** Walks through a folder; hidden files, which editors and containers leave there, are no part of it. */
class FolderReader {
  readonly problems: string[] = [];
  private readonly files: Record<string, Uint8Array> = {};
  private root = '';
  private bytes = 0;

  constructor(private readonly directory: string) {}

  read(): TemplateFolder['files'] {
    try {
      this.root = realpathSync(this.directory);
      this.walk(this.root, 0);
    } catch (error) {
      this.problems.push(`TEMPLATES_DIR cannot be read: ${(error as Error).message}`);
    }
    return this.files;
  }

  private walk(folder: string, depth: number): void {
    for (const name of readdirSync(folder).sort()) {
      if (name.startsWith('.') || (depth === 0 && reserved.has(name))) continue;
      if (this.problems.length === 0) this.visit(join(folder, name), depth);
    }
  }

  private visit(path: string, depth: number): void {
    const shown = relative(this.root, path).replaceAll(sep, '/');
    if (!realpathSync(path).startsWith(this.root + sep)) {
      this.problems.push(`TEMPLATES_DIR: ${JSON.stringify(shown)} is a link that leads out of it.`);
      return;
    }
    const found = statSync(path);
    if (found.isDirectory()) {
      if (depth >= depthMax) this.problems.push(`TEMPLATES_DIR: "${shown}" lies too deep.`);
      else this.walk(path, depth + 1);
    } else if (found.isFile()) this.add(shown, path, found.size);
  }

  private add(shown: string, path: string, size: number): void {
    this.bytes += size;
    if (this.bytes > bytesMax || Object.keys(this.files).length >= filesMax) {
      this.problems.push(
        `TEMPLATES_DIR holds more than ${filesMax} files or ${bytesMax / 1_048_576} MB: is it the right folder?`,
      );
    } else this.files[shown] = readFileSync(path);
  }
}
