import { PartyFields } from '../../accounts/dto/party.dto.js';
import { Text } from '../../common/http/fields.js';

/** What is said of a recipient alone, in an invoice and of a stored customer alike. */
export abstract class RecipientFields extends PartyFields {
  @Text({
    max: 100,
    optional: true,
    description:
      'What the recipient wants to find on invoices, such as the Leitweg-ID of a German authority; XRechnung needs one.',
    example: '04011000-12345-03',
  })
  buyer_reference?: string;
}
