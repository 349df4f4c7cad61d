import { Answer, Text } from '../../common/http/fields.js';
import { passwordLength } from '../password.js';

export class DeleteAccountDto {
  @Text({ max: 200, description: 'The name of the organization, typed to confirm.' })
  organization_name: string;

  @Text({ max: passwordLength.max, description: 'The present password.' })
  password: string;
}

export class ConfigurationDto {
  @Answer({
    type: 'string',
    enum: ['open', 'closed'],
    description: 'Whether new accounts can be made in the browser.',
  })
  signup: 'open' | 'closed';

  @Answer({ type: 'boolean', description: 'Whether this installation sends mail.' })
  mail: boolean;

  @Answer({
    type: 'boolean',
    description: 'Whether browsers have passkeys for the address of this installation.',
  })
  passkeys: boolean;
}
