// The main job beside what people build it of: Express with a browser or a PDF library, on the same database.
import { existsSync } from 'node:fs';
import { invoiceRequest, scriptsRequest } from '../invoice.js';
import { load } from '../load.js';
import { alternate } from '../rounds.js';
import { startBeside, startServer } from '../server.js';

const concurrency = 6;

/** With Latin letters alone rivals need no font of their own; in five scripts they embed the same as Finvo. */
const documents = [
  { shown: '5 lines', body: (n) => invoiceRequest(5, n), isUsual: true },
  {
    shown: '5 lines in five scripts',
    body: (n) => scriptsRequest(5, n),
    isUsual: true,
    fonts: 'on',
  },
  { shown: '40 lines', body: (n) => invoiceRequest(40, n) },
];

export default async function rivals({ databases, quick, rounds, seconds, threads }) {
  const { name, url } = databases.at(-1);
  const ours = await startServer({ databaseUrl: url, renderThreads: threads });
  const rows = [];
  try {
    await run(ours, { ...documents[0], seconds })();
    for (const rival of installedRivals()) {
      for (const document of documents.filter(({ isUsual }) => isUsual || !quick)) {
        const theirs = await startRival(rival, document, ours);
        try {
          rows.push(await beside(rival, document, { ours, theirs, name, rounds, seconds }));
        } finally {
          await theirs.stop();
        }
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

async function startRival({ renderer, executable }, document, finvo) {
  const server = await startBeside(finvo, 'bench/rivals/pdf/express.js', {
    RENDERER: renderer,
    FONTS: document.fonts ?? 'off',
    ...(executable && { CHROMIUM_PATH: executable }),
  });
  // The browser's processes are its own; what Express alone takes would be no figure.
  const rival = executable ? { ...server, cpuMs: () => undefined } : server;
  // One at a time first, as the floor starts the series without a lock.
  for (const connections of [1, concurrency]) {
    await run(rival, { ...document, amount: connections * 2, connections })();
  }
  return rival;
}

async function beside({ shown, must }, document, { ours, theirs, name, rounds, seconds }) {
  const turns = await alternate(rounds, {
    ours: run(ours, { ...document, seconds }),
    theirs: run(theirs, { ...document, seconds }),
  });
  return {
    name: `Main job ÷ ${shown}, ${document.shown}, ${name}`,
    ratio: turns.ratio((our, their) => our.per_s / their.per_s),
    unit: '× docs/s',
    ...(document.isUsual && { must }),
    against: shown,
    ours: turns.ours,
    theirs: turns.theirs,
  };
}

/** Answers a round against one server. */
function run(server, { body, connections = concurrency, seconds, amount }) {
  const request = (n) => ({ method: 'POST', path: '/generate', body: body(n) });
  return () => load({ server, request, connections, expected: 201, seconds, amount });
}
