import { execFile, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A project of its own that has installed the packed client. */
export interface ConsumerProject {
  readonly folder: string;
  /** Type-checks and compiles these programs. @throws with what the compiler says */
  compile(programs: Readonly<Record<string, string>>): Promise<void>;
  /** Runs a compiled program and answers what it printed. @throws with what it complained about */
  run(name: string, environment?: Record<string, string>): Promise<string>;
  remove(): void;
}

/** Builds, packs and unpacks the client as `npm install` would, without a registry. */
export async function packedClient(): Promise<ConsumerProject> {
  const folder = mkdtempSync(join(tmpdir(), 'finvo-client-'));
  await run(process.execPath, ['scripts/client.js']);
  const pack = ['pack', resolve('clients/typescript'), '--pack-destination', folder, '--json'];
  const { stdout } = await run('npm', [...pack, '--offline', '--ignore-scripts']);
  const [{ filename }] = JSON.parse(stdout) as [{ filename: string }];
  await run('tar', ['-xzf', filename], { cwd: folder });
  mkdirSync(join(folder, 'node_modules'));
  renameSync(join(folder, 'package'), join(folder, 'node_modules', 'finvo-client'));
  writeFileSync(join(folder, 'package.json'), '{"type":"module","private":true}');
  return {
    folder,
    compile: (programs) => compile(folder, programs),
    run: (name, environment = {}) => execute(folder, name, environment),
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function compile(folder: string, programs: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(programs))
    writeFileSync(join(folder, `${name}.ts`), text);
  const options = {
    module: 'nodenext',
    target: 'ES2022',
    strict: true,
    skipLibCheck: true,
    lib: ['ES2023', 'DOM', 'DOM.Iterable', 'DOM.AsyncIterable'],
    types: ['node'],
    typeRoots: [resolve('node_modules/@types')],
    rootDir: '.',
    outDir: 'out',
  };
  const files = Object.keys(programs).map((name) => `${name}.ts`);
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, files }));
  await run(process.execPath, [resolve('node_modules/typescript/bin/tsc'), '-p', folder]).catch(
    (error: unknown) => {
      throw new Error((error as { stdout: string }).stdout);
    },
  );
}

async function execute(folder: string, name: string, environment: Record<string, string>) {
  const child = spawn(process.execPath, [join('out', `${name}.js`)], {
    cwd: folder,
    env: { ...process.env, ...environment },
  });
  let output = '';
  let errors = '';
  child.stdout.on('data', (data: Buffer) => (output += data.toString()));
  child.stderr.on('data', (data: Buffer) => (errors += data.toString()));
  const code = await new Promise((done) => child.on('close', done));
  if (code !== 0) throw new Error(`${name} ended with ${String(code)}: ${errors}`);
  return output;
}
