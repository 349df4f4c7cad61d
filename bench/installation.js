// What it is to install Finvo: bytes on the disk, and the time that a newcomer waits for his first PDF.
import { execFileSync } from 'node:child_process';
import { existsSync, lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const mebibyte = 1_048_576;
const patienceMs = 600_000;

/** MiB of the packages that `npm ci --omit=dev` leaves on this machine. */
export function installedMib() {
  const list = npm(['ls', '--omit=dev', '--all', '--parseable'], root);
  const folders = list
    .split('\n')
    .filter((path) => path.includes('node_modules') && existsSync(path));
  return Math.round(folders.reduce((bytes, folder) => bytes + bytesIn(folder), 0) / mebibyte);
}

/** Bytes of all files in a package but for the packages in it, which are listed on their own. */
function bytesIn(folder) {
  let bytes = 0;
  for (const name of readdirSync(folder)) {
    if (name === 'node_modules') continue;
    const path = join(folder, name);
    const state = lstatSync(path);
    bytes += state.isDirectory() ? bytesIn(path) : state.size;
  }
  return bytes;
}

/** Seconds that the commands of the README take: clone, install, build, start, and the first invoice as a PDF. */
export async function secondsToFirstPdf() {
  const folder = mkdtempSync(join(tmpdir(), 'finvo-clone-'));
  try {
    const startedMs = performance.now();
    execFileSync('git', ['clone', '--quiet', root, 'finvo'], { cwd: folder });
    const clone = join(folder, 'finvo');
    npm(['ci', '--prefer-offline'], clone);
    npm(['run', 'demo', '--', '--once'], clone);
    if (!existsSync(join(clone, 'invoice.pdf'))) throw new Error('The demo made no invoice.pdf.');
    return Math.round((performance.now() - startedMs) / 1000);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function npm(words, cwd) {
  return execFileSync('npm', words, {
    cwd,
    encoding: 'utf8',
    timeout: patienceMs,
    maxBuffer: 64 * mebibyte,
    stdio: ['ignore', 'pipe', 'ignore'],
    shell: process.platform === 'win32',
  });
}
