import { type ExecutionContext, Injectable } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type AuthenticatedRequest, type Caller, originOf } from '../common/http/caller.js';
import { RateLimits } from '../limits/rate-limits.js';
import { type BearerOptions } from './bearer.strategy.js';
import { ApiKeyRefused, CredentialsMissing } from './keys.errors.js';
import { KeyUsage } from './key-usage.js';
import { KeysService } from './keys.service.js';

/** The bearer door: lets requests with a living API key through, and looks at no other credential. */
@Injectable()
export class BearerGuard extends AuthGuard('bearer') {
  constructor(
    private readonly keys: KeysService,
    private readonly usage: KeyUsage,
    private readonly limits: RateLimits,
  ) {
    super();
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    const request = http.getRequest<AuthenticatedRequest>();
    const reply = http.getResponse<FastifyReply>();
    try {
      await super.canActivate(context);
    } catch (error) {
      if (error instanceof ApiKeyRefused) await this.noteRefusal(error, request, reply);
      throw error;
    }
    if (request.user === undefined) throw new CredentialsMissing();
    request.user = { ...request.user, origin: originOf(request) };
    const { actorId: keyId, accountId } = request.user;
    this.usage.note({ keyId, accountId }, request.ip, request.headers['user-agent']);
    void reply.headers(await this.limits.takeRequest(accountId, keyId));
    return true;
  }

  override getAuthenticateOptions(): BearerOptions {
    return { keys: this.keys };
  }

  /** Passport's own 401 says nothing; our error says what is wrong and carries the challenge. */
  override handleRequest<T = Caller>(error: unknown, caller: T | false): T {
    if (error !== null && error !== undefined) throw error as Error;
    if (caller === false) throw new CredentialsMissing();
    return caller;
  }

  /** A key that once worked is no attempt to guess one, so a forgotten client never locks others out. @throws RateLimited */
  private async noteRefusal(
    { key }: ApiKeyRefused,
    { ip, headers }: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    if (key === undefined) void reply.headers(await this.limits.takeFailure(ip));
    else this.usage.noteRefused(key, ip, headers['user-agent']);
  }
}
