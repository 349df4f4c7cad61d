import { PartyFields } from '../../accounts/dto/party.dto.js';
import { Text } from '../../common/http/fields.js';

/** Differences from the organization profile, for this invoice only. */
export class OrganizationOverrideDto extends PartyFields {
  @Text({ max: 200, multiline: true, optional: true, description: 'Name of the sender.' })
  name?: string;
}
