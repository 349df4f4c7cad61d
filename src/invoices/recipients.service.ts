import { Injectable } from '@nestjs/common';
import { type RecipientsDto } from './dto/recipients.dto.js';
import { wireParty } from './party-mapping.js';
import { RecipientsRepository } from './recipients.repository.js';

/** Whom an account has invoiced before; every invoice keeps its recipient, so there is no list to maintain. */
@Injectable()
export class RecipientsService {
  constructor(private readonly recipients: RecipientsRepository) {}

  /** At most 10 different recipients, latest use first, each as an invoice request takes it. */
  async latest(accountId: string, q: string): Promise<RecipientsDto> {
    const found = await this.recipients.latest(accountId, q);
    return { data: found.map(wireParty) };
  }
}
