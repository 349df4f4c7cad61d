import { Answer, Email, Text } from '../../common/http/fields.js';
import { passwordLength } from '../password.js';
import { NewPassword } from './new-password.js';
import { OrganizationDto } from './organization.dto.js';

export class SignupDto {
  @Email({ description: 'E-mail address to sign in with.', example: 'founder@example.com' })
  email: string;

  @NewPassword({ description: 'A long password; any characters.' })
  password: string;

  @Text({
    max: 200,
    description: 'Name of the business that sends the invoices.',
    example: 'Example Ltd',
  })
  organization_name: string;
}

export class LoginDto {
  @Email({ description: 'E-mail address of the sign-up.', example: 'founder@example.com' })
  email: string;

  @Text({ max: passwordLength.max, description: 'Password.', example: 'four random words here' })
  password: string;

  @Text({
    max: 60,
    optional: true,
    description:
      'Where two-factor log-in is on: the six digits of the authenticator app, or a recovery code.',
    example: '123456',
  })
  code?: string | null;
}

class SessionUserDto {
  @Answer({ type: 'string', description: 'Id of the user.' }) id: string;
  @Answer({ type: 'string', description: 'E-mail address.' }) email: string;
}

class SessionAccountDto {
  @Answer({ type: 'string', description: 'Id of the account.' }) id: string;
}

export class SessionDto {
  @Answer({ type: () => SessionUserDto, description: 'Who is signed in.' }) user: SessionUserDto;
  @Answer({ type: () => SessionAccountDto, description: 'The account that this user works in.' })
  account: SessionAccountDto;
  @Answer({ type: () => OrganizationDto, description: 'The profile of the account.' })
  organization: OrganizationDto;
}
