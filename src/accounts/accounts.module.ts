import { Module } from '@nestjs/common';
import { AttemptsModule } from '../attempts/attempts.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { MailModule } from '../mail/mail.module.js';
import { PdfModule } from '../pdf/pdf.module.js';
import { TwoFactorModule } from '../two-factor/two-factor.module.js';
import { AccountController } from './account.controller.js';
import { AccountDeletion } from './account-deletion.js';
import { AccountDeletionRepository } from './account-deletion.repository.js';
import { AccountsRepository } from './accounts.repository.js';
import { AccountsService } from './accounts.service.js';
import { AuditLogController } from './audit-log.controller.js';
import { ConfigurationController } from './configuration.controller.js';
import { EmailChangeMails } from './email-change-mails.js';
import { EmailChangeRequests } from './email-change-requests.js';
import { EmailChanges } from './email-changes.js';
import { EmailChangesRepository } from './email-changes.repository.js';
import { EmailReplacements } from './email-replacements.js';
import { EmailController } from './email.controller.js';
import { KnownBrowsers } from './known-browsers.js';
import { KnownBrowsersRepository } from './known-browsers.repository.js';
import { LogosRepository } from './logos.repository.js';
import { NewAccounts } from './new-accounts.js';
import { NewPasswords } from './new-passwords.js';
import { OrganizationController } from './organization.controller.js';
import { OrganizationRequests } from './organization-requests.js';
import { OrganizationsService } from './organizations.service.js';
import { PasskeyLogIns } from './passkey-log-ins.js';
import { PasskeyLogInController } from './passkey-log-in.controller.js';
import { PasskeysController } from './passkeys.controller.js';
import { PasswordChecks } from './password-checks.js';
import { PasswordHashing } from './password-hashing.js';
import { PasswordResetRequests } from './password-reset-requests.js';
import { PasswordResetMail } from './password-reset-mail.js';
import { PasswordResets } from './password-resets.js';
import { PasswordsController } from './passwords.controller.js';
import { PasswordsRepository } from './passwords.repository.js';
import { PasswordsService } from './passwords.service.js';
import { PrintableRequests } from './printable-requests.js';
import { ReauthenticationController } from './reauthentication.controller.js';
import { SameOriginGuard } from './same-origin.guard.js';
import { SecondFactorChecks } from './second-factor-checks.js';
import { SessionReplies } from './session-replies.js';
import { SessionGuard } from './session.guard.js';
import { SessionsController } from './sessions.controller.js';
import { SessionsRepository } from './sessions.repository.js';
import { SessionsService } from './sessions.service.js';
import { SignInController } from './sign-in.controller.js';
import { SignUpService } from './sign-up.service.js';
import { TwoFactorController } from './two-factor.controller.js';

/** Accounts: organization profile, users, sessions and the cookie door of the dashboard. */
@Module({
  imports: [AttemptsModule, AuditModule, MailModule, PdfModule, TwoFactorModule],
  controllers: [
    SignInController,
    OrganizationController,
    AccountController,
    AuditLogController,
    ConfigurationController,
    EmailController,
    PasskeyLogInController,
    PasskeysController,
    PasswordsController,
    ReauthenticationController,
    SessionsController,
    TwoFactorController,
  ],
  providers: [
    AccountDeletion,
    AccountDeletionRepository,
    AccountsRepository,
    AccountsService,
    EmailChangeMails,
    EmailChangeRequests,
    EmailChanges,
    EmailChangesRepository,
    EmailReplacements,
    KnownBrowsers,
    KnownBrowsersRepository,
    LogosRepository,
    NewAccounts,
    NewPasswords,
    OrganizationRequests,
    OrganizationsService,
    PasskeyLogIns,
    PasswordChecks,
    PasswordHashing,
    PasswordResetMail,
    PasswordResetRequests,
    PasswordResets,
    PasswordsRepository,
    PasswordsService,
    PrintableRequests,
    SameOriginGuard,
    SecondFactorChecks,
    SessionGuard,
    SessionReplies,
    SessionsRepository,
    SessionsService,
    SignUpService,
  ],
  exports: [
    AccountDeletion,
    AccountsService,
    OrganizationRequests,
    OrganizationsService,
    PrintableRequests,
    SameOriginGuard,
    SessionGuard,
    SessionsService,
  ],
})
export class AccountsModule {}
