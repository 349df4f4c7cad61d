import { Inject, Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis } from 'rate-limiter-flexible';
import { type AppConfig } from '../config/config.js';
import { APP_CONFIG } from '../config/config.module.js';

/** How long a count is kept; its window is over by then, also for clocks that differ a little. */
const keptSeconds = 120;
/** Without a limit of its own: what is too much is for RateLimits to say. */
const options = { points: Number.MAX_SAFE_INTEGER, duration: keptSeconds, keyPrefix: 'finvo' };
/** Much longer than a Redis that is well takes, also on a busy machine. */
const redisMsMax = 1_000;
/** How long nobody asks a Redis that did not answer, so that not every request waits for it. */
const restMs = 5_000;

/**
 * Counts by name: in this process, or in Redis for all processes together where REDIS_URL is set.
 * A Redis that is away costs no request: each process counts by itself until it is back.
 */
@Injectable()
export class WindowCounter implements OnModuleDestroy {
  private readonly logger = new Logger(WindowCounter.name);
  private readonly redis: Redis | undefined;
  private readonly own = new RateLimiterMemory(options);
  private readonly shared: RateLimiterRedis | undefined;
  private isAway = false;
  private restUntilMs = 0;

  constructor(@Inject(APP_CONFIG) { limits }: AppConfig) {
    if (limits.redisUrl === undefined) return;
    this.redis = this.connect(limits.redisUrl);
    this.shared = new RateLimiterRedis({ ...options, storeClient: this.redis });
  }

  /** Adds one and answers the new count. */
  async add(name: string): Promise<number> {
    if (this.redis?.status === 'ready' && performance.now() >= this.restUntilMs) {
      try {
        const count = (await this.shared?.penalty(name))?.consumedPoints ?? 1;
        this.back();
        return count;
      } catch (error) {
        this.away(error as Error);
        this.restUntilMs = performance.now() + restMs;
      }
    }
    return (await this.own.penalty(name)).consumedPoints;
  }

  onModuleDestroy(): void {
    this.redis?.disconnect();
  }

  private connect(url: string): Redis {
    const redis = new Redis(url, {
      enableOfflineQueue: false,
      maxRetriesPerRequest: 0,
      connectTimeout: 5_000,
      commandTimeout: redisMsMax,
      retryStrategy: (attempt) => Math.min(attempt * 100, restMs),
    });
    redis.on('error', (error) => {
      this.away(error);
    });
    return redis;
  }

  private back(): void {
    if (this.isAway) this.logger.log('Redis is back: rate limits count for all processes again.');
    this.isAway = false;
  }

  /** Says so once until it is back, and by its code: messages can hold the address of REDIS_URL. */
  private away(error: NodeJS.ErrnoException): void {
    if (!this.isAway)
      this.logger.warn(`Redis is away (${error.code ?? error.name}): each process counts alone.`);
    this.isAway = true;
  }
}
