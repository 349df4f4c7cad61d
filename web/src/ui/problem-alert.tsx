import { Alert, List, Text } from '@mantine/core';
import { ExclamationTriangleIcon } from '@heroicons/react/24/outline';
import { useLayoutEffect, useRef, useState } from 'react';
import { type ApiProblem, type Fault, isUnready } from '../api/problem';
import { fieldAt } from './field-at';
import { faultText } from './json-form';
import { UnmetRules } from './unmet-rules';

/**
 * What went wrong, above a form. Faults whose field is on the page stand there and the first one gets
 * the focus; the others are listed here, so that none is lost.
 */
export function ProblemAlert({ problem }: { problem: ApiProblem | undefined }) {
  const alert = useRef<HTMLDivElement>(null);
  const [unplaced, setUnplaced] = useState<readonly Fault[]>([]);
  useLayoutEffect(() => {
    if (problem === undefined) return;
    const scope = alert.current?.closest('form') ?? document.body;
    const placed = problem.faults.map((fault) => [fault, fieldAt(scope, fault.pointer)] as const);
    setUnplaced(placed.filter(([, field]) => field === null).map(([fault]) => fault));
    const first = placed.find(([, field]) => field !== null)?.[1];
    if (first) first.focus();
    else alert.current?.focus();
  }, [problem]);
  if (problem === undefined) return null;
  return (
    <Alert
      ref={alert}
      role="alert"
      tabIndex={-1}
      color="red"
      variant="light"
      icon={<ExclamationTriangleIcon width={20} />}
      title={titleOf(problem, unplaced)}
      styles={{
        title: { color: 'var(--mantine-color-error)', marginBottom: 0 },
        message: { marginTop: 0 },
      }}
    >
      {details(problem, unplaced)}
    </Alert>
  );
}

/** Nothing at all when the title says everything, or the alert would keep room for it. */
function details(problem: ApiProblem, unplaced: readonly Fault[]) {
  const { status, requestId } = problem;
  if (unplaced.length > 0 && isUnready(problem)) return <UnmetRules faults={unplaced} />;
  if (unplaced.length > 0) {
    return (
      <List size="sm">
        {unplaced.map((fault) => (
          <List.Item key={fault.pointer + fault.code}>
            {fault.pointer !== '' && <code>{fault.pointer}</code>} {faultText(fault)}
          </List.Item>
        ))}
      </List>
    );
  }
  return status >= 500 && requestId !== undefined ? (
    <Text size="xs">Request {requestId}</Text>
  ) : null;
}

function titleOf(problem: ApiProblem, unplaced: readonly Fault[]): string {
  const { faults, message } = problem;
  if (isUnready(problem)) return 'This cannot be an e-invoice yet:';
  if (faults.length === 0) return message;
  if (unplaced.length > 0) return 'This cannot be accepted yet:';
  return faults.length === 1 ? 'Please check the marked field.' : 'Please check the marked fields.';
}
