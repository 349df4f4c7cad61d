import { Alert, Skeleton } from '@mantine/core';
import { useConfiguration } from '../session/session';
import { LoadProblem } from '../ui/load-problem';
import { Page } from '../ui/page';
import { editable, useMailSettings } from './mail-data';
import { MailForm } from './mail-form';
import { useOrganization } from './organization-profile';

/** What the mails with invoices say, and who gets a copy. */
export default function Mail() {
  const settings = useMailSettings();
  const organization = useOrganization();
  const mail = useConfiguration()?.mail;
  const error = settings.error ?? organization.error;
  return (
    <Page title="E-mails">
      {mail === false && (
        <Alert color="yellow" variant="light" mb="lg" title="This server sends no e-mail">
          You can write your texts already. Whoever runs the server sets <code>SMTP_URL</code>.
        </Alert>
      )}
      {settings.data && organization.data ? (
        <MailForm
          stored={editable(settings.data)}
          usualLanguage={organization.data.language ?? 'en'}
        />
      ) : error === null ? (
        <Skeleton h={560} />
      ) : (
        <LoadProblem
          error={error}
          retry={() => {
            void settings.refetch();
            void organization.refetch();
          }}
        />
      )}
    </Page>
  );
}
