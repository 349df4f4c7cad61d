import { type DynamicModule, Module } from '@nestjs/common';
import { Clock } from './clock.js';

/** Provides the one clock to every module. */
@Module({})
export class ClockModule {
  static forRoot(clock: Clock): DynamicModule {
    return {
      module: ClockModule,
      global: true,
      providers: [{ provide: Clock, useValue: clock }],
      exports: [Clock],
    };
  }
}
