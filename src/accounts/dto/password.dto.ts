import { Email, Text } from '../../common/http/fields.js';
import { passwordLength } from '../password.js';
import { NewPassword } from './new-password.js';

export class RequestPasswordResetDto {
  @Email({ description: 'E-mail address of the sign-up.', example: 'founder@example.com' })
  email: string;
}

export class ConfirmPasswordResetDto {
  @Text({ max: 100, description: 'The token of the mailed link.' })
  token: string;

  @NewPassword({ description: 'The new password; any characters.' })
  password: string;
}

export class ReauthenticateDto {
  @Text({ max: passwordLength.max, description: 'The present password.' })
  password: string;
}

export class ChangePasswordDto {
  @Text({ max: passwordLength.max, description: 'The present password.' })
  current_password: string;

  @NewPassword({ description: 'The new password; any characters.' })
  new_password: string;
}
