import { spawn, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Interpreter {
  readonly command: string;
  readonly args: readonly string[];
  /** Each must end well, or the language counts as not installed. */
  readonly needs: readonly (readonly [command: string, ...args: string[]])[];
  /** The program is read from this file in place of the standard input. */
  readonly file?: string;
}

/** How the snippets of each language are run. */
export const interpreters = {
  sh: {
    command: 'bash',
    args: ['-s'],
    needs: [
      ['bash', '--version'],
      ['curl', '--version'],
    ],
  },
  js: { command: process.execPath, args: ['--input-type=module'], needs: [] },
  python: { command: 'python3', args: ['-'], needs: [['python3', '--version']] },
  php: { command: 'php', args: [], needs: [['php', '--ri', 'curl']] },
  go: { command: 'go', args: ['run', 'main.go'], needs: [['go', 'version']], file: 'main.go' },
  ruby: { command: 'ruby', args: ['-'], needs: [['ruby', '--version']] },
} as const satisfies Readonly<Record<string, Interpreter>>;

export type Language = keyof typeof interpreters;

/** The command that is not installed here, without which the language cannot be run. */
export function missingFor(language: Language): string | undefined {
  const { needs }: Interpreter = interpreters[language];
  const lacking = needs.find(([command, ...args]) => spawnSync(command, args).status !== 0);
  return lacking?.[0];
}

export interface ProgramResult {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

/** Runs a program without blocking, as the server answers from this very process. */
export function runProgram(
  language: Language,
  text: string,
  folder: string,
  environment: Readonly<Record<string, string>>,
): Promise<ProgramResult> {
  const { command, args, file }: Interpreter = interpreters[language];
  if (file !== undefined) writeFileSync(join(folder, file), text);
  const child = spawn(command, args, { cwd: folder, env: { ...process.env, ...environment } });
  let output = '';
  let errors = '';
  child.stdout.on('data', (data: Buffer) => (output += data.toString()));
  child.stderr.on('data', (data: Buffer) => (errors += data.toString()));
  child.stdin.end(file === undefined ? text : '');
  return new Promise((resolve) => {
    child.on('close', (code) => {
      resolve({ code, output, errors });
    });
  });
}
