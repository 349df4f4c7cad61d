import { type INestApplicationContext } from '@nestjs/common';
import { type AppConfig } from '../config/config.js';

/** The command found something that its user must know of, which the message tells. */
export class FaultsFound extends Error {}

/** How many findings a command lists; beyond these, the first ones say enough. */
export const shownMax = 100;

/** Works in an application without a door and answers what there is to say. */
export type Command = (app: INestApplicationContext, words: readonly string[]) => Promise<string>;

/** One line of the usage. */
export interface CommandEntry {
  readonly usage: string;
  readonly words: number;
  /** How many more may follow. */
  readonly optionalWords?: number;
  readonly run: (config: AppConfig, words: readonly string[]) => Promise<string>;
}
