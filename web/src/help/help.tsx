import { Card, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { ArrowTopRightOnSquareIcon, CodeBracketIcon } from '@heroicons/react/24/outline';
import { Link } from 'react-router';
import { Page } from '../ui/page';
import './help.css';
import { P } from './prose';
import { type Topic, topics } from './topics';
import { useAnchors } from './use-anchors';

export default function Help() {
  useAnchors();
  return (
    <Page title="Documentation" width={980}>
      <Stack gap="lg">
        <P>
          New here? Generate a key, copy the first request into a terminal, and you have an invoice
          in two minutes: [API Keys](/help/api-keys) shows how. Invoices made by hand, under [New
          invoice](/invoices/new), need no key at all.
        </P>
        <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} component="ul" className="help-index">
          {topics.map((topic) => (
            <li key={topic.slug}>
              <TopicCard {...topic} />
            </li>
          ))}
          <li>
            <ReferenceCard />
          </li>
        </SimpleGrid>
      </Stack>
    </Page>
  );
}

type CardTexts = Pick<Topic, 'title' | 'lead' | 'Icon'>;

function TopicCard({ slug, ...texts }: Topic) {
  return (
    <Card component={Link} to={`/help/${slug}`} withBorder h="100%" className="help-card">
      <CardWords {...texts} />
    </Card>
  );
}

/** Leads out of the dashboard, to the page that the server makes of its OpenAPI document. */
function ReferenceCard() {
  return (
    <Card component="a" href="/docs" withBorder h="100%" className="help-card">
      <CardWords
        title="API reference"
        lead="Every route with its fields and answers, to be tried out from the browser."
        Icon={CodeBracketIcon}
        outside
      />
    </Card>
  );
}

function CardWords({ title, lead, Icon, outside = false }: CardTexts & { outside?: boolean }) {
  return (
    <>
      <Group gap="xs" mb={6} wrap="nowrap">
        <Icon width={22} aria-hidden="true" className="help-card-icon" />
        <Text fw={600}>{title}</Text>
        {outside && <ArrowTopRightOnSquareIcon width={16} aria-hidden="true" />}
      </Group>
      <Text size="sm" c="dimmed">
        {lead}
      </Text>
    </>
  );
}
