import { type INestApplicationContext } from '@nestjs/common';
import { AccountsService } from '../accounts/accounts.service.js';
import { validRequest } from '../common/http/read-request.js';
import { CreateKeyDto } from '../keys/dto/key.dto.js';
import { KeysService } from '../keys/keys.service.js';

/** Makes a key of the account of this user; it is told once. */
export async function createKey(
  app: INestApplicationContext,
  [email = '', name]: readonly string[],
) {
  const user = await app.get(AccountsService).userOf(email);
  const request = validRequest(CreateKeyDto, { name });
  const caller = { accountId: user.accountId, actorId: user.id, source: 'dashboard' } as const;
  const { secret } = await app.get(KeysService).generate(caller, request);
  return `API key        ${secret}\nIt cannot be shown again: store it now.`;
}

/** Revokes the key that is given in full, as somebody who has found it in a log can. */
export async function revokeKey(app: INestApplicationContext, [secret = '']: readonly string[]) {
  const keys = app.get(KeysService);
  const caller = await keys.verify(secret);
  await keys.revoke(caller, caller.actorId);
  return `Revoked ${caller.actorId}: it is refused from now on.`;
}
