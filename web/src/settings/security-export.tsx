import { Button, Group, Stack, Text } from '@mantine/core';
import { ArrowDownTrayIcon } from '@heroicons/react/24/outline';

/** Downloads everything that the account has stored. */
export function ExportData() {
  return (
    <Stack>
      <Text>
        A ZIP file with every invoice as PDF and as data (JSON), your organization with its logo,
        and the list of your API keys without the keys themselves. With many invoices the download
        takes a while; you can go on working meanwhile.
      </Text>
      <Group>
        <ExportLink />
      </Group>
    </Stack>
  );
}

/** The download as a link, so that the browser streams it to the disk. */
function ExportLink() {
  return (
    <Button
      component="a"
      href="/dashboard/account/export"
      download
      variant="default"
      leftSection={<ArrowDownTrayIcon width={18} aria-hidden="true" />}
    >
      Export all data
    </Button>
  );
}
