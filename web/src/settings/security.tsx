import { Paper, Stack, Title } from '@mantine/core';
import { type ReactNode } from 'react';
import { Page } from '../ui/page';
import { AuditLog } from './security-audit';
import { DeleteAccount } from './security-delete';
import { ChangeEmail } from './security-email';
import { ExportData } from './security-export';
import { Passkeys } from './security-passkeys';
import { ChangePassword } from './security-password';
import { Sessions } from './security-sessions';
import { TwoFactor } from './security-two-factor';

export default function Security() {
  return (
    <Page title="Security" width={760}>
      <Stack gap="lg">
        <Part title="Password">
          <ChangePassword />
        </Part>
        <Part title="Mail address">
          <ChangeEmail />
        </Part>
        <Part title="Two-factor log-in">
          <TwoFactor />
        </Part>
        <Part title="Passkeys">
          <Passkeys />
        </Part>
        <Part title="Where you are signed in">
          <Sessions />
        </Part>
        <Part title="What happened in this account">
          <AuditLog />
        </Part>
        <Part title="Your data">
          <ExportData />
        </Part>
        <Part title="Delete account" danger>
          <DeleteAccount />
        </Part>
      </Stack>
    </Page>
  );
}

interface PartProps {
  readonly title: string;
  readonly danger?: boolean;
  readonly children: ReactNode;
}

function Part({ title, danger = false, children }: PartProps) {
  const borderColor = danger ? 'var(--mantine-color-error)' : undefined;
  return (
    <Paper component="section" withBorder p={{ base: 'md', sm: 'lg' }} style={{ borderColor }}>
      <Title order={2} size="h4" mb="md">
        {title}
      </Title>
      {children}
    </Paper>
  );
}
