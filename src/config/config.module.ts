import { type DynamicModule, Module } from '@nestjs/common';
import { type AppConfig } from './config.js';

/** Injection token of the frozen {@link AppConfig}. */
export const APP_CONFIG = Symbol('AppConfig');

/** Provides the configuration that `main.ts` has loaded to every module. */
@Module({})
export class ConfigModule {
  static forRoot(config: AppConfig): DynamicModule {
    return {
      module: ConfigModule,
      global: true,
      providers: [{ provide: APP_CONFIG, useValue: config }],
      exports: [APP_CONFIG],
    };
  }
}
