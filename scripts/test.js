// `npm test`: unit and e2e tests on the embedded database, with nothing to install; the same e2e tests on
// TEST_DATABASE_URL when it is set, but for those that have nothing to do with a database; those on a Galera
// cluster when TEST_GALERA is 1, those of PDF/A and PDF/UA when a JDK is found, and the browser tests when a
// Chromium is. With --only-server just those on TEST_DATABASE_URL. A test that fails beside others and passes
// alone is named at the end.
import { execSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runJest } from './jest.js';

/** More files than these are no accident of a busy machine. */
const repeatedFilesMax = 2;

const onlyServer = process.argv.includes('--only-server');
const jestArguments = process.argv.slice(2).filter((argument) => argument !== '--only-server');
const folder = mkdtempSync(join(tmpdir(), 'finvo-results-'));
const counts = { passed: 0, failed: 0, skipped: 0 };
const unsteady = [];
let runs = 0;
let failedRuns = 0;

async function run(title, projects, environment, extra = []) {
  console.log(`\n${title}`);
  const first = await jest(projects, environment, [...extra, ...jestArguments]);
  let code = first.code;
  if (code !== 0 && first.failedFiles.length > 0 && first.failedFiles.length <= repeatedFilesMax) {
    console.log('\nThe failed files once more, with nothing beside them');
    const again = ['--maxWorkers=1', '--runTestsByPath', ...first.failedFiles];
    code = (await jest(projects, environment, again)).code;
    if (code === 0) unsteady.push(...first.failedTests);
  }
  counts.passed += first.passed;
  counts.skipped += first.skipped;
  if (code === 0) return;
  counts.failed += first.failedTests.length;
  failedRuns += 1;
}

async function jest(projects, environment, extra) {
  const file = join(folder, `${(runs += 1)}.json`);
  const args = ['--selectProjects', ...projects, '--json', `--outputFile=${file}`, ...extra];
  const code = await runJest(args, environment);
  const results = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  const failedFiles = results?.testResults.filter(({ status }) => status === 'failed') ?? [];
  const tests = failedFiles.flatMap(({ assertionResults }) => assertionResults);
  return {
    code,
    passed: results?.numPassedTests ?? 0,
    skipped: results?.numPendingTests ?? 0,
    failedFiles: failedFiles.map(({ name }) => name),
    failedTests: tests.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName),
  };
}

function chromium() {
  const usual = [
    process.env.CHROMIUM_PATH,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ];
  return usual.find((path) => path && existsSync(path));
}

/** Java that compiles too, as what drives veraPDF is there as source. */
function java() {
  const home = process.env.JAVA_HOME;
  const usual = [process.env.JAVA_PATH, home && join(home, 'bin', 'java'), 'java'];
  const compiles = (path) =>
    spawnSync(path, ['--list-modules']).stdout?.toString().includes('jdk.compiler');
  return usual.find((path) => path && compiles(path));
}

/** The S3 server of the tests; Debian has it, and its own Python. */
const hasSwift = spawnSync('/usr/bin/python3', ['-c', 'import swift']).status === 0;

/** What ends before the database, or has no part of it in what it says: once is enough. */
const databaseFree =
  'test/(body-floods|clients/|device-name|documents/configuration|doors|errors|exports/zip|fuzz|help-|inspection/|mail/mail-(servers|texts)|openapi|outbound|rate-limits|readme|redis|request-fields|routing|rule-hints|security-table|invoices/(overload|own-templates|payment-codes|pdf))';

const server = process.env.TEST_DATABASE_URL;
if (!onlyServer) {
  const embedded = { TEST_DATABASE_URL: '' };
  await run('Unit and e2e tests on the embedded database', ['unit', 'e2e'], embedded);
}
if (server) {
  const dialect = server.split(':', 1)[0];
  await run(`The same e2e tests on ${dialect}`, ['e2e'], { TEST_DATABASE_URL: server }, [
    `--testPathIgnorePatterns=${databaseFree}`,
  ]);
} else {
  console.log('\nSkipped: e2e tests on MySQL or MariaDB, because TEST_DATABASE_URL is not set.');
}
if (!onlyServer && process.env.TEST_GALERA === '1') {
  await run('Tests on a Galera cluster of three nodes', ['cluster'], {}, ['--maxWorkers=1']);
} else if (!onlyServer) {
  console.log('\nSkipped: tests on a Galera cluster, because TEST_GALERA is not set to 1.');
}
if (!hasSwift) {
  console.log('\nSkipped: PDFs in an S3 store, because python3-swift is not installed.');
}
if (!process.env.TEST_REDIS_URL) {
  console.log('\nSkipped: rate limits shared through Redis, because TEST_REDIS_URL is not set.');
}
const compiler = onlyServer ? undefined : java();
if (compiler) {
  await run('PDF/A and PDF/UA, by veraPDF', ['verapdf'], { JAVA_PATH: compiler });
} else if (!onlyServer) {
  console.log('\nSkipped: PDF/A and PDF/UA by veraPDF, because no JDK was found (set JAVA_HOME).');
}
const browser = chromium();
if (onlyServer) {
  console.log('\nSkipped, as asked: everything else.');
} else if (browser) {
  execSync('npm run --silent build:web', { stdio: ['ignore', 'ignore', 'inherit'] });
  await run('Browser tests', ['browser'], { CHROMIUM_PATH: browser, TEST_DATABASE_URL: '' });
} else {
  console.log('\nSkipped: browser tests, because no Chromium was found (set CHROMIUM_PATH).');
}
rmSync(folder, { recursive: true, force: true });
for (const name of unsteady) {
  console.log(`\nUnsteady, to be mended: failed beside other tests, passed alone: ${name}`);
}
console.log(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exitCode = failedRuns > 0 ? 1 : 0;
