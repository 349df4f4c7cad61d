import { OrganizationDto } from '../../accounts/dto/organization.dto.js';
import { Answer } from '../../common/http/fields.js';

/** The account that a key belongs to. */
export class AccountDto {
  @Answer({ type: 'string', description: 'Id of the account.' }) id: string;
  @Answer({ type: 'string', enum: ['account'], description: 'Always "account".' })
  object: 'account';
  @Answer({ type: () => OrganizationDto, description: 'Profile and defaults of its invoices.' })
  organization: OrganizationDto;
}
