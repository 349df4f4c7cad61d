import { useParams } from 'react-router';
import { P } from './prose';
import { TopicPage } from './topic-page';
import { topics } from './topics';

export default function HelpTopic() {
  const { topic: slug } = useParams();
  const topic = topics.find((candidate) => candidate.slug === slug);
  if (topic === undefined) return <NoSuchTopic />;
  const { title, lead, Body } = topic;
  return (
    <TopicPage key={slug} title={title} lead={lead}>
      <Body />
    </TopicPage>
  );
}

function NoSuchTopic() {
  return (
    <TopicPage
      title="This page does not exist"
      lead="The documentation has no page at this address. It may have moved, or the link has a typing mistake."
    >
      <P>{'All pages are listed in the [documentation](/help).'}</P>
    </TopicPage>
  );
}
