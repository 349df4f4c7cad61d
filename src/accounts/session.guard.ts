import {
  type CanActivate,
  type ExecutionContext,
  Inject,
  Injectable,
  SetMetadata,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type AuthenticatedRequest, originOf } from '../common/http/caller.js';
import { type AppConfig } from '../config/config.js';
import { APP_CONFIG } from '../config/config.module.js';
import { ReauthenticationRequired } from './accounts.errors.js';
import { sessionCookie } from './session-cookie.js';
import { SessionsService } from './sessions.service.js';

const freshLogin = 'needs-fresh-login';

/** On a route behind {@link SessionGuard}: its change needs a log-in that is less than ten minutes old. */
export const NeedsFreshLogin = (): MethodDecorator => SetMetadata(freshLogin, true);

/** The cookie door: lets requests with a living session through, and looks at no other credential. */
@Injectable()
export class SessionGuard implements CanActivate {
  private readonly cookieName: string;

  constructor(
    private readonly sessions: SessionsService,
    private readonly reflector: Reflector,
    @Inject(APP_CONFIG) config: AppConfig,
  ) {
    this.cookieName = sessionCookie(config.http.baseUrl).name;
  }

  /** @throws NotSignedIn, AccountSuspended, ReauthenticationRequired */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const token = request.cookies[this.cookieName];
    const { caller, isFresh } = await this.sessions.authenticate(token, originOf(request));
    if (!isFresh && this.reflector.get(freshLogin, context.getHandler()) === true)
      throw new ReauthenticationRequired();
    request.user = caller;
    return true;
  }
}
