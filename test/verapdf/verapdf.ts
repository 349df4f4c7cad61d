import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type Profile = '3a' | '3b' | 'ua1';

/** veraPDF, as `@opendataloader/pdf` carries it beside what it does itself. */
const jar = 'node_modules/@opendataloader/pdf/lib/opendataloader-pdf-cli.jar';

/**
 * Holds PDFs against profiles of PDF/A-3 and PDF/UA-1, all in one start of Java (JAVA_PATH, else the one that is
 * found as `java`).
 * @returns for each PDF what is wrong with it, such as `ua1 7.1-10 The document catalog …`; nothing where all is well
 * @throws Error with the words of Java when it cannot be run, or a file cannot be read as a PDF
 */
export async function verify(
  pdfs: ReadonlyMap<string, Uint8Array>,
  profiles: readonly Profile[],
): Promise<Map<string, string[]>> {
  const folder = mkdtempSync(join(tmpdir(), 'finvo-verapdf-'));
  try {
    const paths = new Map([...pdfs.keys()].map((name, index) => [name, `${index}.pdf`]));
    for (const [name, path] of paths) writeFileSync(join(folder, path), pdfs.get(name) ?? '');
    const files = [...paths.values()].map((path) => join(folder, path));
    const lines = (await output(profiles, files)).split('\n').map((line) => line.split('\t'));
    return new Map(
      [...paths].map(([name, path]) => {
        const results = lines.filter(([file]) => file === join(folder, path));
        if (new Set(results.map(([, profile]) => profile)).size < profiles.length)
          throw new Error(`veraPDF does not say everything of ${name}.`);
        const broken = results.filter(([, , rule]) => rule !== 'ok');
        return [name, broken.map(([, ...words]) => words.join(' '))];
      }),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function output(profiles: readonly Profile[], files: readonly string[]): Promise<string> {
  const program = process.env.JAVA_PATH ?? 'java';
  const child = spawn(program, ['-cp', jar, 'test/verapdf/Verify.java', ...profiles]);
  let told = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (data: string) => (told += data));
  child.stderr.setEncoding('utf8').on('data', (data: string) => (errors += data));
  child.stdin.end(files.join('\n'));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(told);
      else reject(new Error(`veraPDF could not be run: ${errors.slice(0, 2_000)}`));
    });
  });
}
