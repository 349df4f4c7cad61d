import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { onServer } from '../support/test-database.js';
import { type Disturbance, disturbancesOf } from './disturbances.js';
import { hasMariadb } from './mariadb-server.js';
import { disturbed, type Scale, verified } from './run.js';
import { type Kind, Site } from './site.js';

/** The short one; `npm run chaos` is the long one. */
const scale: Scale = { clients: 12, databaseMs: 1_000, lastsMs: 3_000 };
const testMsMax = 400_000;

/** A MariaDB of its own belongs to the run on a server, so that each run has its half. */
function chaosOn(kind: Kind, isHere: boolean): void {
  (isHere ? describe : describe.skip)(`while clients send invoices to a server on ${kind}`, () => {
    let site: Site;
    beforeAll(async () => {
      site = await Site.open(kind, scale.databaseMs);
    }, testMsMax);
    afterAll(() => site.close(), testMsMax);

    const survives = async (disturbance: Disturbance) => {
      const { faults, summary } = await disturbed(site, disturbance, scale);
      expect({ faults, summary }).toEqual({ faults: [], summary });
    };
    for (const disturbance of disturbancesOf(kind)) {
      const { name, missing } = disturbance;
      const promise = `${name}: what they were told of is there once, as it was, and nothing else`;
      if (missing === undefined) it(promise, () => survives(disturbance), testMsMax);
      else it.skip(`${promise} (skipped: ${missing})`, () => undefined);
    }

    it('ends with a database in which every figure, PDF and series is right', async () => {
      expect(await verified(site)).toMatchObject({ succeeded: true });
    });
  });
}

chaosOn('sqlite', !onServer);
chaosOn('mariadb', onServer && hasMariadb);
