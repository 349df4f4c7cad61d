import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { type FastifyRequest } from 'fastify';
import { Strategy } from 'passport-http-bearer';
import { type Caller } from '../common/http/caller.js';
import { bearerCredentials } from './bearer-credentials.js';
import { KeysService } from './keys.service.js';

interface PassportStrategyActions {
  error(error: unknown): void;
}

/** Who verifies the keys of a request. */
export interface BearerOptions {
  readonly keys: KeysService;
}

/**
 * Passport's bearer strategy, given one checked header and nothing else: as shipped it also takes
 * keys from the query and the body (docs/decisions/0003). Passport keeps one strategy for the whole
 * process, so it holds nothing of its application: the guard brings that along.
 */
@Injectable()
export class BearerStrategy extends PassportStrategy(Strategy, 'bearer') {
  constructor() {
    super({ passReqToCallback: true });
  }

  override authenticate(request: object, options?: object): void {
    try {
      const headers = {
        authorization: `Bearer ${bearerCredentials((request as FastifyRequest).raw)}`,
      };
      super.authenticate({ headers, ...options });
    } catch (error) {
      (this as unknown as PassportStrategyActions).error(error);
    }
  }

  /** Called by Passport with what stood after "Bearer". */
  validate({ keys }: BearerOptions, secret: string): Promise<Caller> {
    return keys.verify(secret);
  }
}
