import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { type AppConfig } from '../config/config.js';
import { APP_CONFIG } from '../config/config.module.js';
import { CrossSiteRequest } from './accounts.errors.js';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Lets unsafe requests of the dashboard API through only from the dashboard's own pages, because a
 * browser adds the session cookie to requests of any page (OWASP CSRF, "Fetch Metadata").
 */
@Injectable()
export class SameOriginGuard implements CanActivate {
  constructor(@Inject(APP_CONFIG) private readonly config: AppConfig) {}

  canActivate(context: ExecutionContext): boolean {
    const { method, headers } = context.switchToHttp().getRequest<FastifyRequest>();
    if (safeMethods.has(method)) return true;
    const site = headers['sec-fetch-site'];
    const own =
      site === undefined ? headers.origin === this.config.http.baseUrl : site === 'same-origin';
    if (!own) throw new CrossSiteRequest();
    return true;
  }
}
