import { Inject, Injectable } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { originOf } from '../common/http/caller.js';
import { type AppConfig } from '../config/config.js';
import { APP_CONFIG } from '../config/config.module.js';
import { type User } from './accounts.repository.js';
import { AccountsService } from './accounts.service.js';
import { type Browser, callerOf } from './browser.js';
import { type SessionDto } from './dto/sign-in.dto.js';
import { KnownBrowsers, knownForMs } from './known-browsers.js';
import { type SessionCookie, sessionCookie } from './session-cookie.js';
import { type Beginning, sessionMaxMs, SessionsService } from './sessions.service.js';

/** What an answer to a request needs. */
export interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** The dashboard's cookies in requests and answers. */
@Injectable()
export class SessionReplies {
  private readonly cookie: SessionCookie;

  constructor(
    private readonly accounts: AccountsService,
    private readonly sessions: SessionsService,
    private readonly browsers: KnownBrowsers,
    @Inject(APP_CONFIG) config: AppConfig,
  ) {
    this.cookie = sessionCookie(config.http.baseUrl);
  }

  /** The session token that the browser came with. */
  tokenOf(request: FastifyRequest): string | undefined {
    return request.cookies[this.cookie.name];
  }

  /** The browser that a request comes from. */
  browserOf(request: FastifyRequest): Browser {
    return {
      ...originOf(request),
      sessionToken: this.tokenOf(request),
      browserToken: request.cookies[this.cookie.browserName],
    };
  }

  /** Signs the browser in with a new token and answers who that is. @throws as {@link SessionsService.start} */
  async start(user: User, { request, reply }: Exchange, beginning: Beginning): Promise<SessionDto> {
    const { name, browserName, options } = this.cookie;
    const browser = this.browserOf(request);
    const token = await this.sessions.start(user, browser, beginning);
    void reply
      .setCookie(name, token, { ...options, maxAge: sessionMaxMs / 1000 })
      .header('cache-control', 'no-store');
    const browserToken = await this.browsers.remember(user, browser.browserToken);
    if (browserToken !== undefined)
      void reply.setCookie(browserName, browserToken, { ...options, maxAge: knownForMs / 1000 });
    return this.accounts.session(callerOf(user));
  }

  /** Takes the session, and what pages have stored, from the browser; that it is known stays. */
  clear(reply: FastifyReply): void {
    void reply
      .clearCookie(this.cookie.name, this.cookie.options)
      .header('clear-site-data', '"storage"');
  }
}
