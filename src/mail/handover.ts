/** An address that a mail server did not take, and what it said. */
export interface Refusal {
  readonly address: string;
  readonly said: string;
}

/** Which addresses of a mail are done with: those that mail servers took, and those they refused for good. */
export interface Handover {
  readonly taken: readonly string[];
  readonly refused: readonly Refusal[];
}

export const nothingHandedOver: Handover = { taken: [], refused: [] };

/** What one attempt came to; a refusal that is not final asks for another attempt (RFC 5321 §4.2.1). */
export interface Attempt {
  readonly taken: readonly string[];
  readonly refusals: readonly (Refusal & { readonly isFinal: boolean })[];
}

/** A mail's addresses, and what became of them so far. */
export interface Addressed {
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly handover: Handover;
}

/** The addresses that still wait for a mail: whoever has it once never gets it twice. */
export function waitingAddresses(mail: Addressed): string[] {
  const { taken, refused } = mail.handover;
  const done = new Set([...taken, ...refused.map(({ address }) => address)]);
  return [...new Set([...mail.to, ...mail.cc, ...mail.bcc])].filter(
    (address) => !done.has(address),
  );
}

/** The state after an attempt; after the last one, whoever asked for another counts as refused. */
export function handoverAfter(
  { taken, refused }: Handover,
  attempt: Attempt,
  isLast: boolean,
): Handover {
  const final = attempt.refusals.filter(({ isFinal }) => isFinal || isLast);
  return {
    taken: [...taken, ...attempt.taken],
    refused: [...refused, ...final.map(({ address, said }) => ({ address, said }))],
  };
}

/** A mail was sent if somebody in `to` gets it; copies alone are no delivery. */
export function endOf(
  to: readonly string[],
  { taken, refused }: Handover,
): { status: 'sent' | 'failed'; failure: string | null } {
  if (to.some((address) => taken.includes(address))) {
    const names = refused.map(({ address }) => address).join(', ');
    return {
      status: 'sent',
      failure: names === '' ? null : `Refused by the mail server: ${names}`,
    };
  }
  const said = refused.find(({ address }) => to.includes(address))?.said ?? '';
  const copies = taken.length === 0 ? '' : ` Only copies went out, to ${taken.join(', ')}.`;
  return { status: 'failed', failure: `${refusalText(said)}${copies}` };
}

/** Why nobody got a mail, in the words of the mail server, which name what its sender can mend. */
export function refusalText(said: string): string {
  return `The mail server refused the mail: ${said}`;
}
