import { Paper, Text, Title, VisuallyHidden } from '@mantine/core';
import { CheckCircleIcon } from '@heroicons/react/24/outline';
import { RouteLink } from '../ui/link';
import styles from './checklist.module.css';
import { type Step } from './steps';

/** The first steps, until all are done. */
export function Checklist({ steps }: { steps: readonly Step[] }) {
  const left = steps.filter(({ done }) => !done).length;
  if (left === 0) return null;
  return (
    <Paper withBorder p="lg" component="section" aria-labelledby="checklist-heading">
      <Title order={2} size="h4" id="checklist-heading">
        First steps
      </Title>
      <Text c="dimmed" size="sm" mb="md">
        {steps.length - left} of {steps.length} done
      </Text>
      <ol className={styles['list']}>
        {steps.map((step, index) => (
          <Item key={step.to} step={step} place={index + 1} />
        ))}
      </ol>
    </Paper>
  );
}

function Item({ step: { title, why, to, done }, place }: { step: Step; place: number }) {
  return (
    <li className={styles['item']}>
      {done ? (
        <CheckCircleIcon width={28} className={styles['tick']} aria-hidden />
      ) : (
        <span className={styles['place']} aria-hidden>
          {place}
        </span>
      )}
      <div>
        {done ? (
          <Text c="dimmed">
            {title}
            <VisuallyHidden> (done)</VisuallyHidden>
          </Text>
        ) : (
          <RouteLink to={to} fw={600}>
            {title}
          </RouteLink>
        )}
        {!done && (
          <Text size="sm" c="dimmed">
            {why}
          </Text>
        )}
      </div>
    </li>
  );
}
