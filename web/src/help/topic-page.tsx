import { Anchor, Flex, Group, Stack } from '@mantine/core';
import { ArrowLeftIcon } from '@heroicons/react/24/outline';
import { type ReactNode } from 'react';
import { Link } from 'react-router';
import { Page } from '../ui/page';
import { Contents } from './contents';
import './help.css';
import { P } from './prose';
import { useAnchors } from './use-anchors';

/** A page of the documentation: the way back, its text, and its sections to jump to. */
export function TopicPage({
  title,
  lead,
  children,
}: {
  title: string;
  lead: string;
  children: ReactNode;
}) {
  useAnchors();
  return (
    <Flex gap={48}>
      <Stack flex={1} miw={0} maw={820} gap="md">
        <Group>
          <Anchor component={Link} to="/help" size="sm">
            <Group gap={6} component="span">
              <ArrowLeftIcon width={16} aria-hidden="true" />
              Back to Documentation
            </Group>
          </Anchor>
        </Group>
        <Page title={title}>
          <Stack gap={36}>
            <P>{lead}</P>
            {children}
          </Stack>
        </Page>
      </Stack>
      <Contents />
    </Flex>
  );
}
