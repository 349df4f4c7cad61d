// What the benchmark needs and the product does not: installed from bench/package-lock.json, once.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = new URL('./', import.meta.url);
const json = (path) => JSON.parse(readFileSync(new URL(path, folder), 'utf8'));

/** Runs `npm ci` in bench/ unless the versions of package.json are there already. */
export function installRivals() {
  const wanted = Object.entries(json('package.json').dependencies);
  if (wanted.every(([name, version]) => installedVersion(name) === version)) return;
  console.log('Installing the load generator and the rivals in bench/ …');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: fileURLToPath(folder),
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('The rivals could not be installed in bench/.');
}

/** The packages of bench/package.json, each with its version. */
export function rivalVersions() {
  return Object.keys(json('package.json').dependencies).map(
    (name) => `${name} ${installedVersion(name)}`,
  );
}

function installedVersion(name) {
  try {
    return json(`node_modules/${name}/package.json`).version;
  } catch {
    return undefined;
  }
}
