import { setTimeout as pause } from 'node:timers/promises';
import { hourMs } from '../../src/common/time/durations.js';
import { type Clients } from './clients.js';
import { type Kind, type Site } from './site.js';
import { hasStrace, slowDisk } from './slow-disk.js';
import { canMount } from './small-disk.js';

/** Something that goes wrong while clients are at work, and is well again when `disturb` ends. */
export interface Disturbance {
  readonly name: string;
  readonly kinds: readonly Kind[];
  /** One of these must be met by a client, where there are any: otherwise nothing was disturbed. */
  readonly met: readonly string[];
  /** Why it cannot be done here, if it cannot. */
  readonly missing?: string | undefined;
  /** `lastsMs` is how long what is away stays away. */
  disturb(site: Site, clients: Clients, lastsMs: number): Promise<void>;
}

const both: readonly Kind[] = ['sqlite', 'mariadb'];
const away = ['database_unavailable', 'outcome_unknown'];
const full = ['database_full', ...away];
const diskDelayMs = 50;
/** How many invoices must come through where nobody should notice anything. */
const unnoticed = 20;

const serverKilled: Disturbance = {
  name: 'the server is killed',
  kinds: both,
  met: ['ECONNREFUSED', 'ECONNRESET'],
  async disturb(site) {
    await site.kill();
    await site.start();
  },
};

const serverStopped: Disturbance = {
  name: 'the server is stopped as operators do',
  kinds: both,
  met: ['ECONNREFUSED', 'ECONNRESET'],
  async disturb(site) {
    await site.stop();
    await site.start();
  },
};

const databaseKilled: Disturbance = {
  name: 'the database is killed',
  kinds: ['mariadb'],
  met: away,
  async disturb({ ground: { mariadb } }) {
    await mariadb?.kill();
    await mariadb?.start();
  },
};

const databaseSilent: Disturbance = {
  name: 'the database keeps its connections and answers nothing',
  kinds: ['mariadb'],
  met: away,
  async disturb({ ground: { mariadb } }, _clients, lastsMs) {
    mariadb?.signal('SIGSTOP');
    await pause(lastsMs);
    mariadb?.signal('SIGCONT');
  },
};

const diskFull: Omit<Disturbance, 'kinds' | 'met'> = {
  name: 'the disk is full',
  missing: canMount() ? undefined : 'only root can mount a disk of its own',
  async disturb({ ground: { disk, mariadb } }, clients, lastsMs) {
    disk.fill();
    const endMs = performance.now() + 10 * lastsMs;
    // The database may have kept room in its files.
    while (!clients.hasMet(full) && performance.now() < endMs) await pause(50);
    await pause(lastsMs / 4);
    disk.relieve();
    if (mariadb?.hasEnded === true) await mariadb.start();
  },
};
const sqliteFull: Disturbance = { ...diskFull, kinds: ['sqlite'], met: ['database_full'] };
/** It may end itself before a statement is told so, and what runs it starts it again. */
const mariadbFull: Disturbance = { ...diskFull, kinds: ['mariadb'], met: full };

const diskSlow: Disturbance = {
  name: 'the disk is slow',
  kinds: both,
  met: [],
  missing: hasStrace ? undefined : 'strace is not there or may not look into processes',
  async disturb({ storingPid }, clients, lastsMs) {
    const end = slowDisk(storingPid, diskDelayMs);
    await Promise.all([clients.progress(unnoticed), pause(lastsMs)]);
    await end();
  },
};

const clockJumps: Disturbance = {
  name: 'the clock jumps an hour ahead, two back and is right again',
  kinds: both,
  met: [],
  async disturb(site, clients) {
    for (const shiftMs of [hourMs, -hourMs, 0]) {
      site.shiftClock(shiftMs);
      await clients.progress(unnoticed);
      const headers = clients.account.session;
      const { status } = await fetch(`${site.url}/dashboard/session`, { headers });
      if (status !== 200) clients.faults.push(`the session is over at ${shiftMs} ms: ${status}`);
    }
  },
};

const redisAway: Disturbance = {
  name: 'Redis answers nothing, then breaks its connections',
  kinds: ['sqlite'],
  met: [],
  missing: (process.env.TEST_REDIS_URL ?? '') === '' ? 'TEST_REDIS_URL is not set' : undefined,
  async disturb({ ground: { redis } }, clients) {
    redis?.hang();
    await clients.progress(unnoticed);
    await redis?.shut();
    await clients.progress(unnoticed);
    await redis?.open();
  },
};

/** All there are on a database. */
export function disturbancesOf(kind: Kind): readonly Disturbance[] {
  return [
    ...[serverKilled, serverStopped, databaseKilled, databaseSilent],
    ...[sqliteFull, mariadbFull, diskSlow, clockJumps, redisAway],
  ].filter(({ kinds }) => kinds.includes(kind));
}
