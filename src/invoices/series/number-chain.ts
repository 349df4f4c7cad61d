import { createHash } from 'node:crypto';

/** What a link of the chain is made of. */
export interface ChainedNumber {
  readonly sequence: number;
  readonly number: string;
  /** SHA-256 of the invoice's PDF; none for a number without an invoice, or without a PDF yet. */
  readonly pdfSha256: string | null;
}

/**
 * The chain that seals a period of a series: each link is the SHA-256 over the link before it, the place, the
 * number and the hash of the PDF, so that nothing can be changed, taken out or put in between without
 * another last link (docs/decisions/0028).
 */
export class NumberChain {
  private link: string;

  constructor(series: string, period: string) {
    this.link = sha256(`finvo-series-1\n${series}\n${period}`);
  }

  add({ sequence, number, pdfSha256 }: ChainedNumber): void {
    this.link = sha256(`${this.link}\n${sequence}\n${number}\n${pdfSha256 ?? '-'}`);
  }

  /** The last link, as 64 hexadecimal digits. */
  get head(): string {
    return this.link;
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
