// The main job beside what people build it of: Express with a browser or a PDF library, on the same database.
import { existsSync } from 'node:fs';
import { invoiceRequest } from '../invoice.js';
import { load } from '../load.js';
import { alternate } from '../rounds.js';
import { startBeside, startServer } from '../server.js';

const usualLines = 5;
const concurrency = 6;

export default async function rivals({ databases, quick, rounds, seconds, threads }) {
  const { name, url } = databases.at(-1);
  const ours = await startServer({ databaseUrl: url, renderThreads: threads });
  const rows = [];
  try {
    await run(ours, { lines: usualLines, seconds })();
    for (const rival of installedRivals()) {
      const theirs = await startRival(rival, ours);
      try {
        for (const lines of quick ? [usualLines] : [usualLines, 40]) {
          rows.push(await beside(rival, { ours, theirs, name, lines, rounds, seconds }));
        }
      } finally {
        await theirs.stop();
      }
    }
  } finally {
    await ours.stop();
  }
  return rows;
}

function installedRivals() {
  const reactPdf = { renderer: 'react-pdf', shown: 'Express + @react-pdf/renderer', must: 5 };
  const executable = chromiumPath();
  if (executable === undefined) {
    console.log('Skipped beside Chromium: there is none; CHROMIUM_PATH may name it.');
    return [reactPdf];
  }
  const chromium = { renderer: 'chromium', shown: 'Express + Chromium', must: 10, executable };
  return [chromium, reactPdf];
}

function chromiumPath() {
  return [
    process.env.CHROMIUM_PATH,
    '/usr/bin/chromium-headless-shell',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ].find((path) => path && existsSync(path));
}

async function startRival({ renderer, executable }, finvo) {
  const server = await startBeside(finvo, 'bench/rivals/pdf/express.js', {
    RENDERER: renderer,
    ...(executable && { CHROMIUM_PATH: executable }),
  });
  // The browser's processes are its own; what Express alone takes would be no figure.
  const rival = executable ? { ...server, cpuMs: () => undefined } : server;
  // One at a time first, as the floor starts the series without a lock.
  for (const connections of [1, concurrency]) {
    await run(rival, { lines: usualLines, amount: connections * 2, connections })();
  }
  return rival;
}

async function beside({ shown, must }, { ours, theirs, name, lines, rounds, seconds }) {
  const turns = await alternate(rounds, {
    ours: run(ours, { lines, seconds }),
    theirs: run(theirs, { lines, seconds }),
  });
  return {
    name: `Main job ÷ ${shown}, ${lines} lines, ${name}`,
    ratio: turns.ratio((our, their) => our.per_s / their.per_s),
    unit: '× docs/s',
    ...(lines === usualLines && { must }),
    against: shown,
    ours: turns.ours,
    theirs: turns.theirs,
  };
}

/** Answers a round against one server. */
function run(server, { lines, connections = concurrency, ...duration }) {
  const request = (n) => ({ method: 'POST', path: '/generate', body: invoiceRequest(lines, n) });
  return () => load({ server, request, connections, expected: 201, ...duration });
}
