import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { randomBase62 } from '../common/ids/id.js';
import { leaseFrom } from '../common/queue/leases.js';
import { WorkLoop } from '../common/queue/work-loop.js';
import { Clock } from '../common/time/clock.js';
import { WebhookAttempts } from './webhook-attempts.js';
import {
  type Busy,
  type ClaimedDelivery,
  WebhookDeliveriesRepository,
} from './webhook-deliveries.repository.js';
import { WebhookHealth } from './webhook-health.js';

/** How many deliveries one process sends at once, and how many of them for one account and to one endpoint. */
const atOnce = 24;
const perAccount = 4;
const perEndpoint = 2;
/** Four times as long as an attempt may take, so that only a dead process loses its lease. */
export const leaseMs = 60_000;

/** Sends deliveries: at once when it is told to, else within seconds. Their order is not promised. */
@Injectable()
export class WebhookWorker implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(WebhookWorker.name);
  private readonly worker = randomBase62(16);
  private readonly loop = new WorkLoop(
    {
      atOnce,
      claim: (underWay: readonly ClaimedDelivery[]) => this.claim(underWay),
      perform: (delivery: ClaimedDelivery) => this.deliver(delivery),
    },
    this.logger,
  );

  constructor(
    private readonly deliveries: WebhookDeliveriesRepository,
    private readonly health: WebhookHealth,
    private readonly attempts: WebhookAttempts,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.loop.start();
  }

  /** Lets the deliveries that are under way come to their end; the others wait for the next start. */
  onModuleDestroy(): Promise<void> {
    return this.loop.stop();
  }

  /** Starts sending what is due, if it is not being done already; never waits and never throws. */
  wake(): void {
    this.loop.wake();
  }

  private claim(underWay: readonly ClaimedDelivery[]): Promise<ClaimedDelivery | undefined> {
    const lease = leaseFrom(this.clock.now(), this.worker, leaseMs);
    return this.deliveries.claim(lease, busy(underWay));
  }

  private async deliver(delivery: ClaimedDelivery): Promise<void> {
    const webhook = await this.health.destination(delivery);
    if (webhook === undefined) return;
    const outcome = await this.attempts.make(delivery, webhook);
    const now = this.clock.nowText();
    const also = await this.health.after(delivery.accountId, webhook, { outcome, now });
    await this.deliveries.finish(delivery, { worker: this.worker, outcome, now }, also);
  }
}

function busy(underWay: readonly ClaimedDelivery[]): Busy {
  return {
    ids: underWay.map(({ id }) => id),
    accountIds: atLeast(
      perAccount,
      underWay.map(({ accountId }) => accountId),
    ),
    endpointIds: atLeast(
      perEndpoint,
      underWay.map(({ endpointId }) => endpointId),
    ),
  };
}

/** The ids that are there `count` times or more. */
function atLeast(count: number, ids: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].filter(([, times]) => times >= count).map(([id]) => id);
}
