import { Module } from '@nestjs/common';
import { RateLimits } from './rate-limits.js';
import { WindowCounter } from './window-counter.js';

/** Rate limits of the API; knows accounts and keys by their ids only. */
@Module({ providers: [RateLimits, WindowCounter], exports: [RateLimits] })
export class LimitsModule {}
