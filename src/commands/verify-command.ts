import { type INestApplicationContext } from '@nestjs/common';
import { AccountsService } from '../accounts/accounts.service.js';
import { VerificationService } from '../invoices/verification/verification.service.js';
import { FaultsFound, shownMax } from './command.js';

/** Recalculates every stored invoice, hashes every PDF and walks through every series; changes nothing. */
export async function verify(app: INestApplicationContext) {
  const verification = app.get(VerificationService);
  const verified = { invoices: 0, documents: 0, series: 0 };
  const findings: string[] = [];
  let found = 0;
  for await (const accountId of app.get(AccountsService).ids()) {
    for await (const finding of verification.findings(accountId, verified)) {
      found += 1;
      if (findings.length < shownMax) findings.push(finding);
    }
  }
  const { invoices, documents, series } = verified;
  const looked = `${invoices} invoices, ${documents} PDFs and ${series} series were looked at`;
  if (found === 0) return `${looked}: all of them are right.`;
  const rest = found > findings.length ? [`and ${found - findings.length} more`] : [];
  throw new FaultsFound([...findings, ...rest, `${looked}: ${found} faults.`].join('\n'));
}
